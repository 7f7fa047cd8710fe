/** What a preview needs to train with mini-batches: samples to draw, and how the loss weighs those that a batch holds. */
import type { Batches } from '../../objective/batches/batchesOf';
import type { Definition } from '../../objective/definition';
import { isSummed } from '../../objective/kinds/summedPositives';
import type { Objective } from '../../objective/objective';
import type { BatchDrawing } from '../analysis';
import { MAX_APART } from './drawnPoints';

/** Relative; multiplicities and masses are sums of a few numbers. */
const EQUAL = 1e-9;

const KINDS_OF_OTHER_BATCHES: readonly Definition['kind'][] = [
  'clip',
  'decoupled',
  'rank-n-contrast',
  'balanced-supcon',
];

const UNBALANCED = { anchors: false, denominators: false };

/**
 * Null where a batch's loss is no softmax for each of its samples with b in proportion to what the batch holds: balanced
 * denominators, several softmaxes for an anchor, views that stand apart, items that share a point.
 * Formula: c_q samples of q in a batch give b_pq = v c_q and b_pp = v (c_p − 1) + self, w ∝ b exp(t). Shape: P points,
 * each one item. `objective` is that of all samples. Source: [Vock2026], batches.
 */
export function batchDrawing(
  definition: Definition,
  objective: Objective,
  batches: Batches,
): BatchDrawing | null {
  const { items, groupOf, viewsTied, severalSoftmaxes } = objective;
  const { anchors, denominators } = definition.parameters.balance.value ?? UNBALANCED;
  const isOther = KINDS_OF_OTHER_BATCHES.includes(definition.kind) || isSummed(definition);
  if (
    isOther ||
    anchors ||
    denominators ||
    !viewsTied ||
    severalSoftmaxes !== null ||
    items.length > MAX_APART
  )
    return null;
  const samples = items.map(({ size }) => size);
  const views = sharedViews(objective, samples);
  if (views === null || !isMassEven(objective, samples)) return null;
  const self = objective.selfMultiplicity[groupOf[0]] - views * (samples[0] - 1);
  const isAlike = groupOf.every((g, p) =>
    isEqual(objective.selfMultiplicity[g], views * (samples[p] - 1) + self),
  );
  if (!isAlike || self < 0) return null;
  return {
    batch: batches.kind === 'drawn' ? batches.samples : null,
    samples,
    views,
    self,
    logRatio: groupOf.map((g, p) =>
      groupOf.map((h, q) => finiteOrNull(p === q ? objective.selfLogRatio[g] : objective.logRatio[g][h])),
    ),
  };
}

/** v: what one sample of another item adds to every denominator, where that is one number. */
function sharedViews({ groupOf, multiplicity }: Objective, samples: readonly number[]): number | null {
  let views: number | null = null;
  for (const [p, g] of groupOf.entries())
    for (const [q, h] of groupOf.entries()) {
      if (p === q) continue;
      const each = multiplicity[g][h] / samples[q];
      views ??= each;
      if (!isEqual(each, views)) return null;
    }
  return views;
}

/** Whether all samples that are anchors have the same mass. */
function isMassEven({ groupOf, anchorMass, counts }: Objective, samples: readonly number[]): boolean {
  const each = groupOf.map((g, p) => anchorMass[g] / counts[g] / samples[p]).filter((mass) => mass > 0);
  return each.length > 0 && each.every((mass) => isEqual(mass, each[0]));
}

const isEqual = (a: number, b: number) => Math.abs(a - b) <= EQUAL * Math.max(Math.abs(a), Math.abs(b));
const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null);
