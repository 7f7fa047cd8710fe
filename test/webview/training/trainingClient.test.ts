/** The panel's end of the training worker: one that falls silent is ended, in a page that is seen and in one that is not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainerAnswer } from '../../../webview/training/runMessages';
import { FIRST_SETTINGS } from '../../../webview/training/runSettings';
import { createTrainingClient } from '../../../webview/training/trainingClient';
import { supConProblem } from '../fixtures/problems';

const MINUTE = 60_000;

class SilentWorker extends EventTarget {
  static readonly all: SilentWorker[] = [];
  readonly heard: unknown[] = [];
  ended = false;
  constructor() {
    super();
    SilentWorker.all.push(this);
  }
  postMessage(message: unknown): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
}

const page = { hidden: false };
let answers: TrainerAnswer[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  SilentWorker.all.length = 0;
  answers = [];
  page.hidden = false;
  vi.stubGlobal('document', page);
  vi.stubGlobal('Worker', SilentWorker);
  vi.stubGlobal('fetch', async () => new Response('// the worker'));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const clientThatRuns = async () => {
  const client = createTrainingClient('worker.js', (answer) => answers.push(answer));
  client.start({ problem: supConProblem([6, 3, 1], 0.1), settings: FIRST_SETTINGS, predicted: null });
  await vi.advanceTimersByTimeAsync(100);
  return client;
};

describe('a worker that does not answer', () => {
  it('is ended after a minute, and the next run has a new one', async () => {
    const client = await clientThatRuns();
    await vi.advanceTimersByTimeAsync(MINUTE - 1000);
    expect(answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(answers).toEqual([
      { type: 'failed', run: 1, because: expect.stringContaining('has not answered for 60 seconds') },
    ]);
    expect(SilentWorker.all.map(({ ended }) => ended)).toEqual([true]);
    client.start({ problem: supConProblem([6, 3, 1], 0.1), settings: FIRST_SETTINGS, predicted: null });
    await vi.advanceTimersByTimeAsync(100);
    expect(SilentWorker.all.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('is waited for while the page is hidden, where it may stand still', async () => {
    await clientThatRuns();
    page.hidden = true;
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(answers).toEqual([]);
    page.hidden = false;
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(answers).toMatchObject([{ type: 'failed' }]);
  });

  it('is waited for while the run is paused, and is quiet after it is stopped', async () => {
    const client = await clientThatRuns();
    client.pause();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    client.resume();
    client.stop();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(answers).toEqual([]);
    expect(SilentWorker.all[0].heard.map((message) => (message as { type: string }).type)).toEqual([
      'start',
      'pause',
      'resume',
      'stop',
    ]);
  });
});
