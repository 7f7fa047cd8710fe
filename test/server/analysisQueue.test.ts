/** The queue against work that the test ends by hand: the newest text wins, whatever comes in between. */
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentAnalysis } from '../../src/language/languageService';
import { type AnalyzedDocument, createAnalysisQueue } from '../../src/server/analysisQueue';

const URI = 'file:///work/a.py';

interface Started {
  readonly text: string;
  readonly previous: DocumentAnalysis | null;
  readonly signal: AbortSignal;
  finish(): void;
  fail(error: Error): void;
}

function harness() {
  const texts = new Map<string, string>([[URI, 'one']]);
  const started: Started[] = [];
  const finished: AnalyzedDocument[] = [];
  const failures: unknown[] = [];
  const gone: string[] = [];
  const queue = createAnalysisQueue({
    read: async (uri) => {
      const text = texts.get(uri);
      return text === undefined ? null : TextDocument.create(uri, '', 0, text);
    },
    analyze: (snapshot, previous, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        const analysis: DocumentAnalysis = { uri: snapshot.uri, objectives: [], findings: [] };
        started.push({
          text: snapshot.getText(),
          previous,
          signal,
          finish: () => resolve(analysis),
          fail: reject,
        });
      }),
    finished: (result) => finished.push(result),
    gone: (uri) => gone.push(uri),
    failed: (_, error) => failures.push(error),
  });
  return { texts, started, finished, failures, gone, queue };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the analysis queue', () => {
  it('passes the last analysis on to the next, and answers with the newest', async () => {
    const { queue, started, finished, texts } = harness();
    const first = queue.schedule(URI, 0);
    await turn();
    started[0].finish();
    await first;
    texts.set(URI, 'two');
    const second = queue.schedule(URI, 0);
    await turn();
    expect(started[1].previous).toBe(finished[0].analysis);
    started[1].finish();
    await second;
    expect(queue.last(URI)!.snapshot.getText()).toBe('two');
  });

  it('aborts what runs for an older text, and never reports it', async () => {
    const { queue, started, finished, failures, texts } = harness();
    const first = queue.schedule(URI, 0);
    await turn();
    texts.set(URI, 'two');
    const second = queue.schedule(URI, 0);
    expect(started[0].signal.aborted).toBe(true);
    await first;
    await turn();
    started[0].finish();
    started[1].finish();
    await second;
    expect(finished.map(({ snapshot }) => snapshot.getText())).toEqual(['two']);
    expect(failures).toEqual([]);
  });

  it('reads the text only after the pause, once for all edits within it', async () => {
    const { queue, started, texts } = harness();
    const runs = ['two', 'three', 'four'].map((text) => {
      texts.set(URI, text);
      return queue.schedule(URI, 20);
    });
    await turn();
    expect(started).toEqual([]);
    await Promise.all(runs.slice(0, -1));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(started.map(({ text }) => text)).toEqual(['four']);
    started[0].finish();
    await runs.at(-1);
  });

  it('joins a run that is under way instead of doing it twice', async () => {
    const { queue, started } = harness();
    const scheduled = queue.schedule(URI, 0);
    expect(queue.ensure(URI)).toBe(scheduled);
    await turn();
    started[0].finish();
    await scheduled;
    const again = queue.ensure(URI);
    expect(again).not.toBe(scheduled);
    await turn();
    started[1].finish();
    await again;
  });

  it('reports a document that is gone, and forgets its analysis', async () => {
    const { queue, started, gone, texts } = harness();
    const first = queue.schedule(URI, 0);
    await turn();
    started[0].finish();
    await first;
    texts.delete(URI);
    await queue.schedule(URI, 0);
    expect(gone).toEqual([URI]);
    expect(queue.last(URI)).toBeNull();
    expect(queue.known()).toEqual([]);
  });

  it('reports a failure, keeps the last analysis and works on', async () => {
    const { queue, started, failures } = harness();
    const first = queue.schedule(URI, 0);
    await turn();
    started[0].finish();
    await first;
    const kept = queue.last(URI);
    const second = queue.schedule(URI, 0);
    await turn();
    const error = new Error('a fault');
    started[1].fail(error);
    await second;
    expect(failures).toEqual([error]);
    expect(queue.last(URI)).toBe(kept);
  });

  it('says nothing more after it was disposed', async () => {
    const { queue, started, finished, failures } = harness();
    const run = queue.schedule(URI, 0);
    await turn();
    queue.dispose();
    started[0].finish();
    await run;
    expect([finished, failures]).toEqual([[], []]);
  });
});
