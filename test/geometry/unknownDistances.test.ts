/** Distances that nobody asks for: proved by completions, by cycles of compared pairs, and by the certified minimum. */
import { describe, expect, test } from 'vitest';
import type { Proof } from '../../src/geometry/analysis';
import { analyze } from '../../src/geometry/analyze';
import type { WeightMatrix } from '../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { noise } from '../support/noise';

type Weights = WeightMatrix;

/** Two towers of n: rows and columns of one tower, then of the other; pairs of one tower are never compared. */
function towers(n: number, weight: (i: number, j: number) => number): Weights {
  return Array.from({ length: 2 * n }, (_, i) =>
    Array.from({ length: 2 * n }, (_, j) => (i < n === j < n ? null : weight(i % n, j % n))),
  );
}

/** A ring of four whose sides have these squared distances per unit of temperature; its diagonals are free. */
function ring(sides: readonly number[]): Weights {
  const weight = (side: number) => Math.exp(-sides[side] / 2);
  return [
    [1, weight(0), null, weight(3)],
    [weight(0), 1, weight(1), null],
    [null, weight(1), 1, weight(2)],
    [weight(3), null, weight(2), 1],
  ];
}

const judged = (weights: Weights, temperature: number | null, more: Partial<ObjectiveSketch> = {}) => {
  const analysis = analyze(sketch({ objective: 'weighted', weights, temperature, ...more }));
  expectSound(analysis);
  return analysis;
};
const ofKind = <K extends Proof['kind']>(proof: Proof | null, kind: K): Extract<Proof, { kind: K }> => {
  expect(proof?.kind).toBe(kind);
  return proof as Extract<Proof, { kind: K }>;
};

describe('two towers written as a matrix', () => {
  test.each([2, 4, 7])('of %i pairs with one positive each are CLIP', (n) => {
    const written = judged(
      towers(n, (i, j) => (i === j ? 1 : 0)),
      0.3,
      { views: 1 },
    );
    const clip = analyze(sketch({ objective: 'clip', samples: n, temperature: 0.3 }));
    expect(written).toMatchObject({ verdict: 'degenerate', reason: 'zero-weight' });
    expect(written.minimum).toBeCloseTo(clip.minimum!, 10);
    // Matched pairs coincide, and the others stand as a regular simplex.
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        expect(written.similarities![i][n + j]).toBeCloseTo(i === j ? 1 : -1 / (n - 1), 5);
  });

  test('with weights of real points reach the bound', () => {
    const points = Array.from({ length: 8 }, (_, i) => noise(3, i + 1)).map((row) => {
      const norm = Math.hypot(...row);
      return row.map((x) => x / norm);
    });
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, k) => sum + x * b[k], 0);
    const weights = towers(4, () => 0).map((row, i) =>
      row.map((w, j) => (w === null ? null : Math.exp(dot(points[i], points[j]) / 0.4))),
    );
    const analysis = judged(weights, 0.4, { views: 1 });
    expect(analysis).toMatchObject({ verdict: 'realizable', gap: 0, method: 'bound-reached' });
    expect(ofKind(analysis.proof, 'embedding').freePairs).toBe(12);
    expect(judged(weights, 0.4, { views: 1, dimension: 3 }).verdict).toBe('realizable');
  });

  test('with weights that no symmetric similarity has show a cycle of compared pairs', () => {
    const weight = (i: number, j: number) => Math.exp(-Math.abs(i - j)) * (i === 0 && j === 1 ? 3 : 1);
    const weights = towers(3, weight).map((row, i) =>
      row.map((w, j) => (i >= 3 && w !== null ? weight(j % 3, i % 3) * (i === 4 && j === 2 ? 2 : 1) : w)),
    );
    const analysis = judged(weights, 0.5, { views: 1 });
    expect(analysis).toMatchObject({ verdict: 'inconsistent', reason: 'asymmetric' });
    const { items, sum } = ofKind(analysis.proof, 'cycle');
    const around = items.reduce((total, i, at) => {
      const j = items[(at + 1) % items.length];
      return total + Math.log(weights[i][j]!) - Math.log(weights[j][i]!);
    }, 0);
    expect(new Set(items).size).toBe(items.length);
    expect(items.every((i, at) => weights[i][items[(at + 1) % items.length]] !== null)).toBe(true);
    expect(sum).toBeCloseTo(around, 12);
    expect(Math.abs(sum)).toBeGreaterThan(0.5);
  });
});

describe('a ring of four with free diagonals', () => {
  test('closes, and its known cosines are those asked for', () => {
    const analysis = judged(ring([1, 1, 1, 1.44]), 0.3);
    expect(analysis.verdict).toBe('realizable');
    expect(ofKind(analysis.proof, 'embedding').freePairs).toBe(2);
    for (const [i, j, side] of [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
      [3, 0, 1.44],
    ])
      expect(analysis.similarities![i][j]).toBeCloseTo(1 - (0.3 * side) / 2, 4);
    expect(analysis.geometry!.target).toBeNull();
  });

  /**
   * A ring of angles closes on a sphere iff no odd set of them exceeds the rest by more than its size less one times π
   * (Barrett, Johnson and Tarazaga 1993). Twenty rings of random angles, those next to the border left out.
   */
  const angles = Array.from({ length: 60 }, (_, seed) =>
    [...noise(4, seed + 1)].map((x) => ((x + 1) / 2) * Math.PI),
  );
  const excess = (ring: readonly number[]) => {
    const sum = ring.reduce((total, angle) => total + angle, 0);
    const single = ring.map((angle) => 2 * angle - sum);
    return Math.max(...single, ...ring.map((angle) => sum - 2 * angle - 2 * Math.PI));
  };
  const clear = angles.filter((ring) => Math.abs(excess(ring)) > 0.1).slice(0, 20);

  test('closes on the sphere as its angles say', () => {
    const verdicts = clear.map((angle) => {
      const sides = angle.map((x) => (2 - 2 * Math.cos(x)) / 0.4);
      return judged(ring(sides), 0.4).verdict;
    });
    expect(verdicts).toEqual(clear.map((angle) => (excess(angle) > 0 ? 'inconsistent' : 'realizable')));
    expect(new Set(verdicts).size).toBe(2);
  });

  test('whose sides outgrow the sphere tells the temperature that mends it', () => {
    // Two antipodal neighbours at τ = 4/1.8; then the ring still closes, so this is τ* of the whole.
    const analysis = judged(ring([1, 1, 1, 1.8]), 5);
    expect(analysis).toMatchObject({ verdict: 'inconsistent', reason: 'radius' });
    expect(analysis.temperatureLimit!).toBeCloseTo(4 / 1.8, 2);
    expect(judged(ring([1, 1, 1, 1.8]), 0.99 * analysis.temperatureLimit!).verdict).toBe('realizable');
    const unknown = judged(ring([1, 1, 1, 1.8]), null);
    expect(unknown.verdict).toBe('conditional');
    expect(unknown.temperatureLimit!).toBeCloseTo(analysis.temperatureLimit!, 2);
  });

  test('with a side longer than the others together has no points at all', () => {
    const analysis = judged(ring([1, 1, 1, 16]), 0.1);
    expect(analysis).toMatchObject({ verdict: 'inconsistent', reason: 'not-euclidean' });
    const { gapAtLeast } = ofKind(analysis.proof, 'lower-bound');
    expect(gapAtLeast).toBeLessThanOrEqual(analysis.gap!);
    expect(gapAtLeast).toBeGreaterThan(0.99 * analysis.gap!);
  });

  test('that is a straight line lies on no sphere, at no temperature', () => {
    const analysis = judged(ring([1, 1, 1, 9]), 0.1);
    expect(analysis).toMatchObject({
      verdict: 'inconsistent',
      reason: 'not-spherical',
      temperatureLimit: null,
    });
    ofKind(analysis.proof, 'lower-bound');
  });

  test.each(['negative-squared-euclidean', 'dot'] as const)(
    'closes with %s, an embedding being the proof',
    (similarity) => {
      const analysis = judged(ring([1, 1, 1, 1.44]), 0.3, { similarity });
      expect(analysis.verdict).toBe('realizable');
      expect(analysis.similarities).not.toBeNull();
    },
  );

  test('that a flat search does not close is undecided there, with the reason', () => {
    const analysis = judged(ring([1, 1, 1, 16]), 0.1, { similarity: 'negative-squared-euclidean' });
    expect(analysis.verdict).toBe('undecided');
    expect(analysis.undecidedBecause).toContain('local searches');
  });
});

test('a fully compared part that has no points is the proof for the whole', () => {
  const w = (squared: number) => Math.exp(-squared / 2);
  const weights: Weights = [
    [1, null, w(1), null],
    [null, 1, w(1), w(9)],
    [w(1), w(1), 1, w(1)],
    [null, w(9), w(1), 1],
  ];
  const analysis = judged(weights, 0.1);
  expect(analysis).toMatchObject({ verdict: 'inconsistent', reason: 'not-euclidean' });
  const { triangle } = ofKind(analysis.proof, 'negative-direction');
  expect([...triangle!.items].sort()).toEqual([1, 2, 3]);
});

test('several anchors without positives leave a distance free', () => {
  const weights: Weights = [
    [1, 0.5, 0.5, 0.4],
    [0.5, 1, 0.5, 0.5],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ];
  const analysis = judged(weights, 0.3);
  expect(analysis.verdict).toBe('realizable');
  expect(ofKind(analysis.proof, 'embedding').freePairs).toBe(1);
});
