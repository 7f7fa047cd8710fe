/** Buttons, worker and store play together: what is asked of the worker, and what the host is told. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ObjectiveView, PanelMessage } from '../../src/protocol/panelMessages';
import { createStore, type Store } from '../../webview/store';
import type { TrainerAnswer } from '../../webview/training/runMessages';
import { FIRST_SETTINGS } from '../../webview/training/runSettings';
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
let saved: unknown[];
let savedAs: string | null;
let asked: unknown[];
let answer: (answer: TrainerAnswer) => void;

beforeEach(() => {
  store = createStore();
  saved = [];
  savedAs = 'run.json';
  const host = testHost(({ ask }) => {
    saved.push(ask);
    return Promise.resolve({ savedAs });
  });
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
  backend: { name: 'cpu', because: null },
  losses: [4.5],
  measured: { step: 5, loss: 4.47, differences: { largest: 0.01, mean: 0.005 }, collapse: -0.01 },
  coordinates: null,
  end: { embeddings: [[1, 0]], similarities: [[1]] },
};

describe('createTrainingController', () => {
  test('a start shows the training and sends the problem with its prediction', () => {
    controller.start({ ...FIRST_SETTINGS, seed: 7, steps: 50 });
    const { attainable, coordinates } = supConGeometry();
    const predicted = { coordinates, similarities: attainable, sizes: [60, 6, 6] };
    const settings = { ...FIRST_SETTINGS, seed: 7, steps: 50 };
    expect(asked).toEqual([['start', { problem: VIEW.analysis.training, settings, predicted }]]);
    expect(store.get()).toMatchObject({
      scene: 'training',
      training: { phase: 'starting', settings: { seed: 7, steps: 50 } },
    });
  });

  test('other points than the drawn ones are trained without a comparison', () => {
    const training = supConProblem([60, 6, 6, 5], 0.5);
    store.set({ view: { ...VIEW, analysis: { ...VIEW.analysis, training } } });
    controller.start({ ...FIRST_SETTINGS, seed: 1, steps: 10 });
    expect(asked).toMatchObject([['start', { predicted: null }]]);
  });

  test('without anything to train nothing is asked of the worker', () => {
    store.set({ view: { ...VIEW, analysis: { ...VIEW.analysis, training: null } } });
    controller.start({ ...FIRST_SETTINGS, seed: 1, steps: 10 });
    expect(asked).toEqual([]);
  });

  test('pause, resume and reset go to the worker and to the screen', () => {
    controller.start({ ...FIRST_SETTINGS, seed: 7, steps: 50 });
    controller.pause();
    expect(store.get().training.phase).toBe('paused');
    controller.resume();
    expect(store.get().training.phase).toBe('running');
    controller.reset();
    expect(store.get()).toMatchObject({
      scene: 'predicted',
      training: { phase: 'idle', losses: [], settings: { seed: 7, steps: 50 } },
    });
    expect(asked.slice(1)).toEqual(['pause', 'resume', 'stop']);
  });

  test('the host is told how the run ended', () => {
    controller.start({ ...FIRST_SETTINGS, seed: 7, steps: 5 });
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
    controller.start({ ...FIRST_SETTINGS, seed: 7, steps: 5 });
    answer({ type: 'failed', run: 1, because: 'no memory' });
    expect(posted).toEqual([{ type: 'problem', message: 'The training preview stopped: no memory' }]);
    expect(store.get().training.phase).toBe('failed');
  });
});

describe('a run as a file', () => {
  beforeEach(() => {
    controller.start({ ...FIRST_SETTINGS, seed: 7, steps: 5 });
    answer(end);
  });

  test('is handed to the host with all that made it and came of it', async () => {
    expect(await controller.save('run')).toBe('Saved as run.json.');
    const [{ name, content }] = saved as { name: string; content: { text: string } }[];
    expect(name).toBe('a-run.json');
    expect(JSON.parse(content.text)).toMatchObject({
      format: 1,
      run: {
        seed: 7,
        steps: 5,
        encoder: 'table',
        backend: 'cpu',
        state: 'ended',
        stepsDone: 5,
        dimension: 16,
      },
      predicted: { minimum: 4.456, similarities: supConGeometry().attainable },
      end: {
        loss: 4.47,
        excess: expect.closeTo(0.014, 9),
        names: ['head', 'tail a', 'tail b'],
        embeddings: [[1, 0]],
        similarities: [[1]],
      },
      losses: [4.5],
    });
  });

  test('the losses go by steps', async () => {
    await controller.save('losses');
    const [{ name, content }] = saved as { name: string; content: { text: string } }[];
    expect(name).toBe('a-losses.csv');
    const rows = content.text.split('\n');
    expect(rows[0]).toBe('step,step_loss,loss,largest_difference,mean_difference,collapse');
    expect(rows[1]).toBe('0,4.5,,,,');
    expect(rows[6]).toBe('5,,4.47,0.01,0.005,-0.01');
  });

  test('nothing is said when the user has changed their mind', async () => {
    savedAs = null;
    expect(await controller.save('run')).toBeNull();
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
