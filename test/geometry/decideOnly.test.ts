/** The quick door: the verdict of the whole analysis, and a gap to the digits that a picture shows. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { decideOnly } from '../../src/geometry/decideOnly';
import { type ObjectiveSketch, sketch } from '../support/definitions';

const AGES = [22, 27, 31, 38, 45, 52, 64, 78];
const CASES: readonly (readonly [string, ObjectiveSketch])[] = [
  ['classes with zero weights', { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 }],
  ['a flat loss', { objective: 'supcon', classes: [60, 6, 6], temperature: 0.05 }],
  ['in batches', { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32 }],
  [
    'in batches, with few dimensions',
    {
      objective: 'soft-supcon',
      classes: [100, 50, 10, 5],
      across: 0.01,
      temperature: 0.5,
      batch: 32,
      dimension: 2,
    },
  ],
  ['realizable', { objective: 'soft-supcon', classes: [6, 3, 1, 2], across: 0.1, temperature: 0.3 }],
  [
    'outside of the sphere',
    { objective: 'soft-supcon', classes: [6, 3, 1, 2], across: 0.05, temperature: 0.5 },
  ],
  [
    'with too few dimensions',
    { objective: 'soft-supcon', classes: [6, 3, 1, 2], across: 0.1, temperature: 0.3, dimension: 2 },
  ],
  [
    'labels on a line',
    { objective: 'y-aware', kernel: 'gaussian', labels: AGES, bandwidth: 12, temperature: 0.1 },
  ],
  [
    'distances on a line',
    {
      objective: 'euclidean-euclidean',
      similarity: 'negative-squared-euclidean',
      kernel: 'gaussian',
      labels: AGES,
      bandwidth: 12,
      temperature: 0.1,
    },
  ],
  [
    'distances without an embedding',
    {
      objective: 'euclidean-euclidean',
      similarity: 'negative-squared-euclidean',
      kernel: 'laplacian',
      labels: AGES,
      bandwidth: 12,
      temperature: 0.1,
      dimension: 2,
    },
  ],
  [
    'never reached',
    {
      objective: 'y-aware',
      similarity: 'dot',
      kernel: 'gaussian',
      labels: AGES,
      bandwidth: 12,
      temperature: 0.1,
    },
  ],
  [
    'all alike',
    {
      objective: 'weighted',
      weights: [
        [1, 1],
        [1, 1],
      ],
      temperature: 0.5,
    },
  ],
  [
    'weights that differ by direction',
    {
      objective: 'weighted',
      weights: [
        [1, 0.6, 0.1],
        [0.2, 1, 0.7],
        [0.5, 0.1, 1],
      ],
      temperature: 0.3,
    },
  ],
  [
    'an unknown temperature',
    { objective: 'soft-supcon', classes: [60, 30, 10], across: 0.05, temperature: null },
  ],
  ['unknown classes', { objective: 'supcon', classes: null, temperature: 0.1 }],
  ['positives outside of their denominators', { objective: 'decoupled', samples: 8, temperature: 0.2 }],
  ['a batch that compares nothing', { objective: 'supcon', classes: [4, 4], temperature: 0.2, batch: 1 }],
  [
    'many labels',
    {
      objective: 'y-aware',
      kernel: 'gaussian',
      labels: Array.from({ length: 5000 }, (_, i) => i / 7),
      bandwidth: 12,
      temperature: 0.1,
    },
  ],
  ['pictures and their texts', { objective: 'clip', samples: 16, temperature: 0.1 }],
];

/** A picture shows two digits. */
const DIGITS = 0.06;

describe('deciding only', () => {
  it.each(CASES)('%s: as the whole analysis', (_, written) => {
    const definition = sketch(written);
    const { verdict, reason, gap, undecidedBecause } = analyze(definition);
    const quick = decideOnly(definition);
    expect(quick).toMatchObject({ verdict, reason, undecidedBecause });
    if (gap === null) expect(quick.gap).toBeNull();
    else expect(Math.abs((quick.gap ?? Number.NaN) - gap)).toBeLessThanOrEqual(DIGITS * gap);
  });

  it.each<[string, ObjectiveSketch, string | null]>([
    [
      'in batches',
      { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32 },
      'a quick look',
    ],
    [
      'in few dimensions',
      { objective: 'soft-supcon', classes: [6, 3, 1, 2], across: 0.1, temperature: 0.3, dimension: 2 },
      'a quick look',
    ],
    [
      'with a certificate that tells less',
      { objective: 'soft-supcon', classes: [500, 200, 90, 40, 15, 5], across: 1e-4, temperature: 0.5 },
      'a quick look',
    ],
    [
      'of what is reached',
      { objective: 'soft-supcon', classes: [6, 3, 1, 2], across: 0.1, temperature: 0.3 },
      null,
    ],
  ])('the whole analysis can be as quick, %s, and says so where that is rough', (_, written, note) => {
    const definition = sketch(written);
    const [quick, full] = [analyze(definition, { effort: 'quick' }), analyze(definition)];
    expect(quick.verdict).toBe(full.verdict);
    expect(Math.abs((quick.gap ?? Number.NaN) - (full.gap ?? 0))).toBeLessThanOrEqual(
      DIGITS * (full.gap ?? 0),
    );
    if (note === null) expect(quick.optimumNote).toBeNull();
    else expect(quick.optimumNote).toContain(note);
    expect(quick.geometry?.points).toEqual(full.geometry?.points);
    expect(full.optimumNote ?? '').not.toContain('a quick look');
  });

  it('answers early when it is interrupted', () => {
    const definition = sketch({ objective: 'supcon', classes: [500, 100, 20, 4], temperature: 0.1 });
    const quick = decideOnly(definition, { isRaised: () => true });
    expect(quick.verdict).toBe('degenerate');
    expect(quick.gap).toBeGreaterThan(analyze(definition).gap ?? Number.NaN);
  });

  it('tells a pair whose weight cannot be used', () => {
    const weights = { expression: '1 / (y_i - y_j)' };
    const quick = decideOnly(sketch({ objective: 'weighted', weights, labels: [0, 1, 2], temperature: 0.2 }));
    expect(quick.verdict).toBe('undecided');
    expect(quick.undecidedBecause).toContain('weight');
  });
});
