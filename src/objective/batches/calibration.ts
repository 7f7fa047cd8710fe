/** Brings the batches of an anchor to the mean that is known, so that chance decides only how they differ from it. */
import type { Definition } from '../definition';
import type { Objective } from '../objective';
import { classCounting } from './classCounting';
import { hypergeometricLaw } from './hypergeometric';
import type { Population } from './population';

export interface DrawnBatch {
  /** Samples by urn. */
  readonly counts: Float64Array;
  /** b by column, which the calibration changes. */
  readonly multiplicity: Float64Array;
}

/** Calibrates batches that were drawn for an anchor of the group, given their numbers of own samples. */
export type Calibration = (group: number, batches: readonly DrawnBatch[]) => void;

/**
 * Multiplies each column so that its mean over the batches is the expected one; a column that no batch holds gets its
 * expectation everywhere. Null where no classes are drawn: labels have no part of the denominator that outweighs the
 * others, so that scaling them would not be small against what is left to chance.
 * Formula: b ← b · E[b] / mean b. Error: a J-th of the effect of the counts' variance for J batches.
 * Source: [Deville1992].
 */
export function calibration(
  definition: Definition,
  { multiplicity }: Objective,
  population: Population,
): Calibration | null {
  if (!population.isClass.some(Boolean)) return null;
  const { groupOf, sizes, urnOfGroup, total, groupSizes } = population;
  const expected = expectedShown(definition);
  const columns = groupSizes.length;
  const isCompared = (g: number, h: number) => multiplicity[g][h] > 0;
  return (group, batches) => {
    const own = urnOfGroup[group];
    const wished = new Float64Array(columns);
    for (const { counts } of batches) {
      const samples = counts.reduce((sum, n) => sum + n, 0) - counts[own];
      for (const [urn, size] of sizes.entries())
        if (urn !== own) wished[groupOf[urn]] += expected(size, total - sizes[own], samples) / batches.length;
    }
    for (let h = 0; h < columns; h++) if (isCompared(group, h)) scaleColumn(batches, h, wished[h]);
  };
}

function scaleColumn(batches: readonly DrawnBatch[], column: number, wished: number): void {
  const mean = batches.reduce((sum, { multiplicity }) => sum + multiplicity[column], 0) / batches.length;
  for (const { multiplicity } of batches)
    multiplicity[column] = mean > 0 ? (multiplicity[column] * wished) / mean : wished;
}

/** E of what a class of `size` samples shows when `samples` of `total` are drawn. */
function expectedShown(definition: Definition): (size: number, total: number, samples: number) => number {
  const countClass = classCounting(definition);
  const isLinear = definition.parameters.balance.value?.denominators !== true;
  const one = countClass(1).shown;
  const known = new Map<string, number>();
  return (size, total, samples) => {
    if (isLinear) return total === 0 ? 0 : (one * size * samples) / total;
    const key = `${size} ${total} ${samples}`;
    let expectation = known.get(key);
    if (expectation === undefined) {
      const { lowest, probabilities } = hypergeometricLaw(size, total - size, samples);
      const shown = (k: number) => (k === 0 ? 0 : countClass(k).shown);
      expectation = probabilities.reduce((sum, chance, at) => sum + chance * shown(lowest + at), 0);
      known.set(key, expectation);
    }
    return expectation;
  };
}
