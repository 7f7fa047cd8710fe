/** Buttons, worker and store play together: what is asked of the worker, and what the host is told. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ObjectiveView, PanelMessage } from '../../src/protocol/panelMessages';
import { createStore, type Store } from '../../webview/store';
import type { TrainerAnswer } from '../../webview/training/runMessages';
import {
  createTrainingController,
  isSameRun,
  type TrainingController,
} from '../../webview/trainingController';
import { supConGeometry } from './fixtures/geometry';
import { testHost } from './fixtures/host';
import { supConProblem } from './fixtures/problems';

const VIEW: ObjectiveView = {
  summary: {
    id: 'file:///a.objective.yaml#0',
    uri: 'file:///a.objective.yaml',
    name: 'a',
    kind: 'supcon',
    dialect: 'objective-file',
    verdict: 'degenerate',
    reason: 'zero-weight',
    headline: 'degenerate: zero weights',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    staleBecause: null,
  },
  parameters: [],
  controls: [],
  thresholds: [],
  data: { accounts: [], lacking: [], canBind: false },
  explanation: { headline: '', because: [], advice: [], facts: [] },
  analysis: {
    verdict: 'degenerate',
    reason: 'zero-weight',
    condition: null,
    undecidedBecause: null,
    proof: null,
    bound: 4.38,
    minimum: 4.456,
    gap: 0.07,
    certifiedWithin: 1e-9,
    method: 'certified',
    optimumNote: null,
    rank: 2,
    temperatureLimit: null,
    items: [],
    similarities: null,
    geometry: supConGeometry(),
    training: supConProblem([60, 6, 6], 0.5),
    viewSimilarity: null,
    samplingError: null,
    remedies: [],
  },
};

let store: Store;
let controller: TrainingController;
let posted: PanelMessage[];
let asked: unknown[];
let answer: (answer: TrainerAnswer) => void;

beforeEach(() => {
  store = createStore();
  const host = testHost();
  posted = host.posted;
  asked = [];
  controller = createTrainingController(store, host, (onAnswer) => {
    answer = onAnswer;
    return {
      start: (request) => asked.push(['start', request]),
      pause: () => asked.push('pause'),
      resume: () => asked.push('resume'),
      stop: () => asked.push('stop'),
    };
  });
  store.set({ view: VIEW });
});

const end: TrainerAnswer = {
  type: 'progress',
  run: 1,
  backend: 'cpu',
  step: 5,
  losses: [4.5, 4.47],
  coordinates: null,
  largestDifference: 0.01,
  ended: true,
};

describe('createTrainingController', () => {
  test('a start shows the training and sends the problem with its prediction', () => {
    controller.start(7, 50);
    const { attainable, coordinates } = supConGeometry();
    const predicted = { coordinates, similarities: attainable };
    expect(asked).toEqual([['start', { problem: VIEW.analysis.training, seed: 7, steps: 50, predicted }]]);
    expect(store.get()).toMatchObject({
      scene: 'training',
      training: { phase: 'starting', seed: 7, steps: 50 },
    });
  });

  test('other points than the drawn ones are trained without a comparison', () => {
    const training = supConProblem([60, 6, 6, 5], 0.5);
    store.set({ view: { ...VIEW, analysis: { ...VIEW.analysis, training } } });
    controller.start(1, 10);
    expect(asked).toMatchObject([['start', { predicted: null }]]);
  });

  test('without anything to train nothing is asked of the worker', () => {
    store.set({ view: { ...VIEW, analysis: { ...VIEW.analysis, training: null } } });
    controller.start(1, 10);
    expect(asked).toEqual([]);
  });

  test('pause, resume and reset go to the worker and to the screen', () => {
    controller.start(7, 50);
    controller.pause();
    expect(store.get().training.phase).toBe('paused');
    controller.resume();
    expect(store.get().training.phase).toBe('running');
    controller.reset();
    expect(store.get()).toMatchObject({
      scene: 'predicted',
      training: { phase: 'idle', losses: [], seed: 7, steps: 50 },
    });
    expect(asked.slice(1)).toEqual(['pause', 'resume', 'stop']);
  });

  test('the host is told how the run ended', () => {
    controller.start(7, 5);
    answer(end);
    const [message] = posted;
    expect(message).toMatchObject({
      type: 'training-ended',
      id: VIEW.summary.id,
      backend: 'cpu',
      steps: 5,
      loss: 4.47,
    });
    expect(message.type === 'training-ended' && message.excess).toBeCloseTo(0.014, 9);
  });

  test('and why one failed', () => {
    controller.start(7, 5);
    answer({ type: 'failed', run: 1, because: 'no memory' });
    expect(posted).toEqual([{ type: 'problem', message: 'The training preview stopped: no memory' }]);
    expect(store.get().training.phase).toBe('failed');
  });
});

describe('isSameRun', () => {
  const changed = (change: Partial<ObjectiveView['analysis']>) => ({
    ...VIEW,
    analysis: { ...VIEW.analysis, ...change },
  });
  test.each([
    { name: 'the same objective, analysed again', after: structuredClone(VIEW), same: true },
    {
      name: 'a new explanation only',
      after: { ...VIEW, parameters: [{ name: 'a', value: '1', origin: 'literal' }] },
      same: true,
    },
    {
      name: 'another temperature',
      after: changed({ training: supConProblem([60, 6, 6], 0.4) }),
      same: false,
    },
    { name: 'another minimum', after: changed({ minimum: 4 }), same: false },
    {
      name: 'another objective with equal values',
      after: { ...VIEW, summary: { ...VIEW.summary, id: 'b' } },
      same: false,
    },
    { name: 'nothing', after: null, same: false },
  ])('$name: $same', ({ after, same }) => expect(isSameRun(VIEW, after)).toBe(same));
});
