/** Remedy for unequal class sizes in SupCon: every class counts once, as anchor and in every denominator. */
import type { Objective } from '../../objective/objective';
import { findOptimum } from '../optimum/findOptimum';
import { decideVerdict } from '../verdict/decideVerdict';
import type { Outcome, RemedyMaker } from './remedyMaker';
import { simplexCosine } from './simplex';
import { cosineWords, isObjectiveFile } from './words';

/** Predicted cosines that differ by less from the simplex's are the simplex's. */
const SIMPLEX_TOL = 1e-6;

/** Only both together undo imbalance; one of the two alone does not. Source: [Vock2026]. */
export const balanceClasses: RemedyMaker = ({ definition, analysis }) => {
  if (analysis.reason !== 'zero-weight' || definition.kind !== 'supcon') return null;
  const balance = definition.parameters.balance.value;
  if (new Set(analysis.items.map(({ size }) => size)).size < 2) return null;
  if (balance?.anchors && balance.denominators) return null;
  // Rare classes are in few of the batches, whatever counts in each: no simplex comes of that.
  if ((definition.parameters.batch?.value ?? null) !== null) return null;
  return {
    id: 'balance',
    title: 'Count every class once, as anchor and in denominators',
    change: { values: { balance: { anchors: true, denominators: true } } },
    effect: `Every two classes stand at cosine ${cosineWords(simplexCosine(analysis.items.length))}, whatever their sizes. The weights across classes stay 0, so the bound stays out of reach and the sphere, not the weights, holds the classes there; balancing only one of the two does not undo imbalance.`,
    code: isObjectiveFile(definition)
      ? 'balance: { anchors: true, denominators: true }'
      : "in each anchor's denominator divide every class by its number of candidates, and average the loss over classes instead of samples",
    check: simplexOutcome,
  };
};

/**
 * The optimum of an objective that looks the same from every class: one group of K exchangeable items, whose
 * prediction costs nothing. Null where classes can still be told apart, or where they do not form the simplex.
 */
function simplexOutcome(changed: Objective): Outcome | null {
  const merged = mergedIntoOne(changed);
  if (merged === null) return null;
  const decision = decideVerdict(merged);
  const optimum = findOptimum(merged, decision);
  if (optimum.prediction === null || optimum.gap === null) return null;
  const cosine = simplexCosine(merged.items.length);
  const isSimplex = optimum.prediction.pairs.every((row) =>
    row.every((s) => Math.abs(s - cosine) <= SIMPLEX_TOL),
  );
  return isSimplex ? { verdict: decision.verdict, gap: optimum.gap, rank: merged.items.length - 1 } : null;
}

function mergedIntoOne(objective: Objective): Objective | null {
  const { counts, items, selfMultiplicity, selfLogRatio, multiplicity, logRatio } = objective;
  const same = (values: Iterable<number>) => new Set(values).size === 1;
  const pairs = (rows: readonly Float64Array[]) =>
    rows.flatMap((row, g) => [...row].filter((_, h) => g !== h || counts[g] > 1));
  const perItem = objective.anchorMass.map((mass, g) => mass / counts[g]);
  const isAlike =
    same(selfMultiplicity) &&
    same(selfLogRatio) &&
    same(pairs(multiplicity)) &&
    same(pairs(logRatio)) &&
    Math.max(...perItem) - Math.min(...perItem) < 1e-12;
  if (!isAlike || objective.severalSoftmaxes !== null) return null;
  return {
    ...objective,
    groupOf: items.map(() => 0),
    counts: [items.length],
    anchorMass: Float64Array.of(1),
    selfMultiplicity: selfMultiplicity.slice(0, 1),
    selfLogRatio: selfLogRatio.slice(0, 1),
    multiplicity: [Float64Array.of(pairs(multiplicity)[0])],
    logRatio: [Float64Array.of(pairs(logRatio)[0])],
  };
}
