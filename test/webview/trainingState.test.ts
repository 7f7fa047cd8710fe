/** What the panel knows of a training run follows the worker's answers and the user, and is told as it is. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/protocol/panelMessages';
import type { Progress } from '../../webview/training/runMessages';
import { afterAnswer, idleTraining, latestLoss, readWholeNumber } from '../../webview/trainingState';
import { backendText, resultText, statusText } from '../../webview/view/training/trainingText';

function progress(change: Partial<Progress> = {}): Progress {
  return {
    type: 'progress',
    run: 1,
    backend: 'webgl',
    step: 10,
    losses: [4.6, 4.5],
    coordinates: null,
    largestDifference: null,
    ended: false,
    ...change,
  };
}

/** SupCon 60-6-6 at τ = 0.5. */
const ANALYSIS: Analysis = {
  verdict: 'degenerate',
  reason: 'zero-weight',
  condition: null,
  undecidedBecause: null,
  proof: null,
  bound: 4.382252123,
  minimum: 4.456067449,
  gap: 0.073815326,
  certifiedWithin: 3e-9,
  method: 'certified',
  optimumNote: null,
  rank: 2,
  temperatureLimit: null,
  items: [],
  similarities: null,
  geometry: null,
  training: null,
  viewSimilarity: null,
  samplingError: null,
  remedies: [],
};

const ended = (loss: number, change: Partial<Progress> = {}) =>
  afterAnswer(
    { ...idleTraining(1, 600), phase: 'running' },
    progress({ step: 600, losses: [loss], ended: true, ...change }),
  );

describe('afterAnswer', () => {
  test('the first answer starts the run and names the backend', () => {
    const state = afterAnswer({ ...idleTraining(), phase: 'starting' }, progress());
    expect(state).toMatchObject({ phase: 'running', backend: 'webgl', step: 10, losses: [4.6, 4.5] });
  });

  test('losses are collected in order', () => {
    const first = afterAnswer({ ...idleTraining(), phase: 'running' }, progress());
    const second = afterAnswer(first, progress({ step: 12, losses: [4.48, 4.47] }));
    expect(second.losses).toEqual([4.6, 4.5, 4.48, 4.47]);
    expect(latestLoss(second)).toBe(4.47);
  });

  test('an answer that was under way does not end a pause', () => {
    expect(afterAnswer({ ...idleTraining(), phase: 'paused' }, progress()).phase).toBe('paused');
  });

  test('the end is the end, also of a pause', () => {
    expect(afterAnswer({ ...idleTraining(), phase: 'paused' }, progress({ ended: true })).phase).toBe(
      'ended',
    );
  });

  test('a failure keeps the curve and says why', () => {
    const running = afterAnswer({ ...idleTraining(), phase: 'running' }, progress());
    const failed = afterAnswer(running, { type: 'failed', run: 1, because: 'out of memory' });
    expect(failed).toMatchObject({ phase: 'failed', failure: 'out of memory', losses: [4.6, 4.5] });
    expect(statusText(failed)).toContain('out of memory');
  });
});

describe('readWholeNumber', () => {
  test.each([
    ['600', 600],
    [' 7 ', 7],
    ['1', 1],
    ['20000', 20_000],
  ])('%j is %d', (text, value) => expect(readWholeNumber(text, 1, 20_000)).toBe(value));

  test.each(['', '0', '20001', '-1', '1.5', '1e3', 'ten', '٣', '99999999999999999999'])(
    '%j is refused',
    (text) => {
      expect(readWholeNumber(text, 1, 20_000)).toBe('Enter a whole number from 1 to 20000.');
    },
  );
});

describe('texts', () => {
  test.each([
    { phase: 'idle', text: 'Not started.' },
    { phase: 'starting', text: 'Starting…' },
    { phase: 'running', text: 'Running: step 10 of 600, loss 4.5000' },
    { phase: 'paused', text: 'Paused: step 10 of 600, loss 4.5000' },
  ] as const)('$phase', ({ phase, text }) => {
    expect(statusText({ ...idleTraining(1, 600), phase, step: 10, losses: [4.5] })).toBe(text);
  });

  test('a backend is named once it is known, and cpu with its reason', () => {
    expect(backendText(idleTraining())).toBe('');
    expect(backendText({ ...idleTraining(), backend: 'webgl' })).toBe('Backend: webgl');
    expect(backendText({ ...idleTraining(), backend: 'cpu' })).toContain('WebGL cannot be used');
  });

  test('nothing is concluded before the end', () => {
    expect(resultText({ ...idleTraining(), phase: 'running', losses: [4.5] }, ANALYSIS)).toBeNull();
  });

  test('above the prediction: in nats and in percent, with the largest difference', () => {
    expect(resultText(ended(4.4664, { largestDifference: 0.0312 }), ANALYSIS)).toBe(
      'After 600 steps the loss is 4.4664: 0.0103 nats (0.2%) above the predicted minimum. ' +
        'The trained similarities differ from the predicted ones by at most 0.031.',
    );
  });

  test.each([1e-6, -1e-6])('%d nats from the prediction is the prediction, to single precision', (excess) => {
    expect(resultText(ended(4.456067449 + excess), ANALYSIS)).toContain('to the precision of the preview');
  });

  test('below the best of several local searches: the run has found better, and that is said', () => {
    const text = resultText(ended(4.4), { ...ANALYSIS, method: 'local-search' });
    expect(text).toContain('0.0561 nats (1.3%) below the predicted minimum');
    expect(text).toContain('this run has found better');
  });

  test('without a predicted minimum there is nothing to compare with', () => {
    expect(resultText(ended(4.4), { ...ANALYSIS, minimum: null })).toContain('no predicted minimum');
  });

  test('a minimum of zero has no percent', () => {
    expect(resultText(ended(0.5), { ...ANALYSIS, minimum: 0 })).toContain('0.5000 nats above');
  });
});
