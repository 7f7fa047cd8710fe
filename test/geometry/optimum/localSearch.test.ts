/** Local searches where the best arrangement is known, and where a certified minimum can be met. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { correlationMinimum } from '../../../src/geometry/optimum/correlationMinimum';
import { localSearch } from '../../../src/geometry/optimum/localSearch';
import { pointsOf } from '../../../src/geometry/optimum/points';
import { buildObjective } from '../../../src/objective/buildObjective';
import type { Objective } from '../../../src/objective/objective';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

function points(written: ObjectiveSketch): Objective {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  const { objective } = result;
  const single = objective.counts.map(() => false);
  return pointsOf(objective, single, 100)!.objective;
}

describe('a local search', () => {
  test.each([3, 5, 7])('puts %i samples of InfoNCE at the corners of a regular polygon', (samples) => {
    const temperature = 0.5;
    const analysis = analyze(sketch({ objective: 'info-nce', samples, temperature, dimension: 2 }));
    const others = Array.from({ length: samples - 1 }, (_, k) => Math.cos((2 * Math.PI * (k + 1)) / samples));
    const polygon = Math.log1p(others.reduce((sum, s) => sum + 2 * Math.exp((s - 1) / temperature), 0));
    expect(analysis.gap).toBeCloseTo(polygon, 8);
    expect(analysis.rank).toBe(2);
  });

  test.each<ObjectiveSketch>([
    { objective: 'supcon', classes: [60, 6, 6, 2], temperature: 0.5 },
    { objective: 'soft-supcon', classes: [6, 3, 3, 1], across: 0.02, temperature: 0.5 },
    { objective: 'y-aware', labels: [0, 0.3, 1, 2], kernel: 'gaussian', bandwidth: 0.7, temperature: 0.3 },
  ])('meets the certified minimum in enough dimensions: $objective', (written) => {
    const objective = points(written);
    const certified = correlationMinimum(objective, written.temperature!);
    const found = localSearch(objective, written.temperature!, objective.counts.length);
    expect(found.gap).toBeCloseTo(certified.gap, 8);
  });

  test.each(['negative-squared-euclidean', 'negative-euclidean', 'dot'] as const)(
    'lowers the loss of asymmetric weights by %s as dimensions are added',
    (similarity) => {
      const weights = [
        [1, 0.5, 0.2, 0.1],
        [0.5, 1, 0.9, 0.3],
        [0.2, 0.1, 1, 0.6],
        [0.4, 0.1, 0.2, 1],
      ];
      const objective = points({ objective: 'weighted', weights, similarity, temperature: 0.5 });
      const gaps = [1, 2, 3].map((dimension) => localSearch(objective, 0.5, dimension).gap);
      expect(gaps[0]).toBeGreaterThan(0);
      expect(gaps[1]).toBeLessThanOrEqual(gaps[0] + 1e-9);
      expect(gaps[2]).toBeLessThanOrEqual(gaps[1] + 1e-9);
    },
  );

  test('says in words what it is and what it lacks', () => {
    const { optimumNote, certifiedWithin } = analyze(
      sketch({ objective: 'supcon', classes: [60, 6, 6, 6], temperature: 0.5, dimension: 2 }),
    );
    expect(certifiedWithin).toBeNull();
    expect(optimumNote).toContain('takes 3 dimensions, more than the 2 given');
    expect(optimumNote).toContain('without proof that nothing is lower');
  });
});
