/** The edges of double precision over views, batches, balances and formulas: sound answers, and right ones where known. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { SIMILARITIES } from '../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

function sound(written: ObjectiveSketch) {
  const analysis = analyze(sketch(written));
  expectSound(analysis);
  for (const { title, effect } of analysis.remedies)
    expect(title + effect).not.toMatch(/NaN|Infinity|undefined/);
  return analysis;
}

const FREE = { count: 2, tied: false } as const;
const NEAR = [1e6 - 1e-3, 1e6, 1e6 + 1e-3];
const COUNTS = [1, 1e3, 1e6, 1e9];
const TINY = [
  [1, 1e-300, 0.5],
  [1e-300, 1, 1],
  [0.5, 1, 1],
];
const y = (labels: readonly number[], more: Partial<ObjectiveSketch> = {}): ObjectiveSketch => ({
  objective: 'y-aware',
  labels,
  kernel: 'gaussian',
  bandwidth: 1,
  ...more,
});

const HARD: readonly ObjectiveSketch[] = [
  ...[1, FREE, { count: 7, tied: false }].flatMap((views): ObjectiveSketch[] => [
    y(NEAR, { views }),
    y(NEAR, { views, bandwidth: 1e-3 }),
    y([0, 1e3], { views }),
    y([0, 0, 0, 1], { views }),
    y([5], { views }),
    y([5, 5], { views }),
    y([0, 1, 3], { views, kernel: 'triangular', bandwidth: 2 }),
    { objective: 'weighted', weights: TINY, views },
    { objective: 'weighted', weights: [[1]], views },
    {
      objective: 'weighted',
      weights: [
        [1, 1e-300],
        [1, 1],
      ],
      views,
    },
    {
      objective: 'x-clr',
      features: [
        [1, 1e-9],
        [1, 0],
        [1, -1e-9],
      ],
      weightTemperature: 1e-3,
      views,
    },
    { objective: 'soft-supcon', classes: COUNTS.slice(0, 2), across: 1e-300, views },
  ]),
  ...[true, false].flatMap((anchors): ObjectiveSketch[] => [
    { objective: 'supcon', classes: COUNTS, balance: { anchors, denominators: !anchors } },
    { objective: 'supcon', classes: COUNTS, balance: { anchors, denominators: true } },
    { objective: 'soft-supcon', classes: COUNTS, across: 1e-300, balance: { anchors, denominators: true } },
  ]),
  { objective: 'supcon', classes: COUNTS, positives: 'softmax-per-positive' },
  { objective: 'supcon', classes: COUNTS, positives: 'summed-positives' },
  { objective: 'supcon', classes: [1], views: 1 },
  { objective: 'supcon', classes: [1, 1], views: 1 },
  { objective: 'supcon', classes: [1, 2], views: 1 },
  { objective: 'supcon', classes: [9, 3, 1], batch: 2 },
  { objective: 'supcon', classes: [1e9, 1], batch: 8 },
  y([0, 0.1, 0.1, 2], { batch: 2 }),
  y(NEAR, { batch: 2 }),
  { objective: 'weighted', labels: NEAR, weights: { expression: 'exp(-abs(y_i - y_j) / 1e-3)' } },
  { objective: 'weighted', labels: [0, 700], weights: { expression: 'exp(-abs(y_i - y_j))' } },
  { objective: 'weighted', labels: [0, 1, 2], weights: { expression: '1e-300 if y_i != y_j else 1' } },
  {
    objective: 'weighted',
    weights: [
      [1, 1e-300, null],
      [1e-300, 1, 1],
      [null, 1, 1],
    ],
  },
];

describe.each(SIMILARITIES)('%s', (similarity) => {
  test.each([1e-3, 0.1, 1e3])('answers or says why not, at the temperature %d', (temperature) => {
    for (const written of HARD)
      for (const dimension of [null, 2]) sound({ ...written, temperature, similarity, dimension });
  });
});

/** So cold that exp(−2/τ) is no double, the loss is flat: cosines stay where a search begins, near the simplex. */
const digits = (temperature: number) => (temperature === 1e-3 ? 1 : 6);

describe('right answers', () => {
  test.each([1e-3, 0.1, 1e3])(
    'two classes of any sizes stand opposite at the temperature %d',
    (temperature) => {
      for (const classes of [
        [1, 1],
        [1e9, 1],
        [1e9, 1e9],
      ]) {
        const { similarities, gap, bound, minimum } = sound({ objective: 'supcon', classes, temperature });
        expect(similarities![0][1]).toBeCloseTo(-1, digits(temperature));
        const [m, n] = classes.map((count) => 2 * count);
        const part = (own: number, other: number) =>
          (own / (m + n)) * Math.log1p((other / (own - 1)) * Math.exp(-2 / temperature));
        expect(Math.abs(gap! - part(m, n) - part(n, m))).toBeLessThan(1e-9 * (1 + gap!));
        expect(minimum).toBe(bound! + gap!);
      }
    },
  );

  test.each(COUNTS)('of two samples, or classes of %d, InfoNCE stands opposite', (count) => {
    for (const temperature of [1e-3, 1, 1e3]) {
      const { similarities } = sound({ objective: 'info-nce', classes: [count, count], temperature });
      expect(similarities![0][1]).toBeCloseTo(-1, digits(temperature));
    }
  });

  test('classes of a thousand million are a simplex like classes of one', () => {
    for (const temperature of [1e-3, 1, 1e3])
      for (const count of [1, 1e9]) {
        const { similarities, rank } = sound({
          objective: 'supcon',
          classes: [count, count, count],
          temperature,
        });
        expect(similarities![0][1]).toBeCloseTo(-0.5, digits(temperature));
        if (temperature > 1e-3) expect(rank).toBe(2);
      }
  });

  test('Soft SupCon asks for 1 − τ log(1/ε), down to weights of 1e-300', () => {
    for (const across of [1e-300, 1e-30, 0.999])
      for (const classes of [
        [1, 1],
        [1e9, 1, 1e3],
      ]) {
        const K = classes.length;
        const limit = K / (K - 1) / Math.log(1 / across);
        const at = (temperature: number) => sound({ objective: 'soft-supcon', classes, across, temperature });
        const { verdict, similarities, temperatureLimit } = at(0.9 * limit);
        expect(verdict).toBe('realizable');
        expect(temperatureLimit! / limit).toBeCloseTo(1, 9);
        expect(similarities![0][1]).toBeCloseTo(1 - 0.9 * (K / (K - 1)), 9);
        expect(at(1.001 * limit).reason).toBe('radius');
      }
  });

  test('labels a thousandth around a million have the sphere of their differences', () => {
    for (const bandwidth of [1e-3, 1e-2]) {
      const { temperatureLimit, verdict } = sound(
        y(NEAR, { kernel: 'laplacian', bandwidth, temperature: 0.1 }),
      );
      expect(verdict).toBe('realizable');
      expect(temperatureLimit! / ((2 * bandwidth) / 2e-3)).toBeCloseTo(1, 6);
    }
    const expression = `exp(-abs(y_i - y_j) / 1e-3)`;
    const written = sound({ objective: 'weighted', labels: NEAR, weights: { expression }, temperature: 0.1 });
    expect(written.temperatureLimit).toBeCloseTo(1, 6);
  });

  test('thousands of duplicates stand with the label that they repeat', () => {
    const few = sound(y([0, 1, 3], { kernel: 'laplacian', temperature: 0.1 }));
    const labels = Array.from({ length: 3000 }, (_, i) => [0, 1, 3][i % 3]);
    const many = sound(y(labels, { kernel: 'laplacian', temperature: 0.1 }));
    expect(many).toMatchObject({ verdict: 'realizable', rank: few.rank, gap: 0 });
    expect(many.temperatureLimit).toBeCloseTo(few.temperatureLimit!, 9);
  });

  test('a single item is one point, and without another view it asks for nothing', () => {
    for (const temperature of [1e-3, 1, 1e3]) {
      expect(sound(y([5], { temperature })).reason).toBe('total-collapse');
      expect(sound({ objective: 'supcon', classes: [5], temperature }).reason).toBe('total-collapse');
      expect(sound(y([5], { temperature, views: 1 })).verdict).toBe('undecided');
    }
  });

  test('a weight of 1e-300 is a weight: two samples stand as far apart as it asks', () => {
    const weights = [
      [1, 1e-300],
      [1e-300, 1],
    ];
    const limit = 2 / (300 * Math.LN10);
    const at = (temperature: number) => sound({ objective: 'weighted', weights, temperature });
    expect(at(limit).temperatureLimit! / limit).toBeCloseTo(1, 9);
    expect(at(limit / 2).similarities![0][1]).toBeCloseTo(0, 9);
    expect(at(1.01 * limit).reason).toBe('radius');
  });
});

describe('SupCon at temperatures near 0', () => {
  const at = (temperature: number) =>
    analyze(sketch({ objective: 'supcon', classes: [500, 50, 5], temperature }));

  test.each([0.02, 0.01, 0.005])('is told to the digits of its own gap, at %d', (temperature) => {
    const { gap, certifiedWithin, rank, similarities } = at(temperature);
    expect(gap).toBeGreaterThan(0);
    expect(certifiedWithin! / gap!).toBeLessThan(1e-4);
    expect(rank).toBe(2);
    // Three points of a plane about the origin: the angles between them make a full turn.
    const [a, b, c] = [similarities![0][1], similarities![0][2], similarities![1][2]].map(Math.acos);
    expect(a + b + c).toBeCloseTo(2 * Math.PI, 6);
  });

  test('says that nothing tells where classes stand when the loss is flat', () => {
    const { gap, optimumNote } = at(1e-3);
    expect(gap).toBe(0);
    expect(optimumNote).toContain('flat in double precision');
  });
});
