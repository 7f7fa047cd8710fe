/** The worker's loop: it tells of every step once, obeys its buttons, and says why a run cannot go on. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { predictionOf } from '../../../webview/training/predictionOf';
import {
  decodeTrainerAnswer,
  type Progress,
  type TrainerAnswer,
} from '../../../webview/training/runMessages';
import { FIRST_SETTINGS, type RunSettings } from '../../../webview/training/runSettings';
import { createTrainingSession } from '../../../webview/training/trainingSession';
import { sketch } from '../../support/definitions';

const ANALYSIS = analyze(
  sketch({ objective: 'supcon', classes: [60, 6, 6], temperature: 0.5, dimension: 16, batch: 16 }),
);

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function open() {
  const answers: TrainerAnswer[] = [];
  let heard: () => void = () => undefined;
  const session = createTrainingSession({
    chooseBackend: () => Promise.resolve({ name: 'cpu', because: null }),
    now: () => performance.now(),
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    post(answer) {
      answers.push(answer);
      heard();
    },
  });
  const start = (change: Partial<RunSettings>, run = 1) =>
    session.handle({
      type: 'start',
      run,
      problem: ANALYSIS.training!,
      settings: { ...FIRST_SETTINGS, steps: 60, ...change },
      predicted: predictionOf(ANALYSIS),
    });
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise<void>((resolve) => (heard = resolve));
  };
  const last = () => answers.at(-1);
  const isOver = () => last()?.type === 'failed' || (last() as Progress | undefined)?.end != null;
  return { session, answers, start, until, ends: () => until(isOver) };
}

describe('a run', () => {
  test.each<Partial<RunSettings>>([{}, { batch: 16 }, { encoder: 'mlp' }])(
    '%j is told to its end',
    async (change) => {
      const { answers, start, ends } = open();
      start(change);
      await ends();
      const told = answers as Progress[];
      expect(told.flatMap(({ losses }) => losses)).toHaveLength(60);
      expect(told.map(({ measured }) => measured.step)).toEqual(
        told.map((_, k) => told.slice(0, k + 1).reduce((sum, { losses }) => sum + losses.length, 0)),
      );
      const { measured, end } = told[told.length - 1];
      expect(measured.step).toBe(60);
      expect(measured.collapse).toBeCloseTo(end!.similarities[1][2], 6);
      expect(end!.embeddings.map((row) => row.length)).toEqual([16, 16, 16]);
      for (const answer of told) expect(decodeTrainerAnswer(answer).kind).toBe('message');
    },
  );

  test('that diverges is told with what may help', async () => {
    const { answers, start, ends } = open();
    start({ learningRate: 1e38, optimizer: 'sgd', encoder: 'mlp', schedule: 'constant', steps: 400 });
    await ends();
    expect(answers.at(-1)).toMatchObject({
      type: 'failed',
      because: expect.stringContaining('learning rate below'),
    });
  });

  test('that is paused rests until it is resumed', async () => {
    const { session, answers, start, until, ends } = open();
    start({ steps: 3000 });
    await until(() => answers.length > 0);
    session.handle({ type: 'pause' });
    // The chunk that is under way is still told.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const told = answers.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answers).toHaveLength(told);
    session.handle({ type: 'resume' });
    await ends();
    expect((answers.at(-1) as Progress).measured.step).toBe(3000);
  });

  test('that is replaced is not told any more', async () => {
    const { answers, start, until, ends } = open();
    start({ steps: 20_000 });
    await until(() => answers.length > 0);
    start({ steps: 5 }, 2);
    const before = answers.length;
    await ends();
    expect(answers.slice(before).map(({ run }) => run)).toEqual([2]);
  });

  test('of mini-batches that cannot be drawn fails in words', async () => {
    const { answers, session, ends } = open();
    const { drawing: _, ...problem } = ANALYSIS.training!;
    session.handle({
      type: 'start',
      run: 1,
      problem,
      settings: { ...FIRST_SETTINGS, batch: 8 },
      predicted: null,
    });
    await ends();
    expect(answers).toEqual([{ type: 'failed', run: 1, because: expect.stringContaining('mini-batches') }]);
  });
});
