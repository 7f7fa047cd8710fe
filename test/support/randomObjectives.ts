/** Random objectives of every kind, by name: what a property must hold for. */
import fc from 'fast-check';
import { SIMILARITIES } from '../../src/objective/definition';
import type { ObjectiveSketch } from './definitions';

const temperature = fc.constantFrom(0.1, 0.3, 1);
const label = fc.integer({ min: -80, max: 80 }).map((x) => x / 40);
const views = fc.constantFrom(1, 2, 3, { count: 2, tied: false });
const tied = fc.constantFrom(1, 2, 3);
const similarity = fc.constantFrom(...SIMILARITIES);
const classes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 });
const labels = fc.array(label, { minLength: 3, maxLength: 6 }).filter((ys) => new Set(ys).size > 1);
const rows = fc.array(fc.tuple(label, label), { minLength: 3, maxLength: 6 });
const kernel = fc.constantFrom(
  'gaussian' as const,
  'laplacian' as const,
  'triangular' as const,
  'epanechnikov' as const,
  'cosine' as const,
  { exponent: 1.5 },
  { exponent: 3 },
);
const weight = fc.oneof(
  { arbitrary: fc.double({ min: 0.01, max: 1, noNaN: true }), weight: 6 },
  { arbitrary: fc.constant(0), weight: 1 },
);
const square = (entry: fc.Arbitrary<number | null>, most = 5) =>
  fc
    .integer({ min: 2, max: most })
    .chain((n) => fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
    .map((matrix) => matrix.map((row, i) => row.map((w, j) => (i === j ? 1 : w))));
const kind = <K extends ObjectiveSketch['objective']>(name: K) => fc.constant(name);

export const RANDOM: Readonly<Record<string, fc.Arbitrary<ObjectiveSketch>>> = {
  supcon: fc.record({ objective: kind('supcon'), classes, temperature, similarity, views }),
  'balanced anchors and denominators': fc.record({
    objective: kind('supcon'),
    classes,
    temperature,
    balance: fc.record({ anchors: fc.boolean(), denominators: fc.boolean() }),
  }),
  'summed positives': fc.record({
    objective: kind('supcon'),
    classes,
    temperature,
    views: tied,
    positives: fc.constant('summed-positives' as const),
  }),
  'a softmax for each positive': fc.record({
    objective: kind('supcon'),
    classes,
    temperature,
    views: tied,
    positives: fc.constant('softmax-per-positive' as const),
  }),
  'soft-supcon': fc.record({
    objective: kind('soft-supcon'),
    classes,
    across: fc.constantFrom(0.5, 0.1, 0.01, 1e-4),
    temperature,
    similarity,
    views,
  }),
  'y-aware': fc.record({
    objective: kind('y-aware'),
    labels,
    kernel,
    bandwidth: fc.constantFrom(0.5, 1, 3),
    temperature,
    similarity,
    views,
  }),
  'y-aware of two columns': fc.record({
    objective: kind('y-aware'),
    labels: rows,
    kernel,
    bandwidth: fc.tuple(fc.constantFrom(0.5, 2), fc.constantFrom(1, 3)),
    temperature,
    similarity,
    views,
  }),
  'x-clr': fc.record({
    objective: kind('x-clr'),
    features: fc.array(
      fc.tuple(label, label, label).filter((f) => Math.hypot(...f) > 0.1),
      { minLength: 3, maxLength: 6 },
    ),
    weightTemperature: fc.constantFrom(0.1, 0.4),
    temperature,
    similarity,
    views,
  }),
  'info-nce': fc.record({
    objective: kind('info-nce'),
    samples: fc.integer({ min: 2, max: 8 }),
    temperature,
    similarity,
    views: fc.constantFrom(2, 3),
  }),
  weighted: fc.record({
    objective: kind('weighted'),
    weights: square(weight),
    temperature,
    similarity,
    views,
  }),
  'weighted with pairs that nobody compares': fc.record({
    objective: kind('weighted'),
    weights: square(fc.oneof({ arbitrary: weight, weight: 3 }, { arbitrary: fc.constant(null), weight: 1 })),
    temperature,
    similarity,
    views: fc.constantFrom(1, 2),
  }),
  'weighted by expression': fc.record({
    objective: kind('weighted'),
    labels,
    weights: fc.constantFrom(
      { expression: 'exp(-abs(y_i - y_j) / 0.5)' },
      { expression: 'exp(-(y_i - y_j) ** 2) + 0.01' },
      { expression: '1 if y_i == y_j else 0.05' },
    ),
    temperature,
    similarity,
    views,
  }),
  clip: fc.record({
    objective: kind('clip'),
    samples: fc.integer({ min: 2, max: 6 }),
    temperature,
    similarity,
  }),
  'rank-n-contrast': fc.record({
    objective: kind('rank-n-contrast'),
    labels,
    temperature,
    similarity,
    views: tied,
  }),
  'balanced-supcon': fc.record({
    objective: kind('balanced-supcon'),
    classes,
    temperature,
    similarity,
    views: tied,
  }),
  'decoupled samples': fc.record({
    objective: kind('decoupled'),
    samples: fc.integer({ min: 2, max: 6 }),
    temperature,
  }),
  'decoupled classes': fc.record({ objective: kind('decoupled'), classes, temperature }),
  batches: fc.record({
    objective: kind('supcon'),
    classes: fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 2, maxLength: 4 }),
    temperature,
    batch: fc.integer({ min: 3, max: 6 }),
    views: tied,
  }),
  'batches of labels': fc.record({
    objective: kind('y-aware'),
    labels,
    kernel: fc.constantFrom('gaussian' as const, 'laplacian' as const),
    bandwidth: fc.constantFrom(0.5, 2),
    temperature,
    batch: fc.constant(3),
  }),
};

/** One seed for all of them, and one name to find a failure by. */
export const SEED = 20261125;
