/** The panel's end of the channel: questions are answered, refused, taken back, and never by what cannot be read. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostMessage, PanelMessage } from '../../src/protocol/panelMessages';
import { connectHost, type Host, type ToldByHost, Unanswered } from '../../webview/host';

let page: EventTarget;
let posted: PanelMessage[];
let told: ToldByHost[];
let problems: string[];
let host: Host;

beforeEach(() => {
  page = new EventTarget();
  [posted, told, problems] = [[], [], []];
  vi.stubGlobal('window', page);
  vi.stubGlobal('acquireVsCodeApi', () => ({
    postMessage: (message: PanelMessage) => posted.push(message),
    getState: () => undefined,
    setState: () => undefined,
  }));
  host = connectHost(
    (message) => told.push(message),
    (problem) => problems.push(problem),
  );
});
afterEach(() => vi.unstubAllGlobals());

const arrive = (data: unknown) => page.dispatchEvent(new MessageEvent('message', { data }));
const answer = (message: HostMessage) => arrive(message);

describe('a question of the page', () => {
  it('is answered by its number, whatever the order', async () => {
    const [first, second] = [host.ask('copy', { text: 'a' }), host.ask('objective', { id: 'x' })];
    answer({ type: 'answer', request: 2, name: 'objective', answer: { view: null } });
    answer({ type: 'answer', request: 1, name: 'copy', answer: {} });
    expect([await first, await second]).toEqual([{}, { view: null }]);
  });

  it('that is refused, as when the language server has stopped, says why, and the next one is answered', async () => {
    const first = host.ask('objective', { id: 'x' });
    answer({ type: 'refused', request: 1, because: 'The language server has stopped.' });
    await expect(first).rejects.toThrow(new Unanswered('The language server has stopped.'));
    const second = host.ask('objective', { id: 'x' });
    answer({ type: 'answer', request: 2, name: 'objective', answer: { view: null } });
    expect(await second).toEqual({ view: null });
  });

  it('whose answer has another form is refused with the path to what is wrong', async () => {
    const asked = host.ask('save', { name: 'a', content: { text: '' } });
    answer({ type: 'answer', request: 1, name: 'save', answer: { savedAs: 3 } });
    await expect(asked).rejects.toThrow(/savedAs.*Reloading the window may help/);
  });

  it('that is taken back is cancelled, and a late answer to it is dropped', async () => {
    const controller = new AbortController();
    const asked = host.ask('objective', { id: 'x' }, controller.signal);
    controller.abort(new Error('not wanted any more'));
    await expect(asked).rejects.toThrow('not wanted any more');
    expect(posted.at(-1)).toEqual({ type: 'cancel', request: 1 });
    answer({ type: 'answer', request: 1, name: 'objective', answer: { view: null } });
    expect([told, problems]).toEqual([[], []]);
  });

  it('that nobody wants when it would be asked is not asked', async () => {
    await expect(host.ask('copy', { text: 'a' }, AbortSignal.abort(new Error('gone')))).rejects.toThrow(
      'gone',
    );
    expect(posted).toEqual([]);
  });
});

describe('what the extension says by itself', () => {
  it('is handed on', () => {
    answer({ type: 'nothing', because: 'gone' });
    expect(told).toEqual([{ type: 'nothing', because: 'gone' }]);
  });

  it.each([
    [null],
    ['text'],
    [{ type: 'objective' }],
    [{ type: 'unheard-of' }],
    [{ type: 'answer', request: -1 }],
  ])('is told as a problem where it cannot be read: %j', (message) => {
    arrive(message);
    expect(told).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('cannot read')]);
  });
});
