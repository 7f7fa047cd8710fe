/** Realizable exactly where a search over single points, with a dimension for each, finds no gap. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { localSearch } from '../../../src/geometry/optimum/localSearch';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { buildObjective } from '../../../src/objective/buildObjective';
import { sketch } from '../../support/definitions';
import { RANDOM, SEED } from '../../support/randomObjectives';

/** Gaps up to this are what a search leaves of 0. */
const NONE = 1e-8;
const searched = Object.keys(RANDOM).filter(
  (name) => !name.startsWith('batches') && !name.startsWith('decoupled'),
);

describe.each(searched)('%s', (name) => {
  test('is realizable iff there is no gap', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(RANDOM[name], (written) => {
        const definition = sketch(written);
        const { verdict, reason, gap, certifiedWithin, method } = analyze(definition);
        const built = buildObjective(definition);
        if (built.kind !== 'objective' || gap === null) return;
        const points = pointsOf(
          built.objective,
          built.objective.counts.map(() => false),
          60,
        );
        if (points === null) return;
        const size = points.objective.counts.length;
        const found = localSearch(points.objective, written.temperature!, size).gap;
        seen.add(`${verdict} ${reason}`);
        if (verdict === 'realizable' || reason === 'total-collapse') expect(found).toBeLessThan(NONE);
        // A bound that is approached as distances grow is never passed, nor is a minimum that is proved.
        else if (method !== 'certified') expect(found).toBeGreaterThanOrEqual(0);
        else {
          expect(found).toBeGreaterThanOrEqual(gap - certifiedWithin! - 1e-12);
          if (verdict === 'inconsistent' && gap > NONE) expect(gap).toBeGreaterThan(certifiedWithin!);
        }
      }),
      { seed: SEED, numRuns: 20 },
    );
    expect(seen.size).toBeGreaterThan(0);
  });
});
