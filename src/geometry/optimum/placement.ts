/** Points placed by local search, where the verdict or the picture needs an embedding and no closed form gives one. */
import type { Objective } from '../../objective/objective';
import type { Interrupt } from '../interrupt';
import { logScale } from '../verdict/targets';
import { localSearch } from './localSearch';
import { pointsOf } from './points';
import { type Prediction, predictedRank } from './prediction';

export interface Placement {
  /** L − B, in nats. */
  readonly gap: number;
  readonly rank: number;
  /** No dot product is so large that the search may have been on its way to infinity. */
  readonly isModerate: boolean;
  readonly prediction: Prediction;
}

const MAX_POINTS = 400;
/** Columns of a search without a given dimension. */
const ENOUGH_COLUMNS = 64;
/** Similarities beyond this many temperatures, relative to the targets' own scale, are on their way out. */
const MODERATE = 1e3;

/** Every item a point of its own. Null when they are too many. */
export function placeFreely(
  objective: Objective,
  temperature: number,
  dimension: number | null,
  interrupt: Interrupt,
): Placement | null {
  const apart = objective.counts.map(() => false);
  const points = pointsOf(objective, apart, MAX_POINTS);
  if (points === null) return null;
  const size = points.objective.counts.length;
  const columns = Math.min(dimension ?? ENOUGH_COLUMNS, size);
  const found = localSearch(points.objective, temperature, columns, interrupt);
  const prediction: Prediction = {
    cellOf: points.pointOf,
    counts: points.objective.counts,
    own: Float64Array.from(found.similarities, (row, p) => row[p]),
    pairs: found.similarities,
  };
  const largest = Math.max(...found.similarities.map((row) => Math.max(...row.map(Math.abs))));
  return {
    gap: found.gap,
    rank: predictedRank(prediction, objective.similarity),
    isModerate: objective.similarity !== 'dot' || largest <= MODERATE * temperature * logScale(objective),
    prediction,
  };
}
