/** Chooses how the minimum of an objective is found, and says how far the answer can be trusted. */
import type { Objective } from '../../objective/objective';
import { type Interrupt, NEVER, STOPPED_EARLY } from '../interrupt';
import { MET_TOL, TOGETHER_COST } from '../tolerances';
import type { Decision } from '../verdict/decision';
import { hasFreeConstant } from '../verdict/freeConstant/wishes';
import { targetDistances, wishedTogether } from '../verdict/targets';
import { hasUnknownDistances } from '../verdict/unknownDistances';
import { correlationMinimum } from './correlationMinimum';
import type { Effort } from './effort';
import { localSearch } from './localSearch';
import { approached, none, type Optimum } from './optimum';
import { placeFreely } from './placement';
import { pointsOf } from './points';
import { coincidingCells, type Prediction, predictedRank } from './prediction';
import { reachedTargets } from './reachedTargets';
import { separateMembers } from './separateMembers';
import { hasOnlyOwnPositives, hasZeroWeight } from './zeroWeights';

export type { Optimum };

const MAX_POINTS = 400;
/** With more items than are drawn one by one, those that are alike are held together for this share of the gap. */
const MANY_ITEMS = 200;
const TOGETHER_SHARE = 0.02;
/** Columns of a search without a given dimension. */
const ENOUGH_COLUMNS = 64;

/** With the effort `quick` only the gap is worth telling. */
export function findOptimum(
  objective: Objective,
  decision: Decision,
  interrupt: Interrupt = NEVER,
  effort: Effort = 'full',
): Optimum {
  const { temperature } = objective;
  if (decision.proof?.kind === 'escape') return approached(decision.proof.cause);
  if (decision.verdict === 'undecided')
    return none('no optimum is predicted for an objective that is not decided');
  if (temperature === null) return none('the minimum depends on the temperature, which is not known');
  if (decision.verdict === 'realizable' && hasUnknownDistances(objective))
    return completion(objective, temperature, interrupt);
  if (objective.severalSoftmaxes?.decoupled && objective.similarity !== 'cosine')
    return none(
      'without unit length nothing stops the loss: it falls without limit as distances or norms grow',
    );
  if (decision.verdict === 'realizable' || decision.reason === 'total-collapse')
    return {
      method: 'bound-reached',
      gap: 0,
      certifiedWithin: 0,
      note: null,
      prediction: reachedTargets(objective, temperature),
    };
  if (!objective.viewsTied && !hasFreeConstant(objective) && !hasOnlyOwnPositives(objective))
    return overMembers(objective, temperature, interrupt, effort);
  if (objective.similarity === 'cosine') return overCorrelations(objective, temperature, interrupt, effort);
  const together = wishedTogether(objective, targetDistances(objective));
  return inColumns(objective, temperature, together, null, interrupt, effort);
}

/** Products of two gradients of a gap below this leave the range of a double. */
const FLAT = 1e-150;
/** Above this many classes a group for each, whatever its size, would take too long. */
const MOST_CLASSES = 400;

/** Samples of a class may stand apart: the minimum is over all of them, and drawn as classes. */
function overMembers(
  objective: Objective,
  temperature: number,
  interrupt: Interrupt,
  effort: Effort,
): Optimum {
  const { items, dimension, similarity } = objective;
  const members = items.length > MOST_CLASSES || similarity !== 'cosine' ? null : separateMembers(objective);
  if (members === null)
    return none('samples of a class may stand apart, and the minimum over all of them is not searched for');
  const found = overCorrelations({ ...members, dimension: null }, temperature, interrupt, effort);
  if (dimension === null || found.prediction === null) return found;
  const rank = predictedRank(found.prediction, similarity);
  if (rank <= dimension) return found;
  const together = objective.counts.map(() => false);
  return inColumns(objective, temperature, together, { rank, gap: found.gap ?? 0 }, interrupt, effort);
}

/** The bound is met, and the points that meet it are one choice of many where distances are free. */
function completion(objective: Objective, temperature: number, interrupt: Interrupt): Optimum {
  const { similarity, dimension } = objective;
  const found =
    similarity === 'cosine'
      ? overCorrelations(objective, temperature, interrupt, 'full', MET_TOL / 1000)
      : null;
  const placed =
    found?.method === 'certified' ? found : placeFreely(objective, temperature, dimension, interrupt);
  return {
    method: 'bound-reached',
    gap: 0,
    certifiedWithin: 0,
    note: null,
    prediction: placed?.prediction ?? null,
  };
}

function overCorrelations(
  objective: Objective,
  temperature: number,
  interrupt: Interrupt,
  effort: Effort,
  threshold: number | null = null,
): Optimum {
  const found = correlationMinimum(
    objective,
    temperature,
    objective.items.length > MANY_ITEMS ? TOGETHER_SHARE : 0,
    interrupt,
    threshold,
    effort,
  );
  const prediction: Prediction = {
    cellOf: objective.groupOf,
    counts: objective.counts,
    own: new Float64Array(objective.counts.length).fill(1),
    pairs: found.cosines,
  };
  const { dimension } = objective;
  if (dimension !== null && dimension < objective.items.length) {
    const rank = predictedRank(prediction, 'cosine');
    const free = { rank, gap: found.gap };
    if (rank > dimension)
      return inColumns(objective, temperature, coincidingCells(prediction), free, interrupt, effort);
  }
  const notes = [
    found.stoppedEarly
      ? `${STOPPED_EARLY}: the search was interrupted; the certificate says how far the minimum can be off`
      : [],
    found.reachedLimit
      ? 'the search reached its limit of iterations; the certificate says how far the minimum can be off'
      : [],
    found.gap < FLAT && hasZeroWeight(objective)
      ? 'at this temperature the loss is flat in double precision once all are well apart, and does not tell where exactly: the similarities are those that the search began with'
      : [],
    found.togetherCost > TOGETHER_COST
      ? `items that are alike are held at one point, which costs ${found.togetherCost.toPrecision(2)} nats`
      : [],
  ].flat();
  return {
    method: 'certified',
    gap: found.gap,
    certifiedWithin: found.certifiedWithin,
    note: notes.length > 0 ? notes.join('; ') : null,
    prediction,
  };
}

/** Local search with d columns; `free` is the optimum in enough dimensions, where that is known. */
function inColumns(
  objective: Objective,
  temperature: number,
  together: readonly boolean[],
  free: { readonly rank: number; readonly gap: number } | null,
  interrupt: Interrupt,
  effort: Effort,
): Optimum {
  const points = pointsOf(objective, together, MAX_POINTS);
  if (points === null) {
    const known =
      free === null
        ? ''
        : `; in ${free.rank} or more dimensions the gap would be ${free.gap.toPrecision(4)} nats, here it is no less`;
    return none(
      `more than ${MAX_POINTS} separate points would have to be placed in ${objective.dimension ?? 'enough'} dimensions, which is not attempted${known}`,
    );
  }
  const size = points.objective.counts.length;
  const columns = Math.min(objective.dimension ?? ENOUGH_COLUMNS, size);
  const found = localSearch(points.objective, temperature, columns, interrupt, effort);
  const short =
    free === null
      ? ''
      : `the best geometry takes ${free.rank} dimensions, more than the ${objective.dimension} given: `;
  const searches =
    found.starts === 1 ? 'what one local search found' : `the best that ${found.starts} local searches found`;
  const early = found.stoppedEarly ? `${STOPPED_EARLY}: ` : '';
  const limit = found.reachedLimit ? '; the search reached its limit of iterations' : '';
  return {
    method: 'local-search',
    gap: found.gap,
    certifiedWithin: null,
    note: `${early}${short}the minimum is ${searches} in ${columns} ${columns === 1 ? 'dimension' : 'dimensions'}, without proof that nothing is lower${limit}`,
    prediction: {
      cellOf: points.pointOf,
      counts: points.objective.counts.map((_, p) => points.pointOf.filter((q) => q === p).length),
      own: Float64Array.from(found.similarities, (row, p) => row[p]),
      pairs: found.similarities,
    },
  };
}
