/** Searches in a given number of dimensions, for every latent similarity: no proof that nothing is lower. */
import type { Objective } from '../../objective/objective';
import { softmaxesOf } from '../../objective/softmaxesOf';
import { type Interrupt, NEVER } from '../interrupt';
import { symmetricEigen } from '../linalg/symmetricEigen';
import { distanceUnit, targetDistances } from '../verdict/targets';
import type { Effort } from './effort';
import { minimise } from './lbfgs';
import { lossRows } from './lossRows';
import { newPointState, type PointState, pointLoss } from './pointLoss';

export interface LocalMinimum {
  /** L − B, in nats. */
  readonly gap: number;
  /** Latent similarities of the points, with each point's own on the diagonal. */
  readonly similarities: readonly Float64Array[];
  readonly reachedLimit: boolean;
  /** Starts that were tried. */
  readonly starts: number;
  readonly stoppedEarly: boolean;
}

const GRADIENT_TOL = 1e-9;
const MAX_ITERATIONS = 1500;
const MAX_STARTS = 4;
/** Where a gap is wanted to some two digits only. */
const QUICK = { gradientTolerance: 1e-5, maxIterations: 60 };
/** Multiplications that all starts together may take; most of a second. */
const WORK = 1.2e9;

/**
 * The lowest loss of several deterministic starts of L-BFGS on m × d coordinates: the principal coordinates of what the
 * weights ask for, then scattered points. Shape: an objective of single points, d ≥ 1. Units: nats.
 * Source: [NocedalWright2006].
 */
export function localSearch(
  objective: Objective,
  temperature: number,
  dimension: number,
  interrupt: Interrupt = NEVER,
  effort: Effort = 'full',
): LocalMinimum {
  const size = objective.counts.length;
  const rows = lossRows(softmaxesOf(objective), temperature);
  const state = newPointState(rows, objective.similarity, dimension);
  const severalCells = rows.shared === null ? 0 : 6 * rows.multiplicity.length;
  const cost = 3 * size * size * (dimension + 20) + severalCells;
  const starts = Math.max(1, Math.min(MAX_STARTS, Math.floor(WORK / cost / 200)));
  const full = {
    gradientTolerance: GRADIENT_TOL,
    maxIterations: Math.max(20, Math.min(MAX_ITERATIONS, Math.floor(WORK / cost / starts))),
  };
  const limits = effort === 'quick' && full.maxIterations > QUICK.maxIterations ? QUICK : full;
  const loss = (x: Float64Array, gradient: Float64Array) => pointLoss(state, x, gradient);
  let best: { gap: number; similarities: Float64Array[]; reachedLimit: boolean } | null = null;
  let tried = 0;
  for (; tried < starts && (tried === 0 || !interrupt.isRaised()); tried++) {
    const from = startingPoints(objective, temperature, dimension, tried);
    const found = minimise(loss, from, { ...limits, interrupt });
    if (best !== null && found.value >= best.gap) continue;
    loss(found.x, new Float64Array(found.x.length));
    best = {
      gap: found.value,
      similarities: similaritiesOf(state),
      reachedLimit: found.stopped === 'iteration-limit',
    };
  }
  if (best === null) throw new Error('A local search has at least one start.');
  return { ...best, starts: tried, stoppedEarly: interrupt.isRaised() };
}

function similaritiesOf(state: PointState): Float64Array[] {
  const { size } = state.rows;
  return Array.from({ length: size }, (_, g) => {
    const row = state.similarities.slice(g * (size + 1), g * (size + 1) + size);
    row[g] = state.similarities[g * (size + 1) + size];
    return row;
  });
}

/** Distances beyond this many times the unit ask for nothing more in a start. */
const FARTHEST = 4;

function startingPoints(
  objective: Objective,
  temperature: number,
  dimension: number,
  start: number,
): Float64Array {
  const size = objective.counts.length;
  const x = new Float64Array(size * dimension);
  const scatter = start === 0 ? 0.03 : 1;
  for (let at = 0; at < x.length; at++) x[at] = scatter * scattered(at + 1 + start * 104_729);
  if (start > 1) return x;
  const unit = distanceUnit(objective, temperature);
  const cut = objective.similarity === 'cosine' ? 4 : FARTHEST;
  const distances = targetDistances(objective).map((row) =>
    row.map((d) => (Number.isNaN(d) ? cut : Math.min(cut, Math.max(0, unit * d)))),
  );
  for (let g = 0; g < size; g++) distances[g][g] = 0;
  const means = distances.map((row) => row.reduce((sum, d) => sum + d, 0) / size);
  const mean = means.reduce((sum, d) => sum + d, 0) / size;
  const { values, vectors } = symmetricEigen(
    distances.map((row, g) => row.map((d, h) => (means[g] + means[h] - d - mean) / 2)),
  );
  for (let g = 0; g < size; g++)
    for (let k = 0; k < Math.min(dimension, size); k++)
      x[g * dimension + k] += vectors[k][g] * Math.sqrt(Math.max(0, values[k]));
  return x;
}

/** Evenly scattered numbers in (−1, 1), the same every time: the golden ratio's multiples, shuffled by a sine. */
function scattered(index: number): number {
  const x = Math.sin(index * 12.9898) * 43_758.5453;
  return 2 * (x - Math.floor(x)) - 1;
}
