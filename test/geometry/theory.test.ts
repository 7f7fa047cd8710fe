/** The checked statements of the theory in its order, each with its number, by formulas apart from the code under test. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { symmetricEigen } from '../../src/geometry/linalg/symmetricEigen';
import { buildObjective } from '../../src/objective/buildObjective';
import { publishedSupCon, trainSupCon } from '../support/batches';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { type DenseObjective, dense, denseLoss } from '../support/denseObjective';
import { expectSound } from '../support/finite';
import { cosinesAt, nearestCosines } from '../support/freeLevel';
import { noise } from '../support/noise';
import { verdictOf } from '../support/thresholds';

const judge = (written: ObjectiveSketch) => {
  const analysis = analyze(sketch(written));
  expectSound(analysis);
  return analysis;
};
const evenly = (n: number) => Array.from({ length: n }, (_, i) => i / (n - 1));
const inner = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k], 0);
const scatteredRows = (count: number, width: number, seed: number) => {
  const values = noise(count * width, seed);
  return Array.from({ length: count }, (_, i) => [...values.slice(i * width, (i + 1) * width)]);
};

function denseOf(written: ObjectiveSketch): DenseObjective {
  const built = buildObjective(sketch(written));
  if (built.kind !== 'objective') throw new Error(built.kind);
  return dense(built.objective);
}

/** B = Σ a_i Σ w_ij log(b_ij / w_ij). */
const boundOf = ({ mass, multiplicity, weights }: DenseObjective) =>
  mass.reduce(
    (bound, a, i) =>
      bound +
      a * weights[i].reduce((sum, w, j) => sum + (w > 0 ? w * Math.log(multiplicity[i][j] / w) : 0), 0),
    0,
  );

const Y_AWARE = { objective: 'y-aware', kernel: 'gaussian', bandwidth: 0.3, temperature: 0.1 } as const;

describe('the sphere', () => {
  test.each<ObjectiveSketch>([
    { objective: 'soft-supcon', classes: [6, 3, 1, 2], across: 0.05 },
    { ...Y_AWARE, labels: [0, 0.3, 0.5], kernel: 'laplacian' },
    {
      ...Y_AWARE,
      labels: [
        [0, 1],
        [1, 0],
        [0, -1],
        [0.6, 0.8],
      ],
    },
  ])('that is too large is mended by a lower temperature: $objective', (written) => {
    const high = judge({ ...written, temperature: 20 });
    expect(high.reason).toBe('radius');
    const temperature = high.temperatureLimit!;
    for (const share of [1e-3, 0.5, 1 - 1e-6])
      expect(verdictOf({ ...written, temperature: share * temperature })).toBe('realizable exact');
    expect(verdictOf({ ...written, temperature: (1 + 1e-6) * temperature })).toBe('inconsistent radius');
  });

  test.each([1e-9, 1e-3, 0.1, 1, 1e3])('that is not there is mended by no temperature: %d', (temperature) => {
    expect(verdictOf({ ...Y_AWARE, labels: evenly(8), temperature })).toBe('inconsistent not-spherical');
  });
});

describe('free views: 8 scalar labels, two views, τ = 0.1', () => {
  const written = { ...Y_AWARE, labels: evenly(8), views: { count: 2, tied: false } } as const;
  const objective = denseOf({ ...written, labels: written.labels.flatMap((y) => [y, y]), views: 1 });

  test('reach the bound in 32 dimensions with the two views of a sample at cosine 0.13', () => {
    const { verdict, gap, rank, viewSimilarity } = judge({ ...written, dimension: 32 });
    expect([verdict, gap]).toEqual(['realizable', 0]);
    expect(rank).toBeLessThanOrEqual(32);
    expect(viewSimilarity![0]).toBeLessThan(0.13);
    expect(viewSimilarity![1]).toBeGreaterThan(0.13);
    const split = nearestCosines(
      cosinesAt({ labels: written.labels, bandwidth: 0.3, temperature: 0.1, views: 2 }, 0.13),
    );
    expect(split[0][1]).toBeCloseTo(0.13, 10);
    expect(Math.abs(denseLoss(objective, split) - boundOf(objective))).toBeLessThan(1e-12);
    expect(verdictOf({ ...written, views: 2, dimension: 32 })).toBe('inconsistent not-spherical');
  });

  test('do not in 3, by 8e-5 nats', () => {
    const { reason, proof, gap } = judge({ ...written, dimension: 3 });
    expect(reason).toBe('dimension');
    expect(proof).toEqual({ kind: 'dimension', needed: 15, given: 3 });
    expect(gap).toBeCloseTo(7.97e-5, 7);
  });
});

describe('SupCon of two views, all samples in a batch', () => {
  test.each([
    { sizes: [20, 20, 20], temperature: 0.5, minimum: 3.760803885, cosines: { '0-1': -0.5, '1-2': -0.5 } },
    {
      sizes: [60, 6, 6],
      temperature: 0.5,
      minimum: 4.456067449,
      cosines: { '0-1': -0.7047, '1-2': -0.00679 },
    },
    {
      sizes: [60, 6, 6],
      temperature: 0.1,
      minimum: 4.38225265,
      cosines: { '0-1': -0.55155, '1-2': -0.39158 },
    },
    {
      sizes: [40, 20, 4],
      temperature: 0.5,
      minimum: 4.080131462,
      cosines: { '0-1': -0.73969, '0-2': -0.47425, '1-2': -0.24166 },
    },
    {
      sizes: [50, 5, 5, 5],
      temperature: 0.5,
      minimum: 4.183979773,
      cosines: { '0-1': -0.58475, '1-2': 0.0129 },
    },
    {
      sizes: [100, 100, 1, 1],
      temperature: 0.5,
      minimum: 5.299851206,
      cosines: { '0-1': -0.9589, '0-2': -0.14145, '2-3': 0.94714 },
    },
  ])(
    'of sizes $sizes at $temperature has the minimum $minimum',
    ({ sizes, temperature, minimum, cosines }) => {
      const analysis = judge({ objective: 'supcon', classes: sizes, temperature });
      expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'zero-weight', method: 'certified' });
      expect(Math.abs(analysis.minimum! - minimum)).toBeLessThan(1e-8);
      expect(analysis.certifiedWithin).toBeLessThan(1e-7);
      expect(publishedSupCon(sizes, 2, analysis.similarities!, temperature)).toBeCloseTo(
        analysis.minimum!,
        10,
      );
      for (const [pair, cosine] of Object.entries(cosines)) {
        const [i, j] = pair.split('-').map(Number);
        expect(Math.abs(analysis.similarities![i][j] - cosine)).toBeLessThan(2e-5);
      }
    },
  );

  test('of 100 classes from 500 to 5 samples at τ = 0.1 has the minimum 5.976444089', () => {
    const classes = Array.from({ length: 100 }, (_, c) => Math.floor(500 * 0.01 ** (c / 99)));
    const { minimum, certifiedWithin } = judge({ objective: 'supcon', classes, temperature: 0.1 });
    expect(Math.abs(minimum! - 5.976444089)).toBeLessThan(2e-9);
    expect(certifiedWithin).toBeLessThan(1e-7);
  });

  test('with positives summed inside the logarithm has the same prototypes and another bound', () => {
    const written = { objective: 'supcon', classes: [40, 20, 4], temperature: 0.5 } as const;
    const out = judge(written);
    const summed = judge({ ...written, positives: 'summed-positives' });
    expect(summed.similarities).toEqual(out.similarities);
    expect(summed.bound).toBeCloseTo(0, 12);
    expect(summed.gap).toBeCloseTo(out.gap!, 12);
  });

  test.each([
    [{ anchors: false, denominators: true }, -0.7104, 0.0093],
    [{ anchors: true, denominators: false }, -0.692, -0.043],
    [{ anchors: true, denominators: true }, -0.5, -0.5],
  ])('of sizes 60 6 6 balanced by %j ends at %d and %d', (balance, headTail, tailTail) => {
    const { similarities } = judge({ objective: 'supcon', classes: [60, 6, 6], temperature: 0.5, balance });
    expect(similarities![0][1]).toBeCloseTo(headTail, 3);
    expect(similarities![1][2]).toBeCloseTo(tailTail, 3);
  });

  test('in batches of 32 is trained with plain SGD to what is predicted', () => {
    const [classes, batch, temperature] = [[100, 50, 10, 5], 32, 0.2];
    const { similarities } = judge({ objective: 'supcon', classes, temperature, batch });
    const trained = trainSupCon(classes, batch, temperature, { steps: 60_000, seed: 5 });
    const farthest = (from: readonly (readonly number[])[]) =>
      Math.max(...from.flatMap((row, i) => row.map((s, j) => (i === j ? 0 : Math.abs(s - trained[i][j])))));
    expect(farthest(similarities!)).toBeLessThan(0.005);
    // All samples in one batch end elsewhere, so that the agreement says something.
    const whole = judge({ objective: 'supcon', classes, temperature });
    expect(farthest(whole.similarities!)).toBeGreaterThan(0.012);
  });
});

describe('Soft SupCon of sizes 6 3 1 2', () => {
  const soft = (across: number, temperature: number) =>
    judge({ objective: 'soft-supcon', classes: [6, 3, 1, 2], across, temperature });

  test.each([
    [0.01, 0.1],
    [0.1, 0.5],
  ])('at ε = %d, τ = %d reaches the bound at ρ = 1 − τ log(1/ε)', (across, temperature) => {
    const { verdict, gap, similarities } = soft(across, temperature);
    expect([verdict, gap]).toEqual(['realizable', 0]);
    const rho = 1 - temperature * Math.log(1 / across);
    for (const [i, row] of similarities!.entries())
      for (const [j, s] of row.entries()) expect(s).toBeCloseTo(i === j ? 1 : rho, 12);
  });

  test('at ε = 0.05, τ = 0.5 leaves a gap of 5.0515e-3 with six cosines', () => {
    const { reason, gap, certifiedWithin, similarities: s } = soft(0.05, 0.5);
    expect(reason).toBe('radius');
    expect(gap).toBeCloseTo(5.0515e-3, 7);
    expect(certifiedWithin).toBeLessThan(1e-7);
    const found = [s![0][1], s![0][2], s![0][3], s![1][2], s![1][3], s![2][3]];
    for (const [k, cosine] of [-0.41, -0.315, -0.388, -0.276, -0.35, -0.245].entries())
      expect(Math.abs(found[k] - cosine)).toBeLessThan(1e-3);
  });

  test.each([0.2, 0.5, 1])('is realizable iff τ log(1/ε) ≤ K/(K − 1): τ = %d', (temperature) => {
    const across = (excess: number) => Math.exp(-(4 / 3 + excess) / temperature);
    expect(soft(across(-1e-6), temperature).verdict).toBe('realizable');
    expect(soft(across(1e-6), temperature).reason).toBe('radius');
  });
});

describe('y-Aware', () => {
  test.each([
    [0.9, 'realizable exact'],
    [1 - 1e-6, 'realizable exact'],
    [1 + 1e-6, 'inconsistent radius'],
  ])('on a sphere of %d times the radius σ/√τ', (share, expected) => {
    const radius = (share * 0.3) / Math.sqrt(0.1);
    const labels = scatteredRows(7, 3, 4).map((row) =>
      row.map((x) => (radius * x) / Math.sqrt(inner(row, row))),
    );
    expect(verdictOf({ ...Y_AWARE, labels })).toBe(expected);
  });

  test('never reaches three distinct scalar labels', () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(verdictOf({ ...Y_AWARE, labels: [...noise(3, seed)] })).toBe('inconsistent not-spherical');
  });

  test.each([0.3, 1, 1.5, 1.9])(
    'with the kernel exp(−u^%d) puts distinct labels in general position',
    (exponent) => {
      for (const [seed, width] of [1, 2, 3].entries()) {
        const labels = scatteredRows(8, width, seed + 1);
        const written = { objective: 'y-aware', kernel: { exponent }, labels, bandwidth: 0.5 } as const;
        const limit = judge({ ...written, temperature: 1e-3 }).temperatureLimit!;
        expect(judge({ ...written, temperature: limit / 2 })).toMatchObject({
          verdict: 'realizable',
          rank: 8,
        });
        expect(judge({ ...written, temperature: limit })).toMatchObject({ verdict: 'realizable', rank: 7 });
        expect(verdictOf({ ...written, temperature: 1.001 * limit })).toBe('inconsistent radius');
      }
    },
  );

  test('with the laplacian kernel has R² = τ (y_max − y_min) / 2σ', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const labels = [...noise(9, seed)];
      const { proof } = judge({ ...Y_AWARE, labels, kernel: 'laplacian' });
      if (proof?.kind !== 'embedding') throw new Error(`${proof?.kind}`);
      expect(proof.radiusSquared).toBeCloseTo((0.1 * (Math.max(...labels) - Math.min(...labels))) / 0.6, 9);
    }
  });

  test.each(['epanechnikov', 'triangular', 'cosine'] as const)(
    'with a compact kernel is degenerate: %s',
    (kernel) => {
      expect(verdictOf({ ...Y_AWARE, labels: evenly(8), kernel })).toBe('degenerate zero-weight');
    },
  );
});

describe('Euclidean–Euclidean', () => {
  test('is always realizable, by the labels scaled, in as many dimensions as they have', () => {
    for (const [seed, width] of [1, 2, 3].entries()) {
      const labels = scatteredRows(9, width, seed + 1);
      const written: ObjectiveSketch = {
        ...Y_AWARE,
        objective: 'euclidean-euclidean',
        labels,
        similarity: 'negative-squared-euclidean',
      };
      const { verdict, rank, similarities } = judge({ ...written, dimension: width });
      expect([verdict, rank]).toEqual(['realizable', width]);
      // z = y √(τ / 2σ²)
      for (const [i, row] of similarities!.entries())
        for (const [j, s] of row.entries()) {
          const apart = labels[i].reduce((sum, y, k) => sum + (y - labels[j][k]) ** 2, 0);
          expect(Math.abs(s + (0.1 * apart) / 0.18)).toBeLessThan(1e-9);
        }
      if (width > 1) expect(verdictOf({ ...written, dimension: width - 1 })).toBe('inconsistent dimension');
    }
  });

  test('with dot products comes below 1e-7 nats as norms grow, and never to 0', () => {
    const labels = evenly(8);
    const written: ObjectiveSketch = { ...Y_AWARE, labels, similarity: 'dot' };
    expect(judge(written)).toMatchObject({ verdict: 'degenerate', reason: 'unbounded', gap: 0 });
    const objective = denseOf(written);
    // An arc of radius ρ on which neighbours are as far apart as the weights ask: ⟨z, z'⟩ = ρ² cos(√τ Δy / σρ).
    const gapAt = (rho: number) => {
      const angle = (i: number) => (Math.sqrt(0.1) * labels[i]) / 0.3 / rho;
      const dots = labels.map((_, i) =>
        labels.map((_y, j) => -2 * (rho * Math.sin((angle(i) - angle(j)) / 2)) ** 2),
      );
      return denseLoss(objective, dots) - boundOf(objective);
    };
    expect(gapAt(2) / gapAt(4)).toBeCloseTo(16, 0);
    expect(gapAt(8)).toBeGreaterThan(1e-12);
    expect(gapAt(16)).toBeLessThan(1e-7);
  });
});

describe('X-CLR with κ = τ/τ_s', () => {
  const unit = (count: number, width: number, seed: number) =>
    scatteredRows(count, width, seed).map((row) => row.map((x) => x / Math.sqrt(inner(row, row))));
  /** 1ᵀ(TTᵀ)⁺1, or Infinity where 1 is not in the range. */
  const ones = (rows: readonly (readonly number[])[]) => {
    const { values, vectors } = symmetricEigen(rows.map((a) => rows.map((b) => inner(a, b))));
    const parts = [...values].map((value, k) => ({
      value,
      along: vectors[k].reduce((sum, x) => sum + x, 0) ** 2,
    }));
    if (parts.some(({ value, along }) => value < 1e-9 && along > 1e-9)) return Number.POSITIVE_INFINITY;
    return parts.reduce((sum, { value, along }) => sum + (value < 1e-9 ? 0 : along / value), 0);
  };

  test('is realizable for κ ≤ 1, and above iff 1ᵀ(TTᵀ)⁺1 ≤ κ/(κ − 1)', () => {
    let outside = 0;
    for (const count of [2, 3, 4, 6])
      for (let seed = 1; seed <= 6; seed++)
        for (const kappa of [0.3, 1, 1.1, 1.5, 3]) {
          const features = unit(count, 3, seed);
          const sum = ones(features);
          if (sum === Number.POSITIVE_INFINITY) outside++;
          const isRealizable = kappa <= 1 || sum <= kappa / (kappa - 1);
          const written: ObjectiveSketch = {
            objective: 'x-clr',
            features,
            weightTemperature: 0.2,
            temperature: 0.2 * kappa,
          };
          const { reason, similarities } = judge(written);
          // Unit features always lie on a sphere: what fails is its radius.
          expect([count, seed, kappa, reason]).toEqual([
            count,
            seed,
            kappa,
            isRealizable ? 'exact' : 'radius',
          ]);
          if (!isRealizable) continue;
          for (const [i, row] of similarities!.entries())
            for (const [j, s] of row.entries())
              expect(s).toBeCloseTo(1 - kappa + kappa * inner(features[i], features[j]), 9);
        }
    expect(outside).toBeGreaterThan(30);
  });

  test('at κ = 1 has the Gram matrix of its features', () => {
    const features = unit(7, 4, 3);
    const { similarities } = judge({
      objective: 'x-clr',
      features,
      weightTemperature: 0.2,
      temperature: 0.2,
    });
    for (const [i, row] of similarities!.entries())
      for (const [j, s] of row.entries()) expect(s).toBeCloseTo(inner(features[i], features[j]), 9);
  });
});
