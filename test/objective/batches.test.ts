/** The drawing of batches by its laws: what is drawn, how often, and that all of it is seeded. */
import { describe, expect, test } from 'vitest';
import { expectedBatches } from '../../src/objective/batches/expectedBatches';
import { hypergeometric, hypergeometricLaw } from '../../src/objective/batches/hypergeometric';
import { allOutcomes } from '../../src/objective/batches/outcomes';
import { ownStrata } from '../../src/objective/batches/ownStrata';
import { populationOf } from '../../src/objective/batches/population';
import { seededRandom } from '../../src/objective/batches/random';
import { fullUrn } from '../../src/objective/batches/urn';
import { buildObjective } from '../../src/objective/buildObjective';
import { everyBatch } from '../support/batches';
import { type ObjectiveSketch, sketch } from '../support/definitions';

function built(written: ObjectiveSketch) {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  return result.objective;
}

describe('random numbers', () => {
  test('are the same for a seed, others for another, and even', () => {
    const [a, b, c] = [seededRandom(1), seededRandom(1), seededRandom(2)];
    const first = Array.from({ length: 20_000 }, a);
    expect(Array.from({ length: 20_000 }, b)).toEqual(first);
    expect(c()).not.toBe(first[0]);
    expect(first.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(first.reduce((sum, x) => sum + x, 0) / first.length).toBeCloseTo(0.5, 2);
  });
});

describe('the hypergeometric law', () => {
  test.each([
    { good: 5, bad: 7, drawn: 4 },
    { good: 40, bad: 3, drawn: 20 },
    { good: 1e9, bad: 3e9, drawn: 50 },
  ])('has its mean and variance: $good of $good + $bad, $drawn drawn', ({ good, bad, drawn }) => {
    const { lowest, probabilities } = hypergeometricLaw(good, bad, drawn);
    const total = good + bad;
    const mean = probabilities.reduce((sum, p, k) => sum + p * (lowest + k), 0);
    const variance = probabilities.reduce((sum, p, k) => sum + p * (lowest + k - mean) ** 2, 0);
    const share = good / total;
    expect(mean).toBeCloseTo(drawn * share, 9);
    expect(variance).toBeCloseTo((drawn * share * (1 - share) * (total - drawn)) / (total - 1), 9);
  });

  test('is that of the numbers drawn by it', () => {
    const random = seededRandom(3);
    const { lowest, probabilities } = hypergeometricLaw(300, 700, 64);
    const seen = new Float64Array(probabilities.length);
    const draws = 40_000;
    for (let n = 0; n < draws; n++) seen[hypergeometric(random, 300, 700, 64) - lowest]++;
    const chi = probabilities.reduce(
      (sum, p, k) => (p * draws > 5 ? sum + (seen[k] - p * draws) ** 2 / (p * draws) : sum),
      0,
    );
    const cells = probabilities.filter((p) => p * draws > 5).length;
    expect(chi).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
  });
});

describe.each([
  { name: 'sample by sample', counts: [5, 3, 2, 0, 10], samples: 4 },
  { name: 'class by class', counts: [500, 300, 200], samples: 250 },
])('an urn emptied $name', ({ counts, samples }) => {
  test('gives each sample once', () => {
    const urn = fullUrn(seededRandom(7), counts, samples);
    const total = counts.reduce((sum, n) => sum + n, 0);
    const taken = new Float64Array(counts.length);
    const sum = new Float64Array(counts.length);
    for (let draw = 0; draw < total / samples; draw++) {
      urn.draw(samples, taken);
      expect(taken.reduce((all, k) => all + k, 0)).toBe(samples);
      for (const [c, k] of taken.entries()) sum[c] += k;
    }
    expect([...sum]).toEqual(counts);
  });

  test('gives each class its share on average', () => {
    const total = counts.reduce((sum, n) => sum + n, 0);
    const taken = new Float64Array(counts.length);
    const sum = new Float64Array(counts.length);
    const random = seededRandom(11);
    const draws = 4000;
    for (let draw = 0; draw < draws; draw++) {
      fullUrn(random, counts, samples).draw(samples, taken);
      for (const [c, k] of taken.entries()) sum[c] += k / draws;
    }
    for (const [c, n] of counts.entries()) {
      const share = n / total;
      const error = Math.sqrt((samples * share * (1 - share)) / draws);
      expect(Math.abs(sum[c] - samples * share)).toBeLessThanOrEqual(5 * error);
    }
  });
});

test('all outcomes are those of every set of samples, with their probabilities', () => {
  const sizes = [3, 2, 2];
  const outcomes = allOutcomes(Float64Array.from(sizes), 4, 100)!;
  const sets = everyBatch(sizes, 4);
  const total = [...sets.values()].reduce((sum, n) => sum + n, 0);
  expect(outcomes).toHaveLength(sets.size);
  for (const { counts, probability } of outcomes)
    expect(probability).toBeCloseTo(sets.get([...counts].join(' '))! / total, 12);
  expect(allOutcomes(Float64Array.from(sizes), 4, sets.size - 1)).toBeNull();
});

describe("an anchor's own count", () => {
  const population = populationOf(built({ objective: 'supcon', classes: [100, 50, 10, 5] }), 1);
  test.each([0, 1, 2, 3])('is taken in parts that make up its law: group %i', (group) => {
    const strata = ownStrata(population, group, 31, 1.8);
    expect(strata.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    const mean = strata.reduce((sum, { probability, fewest, cumulated }) => {
      const own = cumulated.reduce((all, c, k) => all + (c - (cumulated[k - 1] ?? 0)) * (fewest + k), 0);
      return sum + probability * own;
    }, 0);
    expect(mean).toBeCloseTo(1 + (31 * (population.sizes[group] - 1)) / 164, 9);
  });
});

describe('expected batches', () => {
  const written: ObjectiveSketch = { objective: 'supcon', classes: [100, 50, 10, 5], batch: 32 };
  const draw = (seed: number) => expectedBatches(sketch(written), built(written), 32, { cells: 4000, seed });

  test('are the same for a seed and differ for others', () => {
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2).softmaxes.multiplicity).not.toEqual(draw(1).softmaxes.multiplicity);
  });

  test('weigh every anchor the same, in all and in every part', () => {
    const { softmaxes, blocks } = draw(1);
    for (const mass of [softmaxes.mass, ...blocks.map((block) => block.mass)]) {
      const ofGroup = [0, 0, 0, 0];
      for (const [r, a] of mass.entries()) ofGroup[softmaxes.anchorOf[r]] += a;
      for (const [g, size] of [100, 50, 10, 5].entries()) expect(ofGroup[g]).toBeCloseTo(size / 165, 12);
    }
  });

  test('hold all candidates of a batch: two views of 31 other samples, and the anchor once more', () => {
    const { softmaxes } = draw(1);
    const mean = softmaxes.multiplicity.reduce(
      (sum, b, at) => sum + b * softmaxes.mass[Math.floor(at / 5)],
      0,
    );
    expect(mean).toBeCloseTo(63, 1);
  });
});
