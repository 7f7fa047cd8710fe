/** What the charts of a run show: pure, from the run and the analysis that it is held against. */
import type { Analysis } from '../../../src/protocol/panelMessages';
import { collapse, rarestPoints } from '../../training/comparison';
import { predictionOf } from '../../training/predictionOf';
import { latest, type TrainingState } from '../../trainingState';
import { formatNumber } from '../numbers';
import { type HorizontalLine, nameOf } from './chartLines';
import type { ChartContent } from './lineChart';
import { lossRange } from './lossRange';

/** Differences below this are single precision's; their logarithm would draw noise. */
const LEAST_DIFFERENCE = 1e-6;

/** Losses of mini-batches that are drawn as one: single ones jump by more than a run falls. */
export const AVERAGED = 25;

/**
 * The loss of each step; of mini-batches the whole loss, and pale their own where that is comparable: batches of another
 * size compare other numbers of samples, so that their loss lies nats away.
 */
export function lossContent(state: TrainingState, { bound, minimum, training }: Analysis): ChartContent {
  const { settings, losses, measured, phase } = state;
  const isComparable = hasComparableBatches(settings.batch, training);
  const now = latest(state);
  const isWhole = settings.batch === null;
  const end = isWhole && phase === 'ended' && now !== null ? [now.loss] : [];
  const perStep = [...losses, ...end];
  const x = Array.from({ length: isWhole ? perStep.length : losses.length + 1 }, (_, step) => step);
  const whole = new Array<number | null>(x.length).fill(null);
  for (const { step, loss } of measured) whole[step] = loss;
  const lines = linesOf(minimum, bound);
  const averages = isComparable ? runningMeans(losses) : [];
  const seen = isWhole ? perStep : [...measured.map(({ loss }) => loss), ...averages];
  const first = isWhole ? losses[0] : measured[0]?.loss;
  const ran =
    now === null || first === undefined
      ? 'not started'
      : `from ${formatNumber(first)} to ${formatNumber(now.loss)} at step ${now.step}`;
  return {
    steps: settings.steps,
    x,
    curve: isWhole ? perStep : whole,
    second: isComparable ? [...averages, null].slice(0, x.length) : x.map(() => null),
    lines,
    range: lossRange(seen, bound, minimum),
    description: `Loss against steps: ${[ran, ...lines.map(nameOf)].join(', ')}`,
  };
}

export const hasComparableBatches = (batch: number | null, training: Analysis['training']): boolean =>
  batch !== null && training?.drawing?.batch === batch;

function runningMeans(losses: readonly number[]): number[] {
  let sum = 0;
  return losses.map((loss, step) => {
    sum += loss - (step >= AVERAGED ? losses[step - AVERAGED] : 0);
    return sum / Math.min(step + 1, AVERAGED);
  });
}

/** Largest difference of a trained similarity from the predicted one, and pale the mean one, as powers of ten. */
export function differenceContent({ settings, measured }: TrainingState): ChartContent {
  const log = (value: number | undefined) =>
    value === undefined ? null : Math.log10(Math.max(value, LEAST_DIFFERENCE));
  const curve = measured.map(({ differences }) => log(differences?.largest));
  const second = measured.map(({ differences }) => log(differences?.mean));
  const values = [...curve, ...second].filter((value) => value !== null);
  const now = measured.at(-1)?.differences;
  return {
    steps: settings.steps,
    x: measured.map(({ step }) => step),
    curve,
    second,
    lines: [],
    range:
      values.length === 0
        ? [-3, 0.3]
        : [lowest(values) - 0.1, Math.max(0.3, -lowest(values.map((v) => -v)) + 0.1)],
    description: now
      ? `Trained and predicted similarities differ by ${formatNumber(now.largest)} at most, by ${formatNumber(now.mean)} on average`
      : 'Difference of trained and predicted similarities against steps: not started',
  };
}

/** Null where no geometry is predicted for the points that are trained, or there is but one. */
export function collapseContent(state: TrainingState, analysis: Analysis): ChartContent | null {
  const prediction = predictionOf(analysis);
  const predicted = prediction && collapse(prediction.similarities, prediction.sizes);
  if (predicted === null) return null;
  const { settings, measured } = state;
  const curve = measured.map((one) => one.collapse);
  const values = [predicted, ...curve.filter((value) => value !== null)];
  const [low, high] = [lowest(values), -lowest(values.map((value) => -value))];
  const room = Math.max(0.25 * (high - low), 0.1);
  const line: HorizontalLine = { value: predicted, name: 'predicted', color: 'minimum' };
  const now = latest(state)?.collapse ?? null;
  return {
    steps: settings.steps,
    x: measured.map(({ step }) => step),
    curve,
    second: curve.map(() => null),
    lines: [line],
    range: [low - 1.6 * room, high + room],
    description: `${collapseTitle(analysis)}: ${now === null ? 'not started' : formatNumber(now)}, ${nameOf(line)}`,
  };
}

export function collapseTitle(analysis: Analysis): string {
  const sizes = predictionOf(analysis)?.sizes ?? [];
  const measure = analysis.training?.similarity === 'cosine' ? 'cosine' : 'similarity';
  const rare = rarestPoints(sizes);
  return rare === null
    ? `Largest ${measure} of two points`
    : `Mean ${measure} among the ${rare.length} rarest classes`;
}

/** From the top of the picture down. */
function linesOf(minimum: number | null, bound: number | null): HorizontalLine[] {
  const made: HorizontalLine[] = [];
  if (minimum !== null) made.push({ value: minimum, name: 'predicted minimum', color: 'minimum' });
  if (bound !== null) made.push({ value: bound, name: 'entropic bound', color: 'bound' });
  return made;
}

/** Not with a spread: a long run has more values than a call may have arguments. */
const lowest = (values: readonly number[]) =>
  values.reduce((least, value) => Math.min(least, value), Infinity);
