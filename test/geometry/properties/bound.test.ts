/** No embedding has a loss below the bound, nor below a minimum that is proved; and only realizable objectives have no gap. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/geometry/analysis';
import { analyze } from '../../../src/geometry/analyze';
import { sketch } from '../../support/definitions';
import { expectSound } from '../../support/finite';
import { noise } from '../../support/noise';
import { RANDOM, SEED } from '../../support/randomObjectives';
import { plainLoss, plainSimilarities } from '../../webview/fixtures/problems';

/** Loss of embeddings that know nothing of the objective, in some dimensions and of some size. */
function lossAt({ training }: Analysis, seed: number): number {
  const { size, similarity } = training!;
  const dimension = 1 + (seed % 5);
  const scale = [0.01, 0.3, 1, 4][seed % 4];
  const values = noise(size * dimension, seed);
  const points = Array.from({ length: size }, (_, i) =>
    [...values.slice(i * dimension, (i + 1) * dimension)].map((x) => scale * x),
  );
  return plainLoss(training!, plainSimilarities(similarity, points));
}

/** B of the softmaxes that are trained, by its formula. */
function boundOf({ training }: Analysis): number {
  const { anchorMass, multiplicity, weights, offset } = training!;
  return anchorMass.reduce(
    (bound, a, r) =>
      bound +
      a * weights[r].reduce((sum, w, k) => sum + (w > 0 ? w * Math.log(multiplicity[r][k] / w) : 0), 0),
    offset,
  );
}

const ROUNDING = 1e-9;

describe.each(Object.keys(RANDOM))('%s', (name) => {
  test('has no loss below its bound or its proved minimum, and a gap exactly where it is not realizable', () => {
    const seen = { trained: 0, proved: 0 };
    fc.assert(
      fc.property(RANDOM[name], fc.integer({ min: 1, max: 1e6 }), (written, seed) => {
        const analysis = analyze(sketch(written));
        expectSound(analysis);
        expectGap(analysis);
        if (analysis.training === null) return;
        seen.trained++;
        // Of batches a preview trains a part, whose loss is the whole's at the optimum only.
        const isWhole = written.batch === undefined;
        const losses = [0, 1, 2, 3].map((k) => lossAt(analysis, seed + k));
        const bound = analysis.reason === 'decoupled' ? Number.NEGATIVE_INFINITY : boundOf(analysis);
        if (isWhole && analysis.bound !== null) expect(bound).toBeCloseTo(analysis.bound, 9);
        for (const loss of losses)
          expect(loss).toBeGreaterThanOrEqual(bound - ROUNDING * (1 + Math.abs(loss)));
        if (!isWhole || analysis.minimum === null || analysis.certifiedWithin === null) return;
        seen.proved++;
        const least = analysis.minimum - analysis.certifiedWithin;
        for (const loss of losses)
          expect(loss).toBeGreaterThanOrEqual(least - ROUNDING * (1 + Math.abs(loss)));
      }),
      { seed: SEED, numRuns: 30 },
    );
    expect(seen.trained).toBeGreaterThan(10);
    if (!name.startsWith('batches')) expect(seen.proved).toBeGreaterThan(5);
  });
});

/** Realizable iff the gap is 0 within what is proved of it, where nothing limits the dimension. */
function expectGap({ verdict, reason, gap, certifiedWithin, method }: Analysis): void {
  if (gap === null) return;
  if (verdict === 'realizable' || reason === 'total-collapse') expect(gap).toBe(0);
  // The bound may be approached and never reached.
  if (verdict === 'inconsistent' || (reason === 'zero-weight' && method === 'certified'))
    expect(gap + certifiedWithin!).toBeGreaterThan(0);
  if (reason === 'unbounded') expect(method).toBe('bound-approached');
}
