/** How a question of a table is taken: decoded twice, refused in words, cancelled with its request, and failed aloud. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type CancellationToken, CancellationTokenSource, type Connection } from 'vscode-languageserver/node';
import { decode } from '../../src/protocol/decode';
import type { ServerReply } from '../../src/protocol/serverQuestions';
import { takeQuestions } from '../../src/server/questions';
import { Refusal } from '../../src/server/refusal';

type Handler = (params: unknown, token: CancellationToken) => Promise<ServerReply>;

function taker(answer: (ask: unknown, signal: AbortSignal) => Promise<unknown>) {
  const handlers = new Map<string, Handler>();
  const connection = { onRequest: (request: string, handler: Handler) => handlers.set(request, handler) };
  takeQuestions<'double'>(connection as unknown as Connection, {
    request: 'test/question',
    decode: (params) => decode(v.object({ name: v.literal('double'), ask: v.unknown() }), params),
    kinds: { double: { ask: v.object({ number: v.number() }) } },
    answer: (_, ask, signal) => answer(ask, signal),
  });
  return (params: unknown, token = new CancellationTokenSource().token) =>
    handlers.get('test/question')?.(params, token);
}

describe('a question to the server', () => {
  it('is answered with what it asks, decoded', async () => {
    const take = taker(async (ask) => 2 * (ask as { number: number }).number);
    expect(await take({ name: 'double', ask: { number: 3, more: 'ignored' } })).toEqual({ answer: 6 });
  });

  it.each([
    ['of an unknown name', { name: 'triple', ask: {} }, /cannot read the question \(.*name/],
    ['of another form', { name: 'double', ask: { number: 'three' } }, /cannot read the question \(.*number/],
    ['that is none', null, /cannot read the question/],
  ])('%s is refused, and answered by nobody', async (_, params, because) => {
    const take = taker(() => Promise.reject(new Error('was asked')));
    expect(await take(params)).toEqual({ refusedBecause: expect.stringMatching(because) });
  });

  it('is refused in the words of a refusal', async () => {
    const take = taker(() => Promise.reject(new Refusal('There is no such number.')));
    expect(await take({ name: 'double', ask: { number: 1 } })).toEqual({
      refusedBecause: 'There is no such number.',
    });
  });

  it('whose answer fails otherwise is an error of the request', async () => {
    const take = taker(() => Promise.reject(new Error('broken')));
    await expect(take({ name: 'double', ask: { number: 1 } })).rejects.toThrow('broken');
  });

  it('is cancelled with its request', async () => {
    const take = taker(
      (_, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const source = new CancellationTokenSource();
    const reply = take({ name: 'double', ask: { number: 1 } }, source.token);
    source.cancel();
    expect(await reply).toEqual({ refusedBecause: 'It was cancelled.' });
  });
});
