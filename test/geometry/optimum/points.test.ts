/** An objective over single points is the objective over groups, whether its anchors have one softmax or several. */
import { describe, expect, test } from 'vitest';
import { gapAndDerivative, lossRows } from '../../../src/geometry/optimum/lossRows';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { buildObjective } from '../../../src/objective/buildObjective';
import type { Objective } from '../../../src/objective/objective';
import { emptySoftmaxes, entropicBound, type Softmaxes } from '../../../src/objective/softmaxes';
import { softmaxesOf } from '../../../src/objective/softmaxesOf';
import { sketch } from '../../support/definitions';
import { noise } from '../../support/noise';

function build(labels: readonly number[]): Objective {
  const built = buildObjective(
    sketch({ objective: 'y-aware', labels, kernel: 'laplacian', bandwidth: 1, temperature: 0.5 }),
  );
  if (built.kind !== 'objective') throw new Error(`not built: ${built.kind}`);
  return built.objective;
}

/** The same loss as two softmaxes an anchor, of unequal mass. */
function doubled(softmaxes: Softmaxes): Softmaxes {
  const rows = softmaxes.mass.length;
  const made = emptySoftmaxes(softmaxes.size, 2 * rows);
  for (const [copy, share] of [0.25, 0.75].entries()) {
    made.anchorOf.set(softmaxes.anchorOf, copy * rows);
    made.mass.set(
      softmaxes.mass.map((a) => share * a),
      copy * rows,
    );
    for (const column of ['multiplicity', 'weight', 'logRatio'] as const)
      made[column].set(softmaxes[column], copy * softmaxes[column].length);
  }
  return made;
}

/** Any similarities of points: symmetric, 1 with themselves. */
function gapAt(objective: Objective): number {
  const size = objective.counts.length;
  const random = noise(size * size, 3);
  const similarities = Float64Array.from({ length: size * (size + 1) }, (_, at) => {
    const [i, j] = [Math.floor(at / (size + 1)), at % (size + 1)];
    return j === size || i === j ? 1 : random[Math.min(i, j) * size + Math.max(i, j)];
  });
  return gapAndDerivative(
    lossRows(softmaxesOf(objective), 0.5),
    similarities,
    new Float64Array(similarities.length),
  );
}

describe.each([
  { name: 'no group at one point', coincides: [false, false, false] },
  { name: 'one group at one point', coincides: [true, false, true] },
  { name: 'every group at one point', coincides: [true, true, true] },
])('$name', ({ coincides }) => {
  const objective = build([0, 0, 0, 1, 1, 3]);
  const several = { ...objective, severalSoftmaxes: doubled(softmaxesOf(objective)) };
  const single = pointsOf(objective, coincides, 10)!;
  const double = pointsOf(several, coincides, 10)!;

  test('the same points', () => expect(double.pointOf).toEqual(single.pointOf));

  test('the same bound and the same loss', () => {
    expect(entropicBound(softmaxesOf(double.objective))).toBeCloseTo(
      entropicBound(softmaxesOf(single.objective)),
      12,
    );
    expect(gapAt(double.objective)).toBeCloseTo(gapAt(single.objective), 12);
    expect(gapAt(double.objective)).toBeGreaterThan(0.01);
  });
});
