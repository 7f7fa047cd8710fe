/** Kinds that only libraries have: their loss is the published one, and its minimum is what single samples come down to. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { minimise } from '../../src/geometry/optimum/lbfgs';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { noise } from '../support/noise';
import {
  balancedLoss,
  clipLoss,
  decoupledLoss,
  perPositiveLoss,
  rankNContrastLoss,
  type Similarities,
  summedLoss,
} from '../support/publishedLosses';
import { plainLoss, plainSimilarities } from '../webview/fixtures/problems';

/** Class c of each view of each sample. */
const viewsOf = (classes: readonly number[], views: number) =>
  classes.flatMap((n, c) => Array.from({ length: views * n }, () => c));

interface Kind {
  readonly name: string;
  readonly written: ObjectiveSketch;
  /** The item that each single embedding belongs to. */
  readonly itemOf: readonly number[];
  readonly published: (s: Similarities) => number;
}

const SIZES = [5, 2, 1];
const LABELS = [0, 1, 1, 2.5, 4];
const VIEWED = viewsOf(SIZES, 2);
const PAIRS = Array.from({ length: 5 }, (_, i) => i);
const RANKED = LABELS.flatMap((_, i) => [i, i]);
const ofLabel = RANKED.map((i) => LABELS[i]);

const KINDS: readonly Kind[] = [
  {
    name: 'decoupled samples',
    written: { objective: 'decoupled', samples: 5, temperature: 0.4 },
    itemOf: viewsOf([1, 1, 1, 1, 1], 2),
    published: (s) => decoupledLoss(s, viewsOf([1, 1, 1, 1, 1], 2), 0.4),
  },
  {
    name: 'decoupled classes',
    written: { objective: 'decoupled', classes: SIZES, temperature: 0.7 },
    itemOf: VIEWED,
    published: (s) => decoupledLoss(s, VIEWED, 0.7),
  },
  {
    name: 'CLIP',
    written: { objective: 'clip', samples: 5, temperature: 0.5 },
    itemOf: [...PAIRS, ...PAIRS],
    published: (s) => clipLoss(s, 0.5),
  },
  {
    name: 'CLIP of one batch',
    written: { objective: 'clip', batch: 5, temperature: 0.5 },
    itemOf: [...PAIRS, ...PAIRS],
    published: (s) => clipLoss(s, 0.5),
  },
  {
    name: 'Rank-N-Contrast',
    written: { objective: 'rank-n-contrast', labels: LABELS, temperature: 0.8 },
    itemOf: RANKED,
    published: (s) => rankNContrastLoss(s, ofLabel, 0.8),
  },
  {
    name: 'Rank-N-Contrast of single views',
    written: { objective: 'rank-n-contrast', labels: LABELS, views: 1, temperature: 0.8 },
    itemOf: LABELS.map((_, i) => i),
    published: (s) => rankNContrastLoss(s, LABELS, 0.8),
  },
  {
    name: 'balanced SupCon',
    written: { objective: 'balanced-supcon', classes: SIZES, temperature: 0.5 },
    itemOf: [...VIEWED, 3, 4, 5],
    published: (s) => balancedLoss(s, VIEWED, 0.5),
  },
  {
    name: 'L_in of SupCon',
    written: { objective: 'supcon', classes: SIZES, temperature: 0.5, positives: 'summed-positives' },
    itemOf: VIEWED,
    published: (s) => summedLoss(s, VIEWED, 0.5),
  },
  {
    name: 'L_in of three views',
    written: {
      objective: 'info-nce',
      samples: 4,
      views: 3,
      temperature: 0.5,
      positives: 'summed-positives',
    },
    itemOf: viewsOf([1, 1, 1, 1], 3),
    published: (s) => summedLoss(s, viewsOf([1, 1, 1, 1], 3), 0.5),
  },
  {
    name: 'NTXentLoss of pytorch-metric-learning',
    written: {
      objective: 'info-nce',
      classes: SIZES,
      temperature: 0.5,
      positives: 'softmax-per-positive',
    },
    itemOf: VIEWED,
    published: (s) => perPositiveLoss(s, VIEWED, 0.5),
  },
];

function unitRows(count: number, dimension: number, seed: number): number[][] {
  const values = noise(count * dimension, seed);
  return Array.from({ length: count }, (_, i) => [...values.slice(i * dimension, (i + 1) * dimension)]);
}

/** The lowest published loss that free single embeddings come down to, by differences of the loss alone. */
function bruteForce({ itemOf, published }: Kind, dimension: number): number {
  const size = itemOf.length;
  const at = (x: Float64Array) =>
    published(
      plainSimilarities(
        'cosine',
        Array.from({ length: size }, (_, i) => [...x.slice(i * dimension, (i + 1) * dimension)]),
      ),
    );
  const withGradient = (x: Float64Array, gradient: Float64Array) => {
    for (let k = 0; k < x.length; k++) {
      const kept = x[k];
      x[k] = kept + 1e-6;
      const above = at(x);
      x[k] = kept - 1e-6;
      gradient[k] = (above - at(x)) / 2e-6;
      x[k] = kept;
    }
    return at(x);
  };
  const runs = [1, 2, 3].map(
    (seed) =>
      minimise(withGradient, noise(size * dimension, seed), { gradientTolerance: 1e-8, maxIterations: 400 })
        .value,
  );
  return Math.min(...runs);
}

describe.each(KINDS)('$name', (kind) => {
  const analysis = analyze(sketch(kind.written));
  const { training } = analysis;

  test('is sound', () => expectSound(analysis));

  test.each([1, 2, 3])('has the published loss wherever its items stand (%i)', (seed) => {
    const points = unitRows(training!.size, 4, seed);
    const single = kind.itemOf.map((item) => points[item]);
    const expected = kind.published(plainSimilarities('cosine', single));
    expect(plainLoss(training!, plainSimilarities('cosine', points))).toBeCloseTo(expected, 10);
  });

  test('has a minimum that is certified', () => {
    expect(analysis.method).toBe('certified');
    expect(analysis.certifiedWithin).toBeLessThan(1e-7);
    expect(plainLoss(training!, analysis.similarities!)).toBeCloseTo(analysis.minimum!, 9);
  });

  test('has the minimum that single samples come down to', () => {
    const found = bruteForce(kind, 5);
    expect(found - analysis.minimum!).toBeGreaterThan(-1e-7);
    expect(found - analysis.minimum!).toBeLessThan(2e-5);
  });
});
