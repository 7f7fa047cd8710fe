/** Questions of the panel to the built server: values that are tried, and verdicts over many of them, at the same time. */
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { VerdictsAnswer } from '../../src/protocol/requests/verdicts';
import type { WhatIfAnswer } from '../../src/protocol/requests/whatIf';
import { SERVER_QUESTION_REQUEST, type ServerReply } from '../../src/protocol/serverQuestions';
import { useWorkspaceSession } from './support/workspaceSession';

const use = useWorkspaceSession();

const CLASSES = Array.from({ length: 40 }, (_, k) => Math.round(500 * 0.01 ** (k / 39)));
const TEXT = `objective: soft-supcon\ntemperature: 0.3\nacross: 0.01\nclasses: [${CLASSES.join(', ')}]\n`;
const FILE = 'tried.objective.yaml';

async function opened(): Promise<string> {
  await use.start({ [FILE]: TEXT });
  const uri = use.folder.uri(FILE);
  await use.editor.open(uri, 'yaml', TEXT);
  await use.untilRules(FILE, ['radius']);
  return `${uri}#0`;
}

async function ask<A>(name: string, question: object, source = new CancellationTokenSource()): Promise<A> {
  const reply = await use.editor.connection.sendRequest<ServerReply>(
    SERVER_QUESTION_REQUEST,
    { name, ask: question },
    source.token,
  );
  if ('refusedBecause' in reply) throw new Error(reply.refusedBecause);
  return reply.answer as A;
}

const cells = (count: number) => Array.from({ length: count }, (_, k) => ({ temperature: 0.05 + k / count }));

describe('questions of the panel', () => {
  it('a value that is tried is answered before the many that were asked about earlier', async () => {
    const id = await opened();
    const order: string[] = [];
    const many = ask<VerdictsAnswer>('verdicts', { id, changes: {}, cells: cells(400) }).then((answer) => {
      order.push('many');
      return answer;
    });
    const one = await ask<WhatIfAnswer>('what-if', { id, changes: { temperature: 0.1 } });
    order.push('one');
    expect(one.view.summary.verdict).toBe('realizable');
    const { cells: decided } = await many;
    expect(order).toEqual(['one', 'many']);
    expect(decided).toHaveLength(400);
    const turn = decided.findIndex(({ verdict }) => verdict === 'inconsistent');
    expect(decided.slice(0, turn).every(({ verdict, gap }) => verdict === 'realizable' && gap === 0)).toBe(
      true,
    );
    expect(decided.slice(turn).every(({ reason, gap }) => reason === 'radius' && (gap ?? 0) > 0)).toBe(true);
    const limit = one.view.analysis.temperatureLimit ?? Number.NaN;
    expect(cells(400)[turn - 1].temperature).toBeLessThanOrEqual(limit);
    expect(cells(400)[turn].temperature).toBeGreaterThan(limit);
  });

  it('many that nobody wants any more end, and the next question is answered', async () => {
    const id = await opened();
    const source = new CancellationTokenSource();
    const many = ask('verdicts', { id, changes: {}, cells: cells(1000) }, source);
    // A question that is taken back in the moment it is asked may overtake itself.
    await new Promise((resolve) => setTimeout(resolve, 50));
    source.cancel();
    await expect(many).rejects.toThrow();
    const { view } = await ask<WhatIfAnswer>('what-if', { id, changes: { across: 0.9 } });
    expect(view.summary.verdict).toBe('realizable');
  });

  it('a quick look at batches says that it is one, and the whole answer does not', async () => {
    const id = await opened();
    const changes = { objective: 'supcon', batch: 64 };
    const quick = await ask<WhatIfAnswer>('what-if', { id, changes, isPassing: true });
    expect(quick.view.analysis.optimumNote).toContain('a quick look');
    expect(quick.view.analysis.samplingError).toBeNull();
    expect(quick.view.analysis.geometry?.points).toHaveLength(40);
  });

  it('what cannot be read or is not known is refused in words', async () => {
    const id = await opened();
    await expect(ask('verdicts', { id, cells: 'all' })).rejects.toThrow('cannot read the question');
    await expect(ask('verdicts', { id: `${id}9`, changes: {}, cells: cells(1) })).rejects.toThrow(
      'not known any more',
    );
    const { cells: decided } = await ask<VerdictsAnswer>('verdicts', {
      id,
      changes: {},
      cells: [{ temperature: 0 }],
    });
    expect(decided[0]).toMatchObject({ verdict: null, problem: expect.stringContaining('temperature') });
  });
});
