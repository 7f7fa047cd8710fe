/** The optimum of what training sees: batches drawn from the data set, as many as the prediction's digits need. */
import { type Batches, batchesOf } from '../../objective/batches/batchesOf';
import { type ExpectedBatches, expectedBatches } from '../../objective/batches/expectedBatches';
import type { Definition } from '../../objective/definition';
import type { Objective } from '../../objective/objective';
import type { SamplingError } from '../analysis';
import type { Interrupt } from '../interrupt';
import type { Decision } from '../verdict/decision';
import type { Effort } from './effort';
import { fewerSoftmaxes } from './fewerSoftmaxes';
import { findOptimum, type Optimum } from './findOptimum';
import { predictedRank } from './prediction';
import { samplingError } from './samplingError';

export interface OverBatches {
  /** With the softmaxes of the batches, or as it was where all samples stand in one. */
  readonly objective: Objective;
  readonly optimum: Optimum;
  readonly samplingError: SamplingError | null;
  readonly batches: Batches;
}

const SEED = 1;
/** Entries of the softmaxes that are tried in turn, until the similarities are within WANTED_ERROR. */
const CELLS = [6e5, 2.4e6];
const WANTED_ERROR = 0.003;
/** Entries of softmaxes over single points that a local search evaluates in a few milliseconds. */
const POINT_CELLS = 4e5;
/** Entries where a gap is wanted to two digits only, and no error of similarities. */
const QUICK_CELLS = 3e4;

/** The optimum of an objective for its batch size. Shape: any number of items. Source: [Vock2026], batches. */
export function overBatches(
  definition: Definition,
  objective: Objective,
  decision: Decision,
  interrupt: Interrupt,
  effort: Effort = 'full',
): OverBatches {
  const batches = batchesOf(definition, objective);
  if (batches.kind === 'drawn' && decision.verdict !== 'undecided')
    return {
      ...drawn({ definition, objective, decision, samples: batches.samples, interrupt, effort }),
      batches,
    };
  const optimum = findOptimum(objective, decision, interrupt, effort);
  return { objective, optimum, samplingError: null, batches };
}

function drawn(search: Search): Found {
  const { objective, decision } = search;
  if (!needsPoints(objective, decision)) {
    const free = adaptively(search);
    const { prediction, method } = free.optimum;
    const { dimension, similarity } = objective;
    const fits =
      dimension === null || prediction === null || predictedRank(prediction, similarity) <= dimension;
    if (fits || method !== 'certified') return { ...free, objective: { ...free.objective, dimension } };
  }
  return inPoints(search);
}

type Found = Omit<OverBatches, 'batches'>;

interface Search {
  readonly definition: Definition;
  readonly objective: Objective;
  readonly decision: Decision;
  readonly samples: number;
  readonly interrupt: Interrupt;
  readonly effort: Effort;
}

/** Whether the minimum is searched with the coordinates of single points, whatever the dimension. */
function needsPoints({ similarity }: Objective, { verdict, reason, proof }: Decision): boolean {
  const isReached = verdict === 'realizable' || reason === 'total-collapse' || proof?.kind === 'escape';
  return similarity !== 'cosine' && !isReached;
}

/** In as many dimensions as it takes. */
function adaptively({ definition, objective, decision, samples, interrupt, effort }: Search): Found {
  const isFree = decision.verdict !== 'realizable';
  let best: Found | null = null;
  for (const cells of effort === 'quick' ? [QUICK_CELLS] : CELLS) {
    const drawn = expectedBatches(definition, objective, samples, { cells, seed: SEED });
    const whole = { ...inBatches(objective, drawn), dimension: isFree ? null : objective.dimension };
    const optimum = findOptimum(whole, decision, interrupt, effort);
    const error = effort === 'quick' ? null : samplingError(whole, drawn, optimum, interrupt);
    best = { objective: whole, optimum, samplingError: error };
    if (error === null || error.similarity <= WANTED_ERROR || interrupt.isRaised()) break;
  }
  if (best === null) throw new Error('Batches are drawn at least once.');
  return best;
}

/** In the dimensions that are given, for each item a point, with fewer batches. */
function inPoints({ definition, objective, decision, samples, interrupt, effort }: Search): Found {
  const [groups, items] = [objective.counts.length, objective.items.length];
  const cells = ((effort === 'quick' ? QUICK_CELLS : POINT_CELLS) * groups * groups) / (items * items);
  const drawn = expectedBatches(definition, objective, samples, { cells, seed: SEED });
  const whole = inBatches(objective, drawn);
  const optimum = findOptimum(whole, decision, interrupt, effort);
  const error = effort === 'quick' ? null : samplingError(whole, drawn, optimum, interrupt);
  return { objective: whole, optimum, samplingError: error };
}

/** Softmaxes of each anchor in a preview, and how many entries all of them may have over its points. */
const SHOWN = 16;
const SHOWN_CELLS = 2e5;
const MOST_POINTS = 200;

/** The objective as a preview trains it: a mean over batches with few softmaxes, and the same optimum. */
export function asShown({ objective, optimum, batches }: OverBatches): Objective {
  const { temperature, items } = objective;
  if (batches.kind !== 'drawn' || temperature === null || optimum.method === 'none') return objective;
  const points = Math.min(items.length, MOST_POINTS);
  const each = Math.max(1, Math.min(SHOWN, Math.floor(SHOWN_CELLS / points ** 2)));
  return fewerSoftmaxes(objective, temperature, optimum.prediction, each);
}

function inBatches(objective: Objective, { softmaxes, lossOffset }: ExpectedBatches): Objective {
  return { ...objective, severalSoftmaxes: softmaxes, lossOffset };
}
