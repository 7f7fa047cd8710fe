/** What the panel knows of a training run follows the worker's answers and the user, and is told as it is. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/protocol/panelMessages';
import { readLearningRate, readWholeNumber } from '../../webview/training/readSettings';
import type { Progress } from '../../webview/training/runMessages';
import { FIRST_SETTINGS } from '../../webview/training/runSettings';
import { afterAnswer, idleTraining, latest } from '../../webview/trainingState';
import {
  announcement,
  backendText,
  batchText,
  resultText,
  statusText,
} from '../../webview/view/training/trainingText';
import { supConProblem } from './fixtures/problems';

const WEBGL = { name: 'webgl', because: null } as const;

function progress(change: Partial<Progress> = {}): Progress {
  return {
    type: 'progress',
    run: 1,
    backend: WEBGL,
    losses: [4.7, 4.6],
    measured: { step: 10, loss: 4.5, differences: null, collapse: null },
    coordinates: null,
    end: null,
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

const NOW = { step: 10, loss: 4.5, differences: null, collapse: null };
const END = { embeddings: [[1]], similarities: [[1]] };
const RUN = { ...idleTraining(), phase: 'running' } as const;

const ended = (loss: number, change: Partial<Progress['measured']> = {}) =>
  afterAnswer(RUN, progress({ measured: { ...NOW, step: 600, loss, ...change }, end: END }));

describe('afterAnswer', () => {
  test('the first answer starts the run and names the backend', () => {
    const state = afterAnswer({ ...idleTraining(), phase: 'starting' }, progress());
    expect(state).toMatchObject({ phase: 'running', backend: WEBGL, losses: [4.7, 4.6], measured: [NOW] });
  });

  test('losses are collected in order', () => {
    const first = afterAnswer({ ...idleTraining(), phase: 'running' }, progress());
    const second = afterAnswer(first, progress({ losses: [4.5, 4.48], measured: { ...NOW, loss: 4.47 } }));
    expect(second.losses).toEqual([4.7, 4.6, 4.5, 4.48]);
    expect(latest(second)?.loss).toBe(4.47);
  });

  test('an answer that was under way does not end a pause', () => {
    expect(afterAnswer({ ...idleTraining(), phase: 'paused' }, progress()).phase).toBe('paused');
  });

  test('the end is the end, also of a pause', () => {
    expect(afterAnswer({ ...idleTraining(), phase: 'paused' }, progress({ end: END })).phase).toBe('ended');
  });

  test('a failure keeps the curve and says why', () => {
    const running = afterAnswer({ ...idleTraining(), phase: 'running' }, progress());
    const failed = afterAnswer(running, { type: 'failed', run: 1, because: 'out of memory' });
    expect(failed).toMatchObject({ phase: 'failed', failure: 'out of memory', losses: [4.7, 4.6] });
    expect(statusText(failed)).toContain('out of memory');
    expect(announcement(failed)).toContain('out of memory');
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

describe('readLearningRate', () => {
  test.each([
    ['0.05', 0.05],
    ['1e-3', 1e-3],
    [' .5 ', 0.5],
    ['100', 100],
  ])('%j is %d', (text, value) => expect(readLearningRate(text)).toBe(value));

  test.each(['', '0', 'NaN', 'Infinity', '1e9', '-1', '1e-9', '0x10', '1,5'])('%j is refused', (text) => {
    expect(readLearningRate(text)).toContain('Enter a number');
  });
});

describe('what mini-batches mean', () => {
  const drawing = { samples: [60, 6, 6], views: 2, self: 1, logRatio: [] };
  const training = (batch: number | null) => ({
    ...ANALYSIS,
    training: { ...supConProblem([60, 6, 6], 0.5), drawing: { ...drawing, batch } },
  });
  test.each([
    {
      name: 'no samples to draw',
      analysis: { ...ANALYSIS, training: supConProblem([60, 6], 0.5) },
      batch: null,
      says: 'the whole loss',
    },
    { name: 'all samples', analysis: training(null), batch: null, says: 'as the prediction does' },
    {
      name: 'the mean over batches',
      analysis: training(16),
      batch: null,
      says: 'mean loss of batches of 16',
    },
    { name: 'batches that are predicted', analysis: training(16), batch: 16, says: 'own size' },
    {
      name: 'batches that are not',
      analysis: training(null),
      batch: 16,
      says: 'another objective than that of all samples',
    },
    {
      name: 'other batches',
      analysis: training(16),
      batch: 8,
      says: 'another objective than that of batches of 16',
    },
  ])('$name', ({ analysis, batch, says }) => {
    expect(batchText({ ...FIRST_SETTINGS, batch }, analysis)).toContain(says);
  });
});

describe('texts', () => {
  test.each([
    { phase: 'idle', text: 'Not started.' },
    { phase: 'starting', text: 'Starting…' },
    { phase: 'running', text: 'Running: step 10 of 600, loss 4.5000' },
    { phase: 'paused', text: 'Paused: step 10 of 600, loss 4.5000' },
  ] as const)('$phase', ({ phase, text }) => {
    expect(statusText({ ...idleTraining(), phase, measured: [NOW] })).toBe(text);
  });

  test('a backend is named once it is known, and cpu with its reason', () => {
    expect(backendText(idleTraining())).toBe('');
    expect(backendText({ ...idleTraining(), backend: WEBGL })).toBe('Backend: webgl');
    const cpu = { name: 'cpu', because: 'WebGL cannot be used here' } as const;
    expect(backendText({ ...idleTraining(), backend: cpu })).toBe('Backend: cpu (WebGL cannot be used here)');
  });

  test('nothing is concluded before the end', () => {
    expect(resultText({ ...idleTraining(), phase: 'running', measured: [NOW] }, ANALYSIS)).toBeNull();
  });

  test('above the prediction: in nats and in percent, with the largest difference', () => {
    expect(resultText(ended(4.4664, { differences: { largest: 0.0312, mean: 0.01 } }), ANALYSIS)).toBe(
      'After 600 steps the loss is 4.4664: 0.0103 nats (0.2%) above the predicted minimum. ' +
        'The trained similarities differ from the predicted ones by at most 0.031, by 0.010 on average.',
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
