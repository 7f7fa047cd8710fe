/** Weights of groups against the same weights written out over every view of every sample. */
import { describe, expect, test } from 'vitest';
import { buildObjective } from '../../src/objective/buildObjective';
import { groupWeights, type Objective } from '../../src/objective/objective';
import { scanPairs } from '../../src/objective/scanPairs';
import { entropicBound } from '../../src/objective/softmaxes';
import { softmaxesOf } from '../../src/objective/softmaxesOf';
import { type ObjectiveSketch, sketch } from '../support/definitions';

function built(written: ObjectiveSketch): Objective {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  return result.objective;
}

interface View {
  readonly sample: number;
  readonly label: number;
}

/** All views of `sizes[c]` samples of each class c. */
function viewsOf(sizes: readonly number[], views: number): View[] {
  let sample = 0;
  return sizes.flatMap((size, label) =>
    Array.from({ length: size }, () => {
      const at = sample++;
      return Array.from({ length: views }, () => ({ sample: at, label }));
    }).flat(),
  );
}

/** Entropic bound over single views: every candidate is one of its kind, so b = 1 and B is the weights' mean entropy. */
function boundOverViews(views: readonly View[], weigh: (from: View, to: View) => number): number {
  const entropies = views.flatMap((from) => {
    const weights = views.filter((to) => to !== from).map((to) => weigh(from, to));
    const sum = weights.reduce((total, w) => total + w, 0);
    return sum === 0 ? [] : [weights.reduce((h, w) => (w > 0 ? h - (w / sum) * Math.log(w / sum) : h), 0)];
  });
  return entropies.reduce((sum, h) => sum + h, 0) / entropies.length;
}

const labels = [0.1, 0.4, 0.4, 0.9, 1.3];
const matrix = [
  [2, 1, 0.5],
  [0.3, 1, 0.7],
  [1, 0.2, 4],
];
const cases: {
  name: string;
  written: ObjectiveSketch;
  sizes: number[];
  weigh: (a: View, b: View) => number;
}[] = [
  {
    name: 'supcon',
    written: { objective: 'supcon', classes: [4, 2, 2, 1] },
    sizes: [4, 2, 2, 1],
    weigh: (a, b) => Number(a.label === b.label),
  },
  {
    name: 'supcon with one view, where a class of one has no positive',
    written: { objective: 'supcon', classes: [4, 2, 1], views: 1 },
    sizes: [4, 2, 1],
    weigh: (a, b) => Number(a.label === b.label),
  },
  {
    name: 'soft-supcon with three views',
    written: { objective: 'soft-supcon', classes: [3, 3, 1], across: 0.2, views: 3 },
    sizes: [3, 3, 1],
    weigh: (a, b) => (a.label === b.label ? 1 : 0.2),
  },
  {
    name: 'soft-supcon with one view, where a class of one still has weights across',
    written: { objective: 'soft-supcon', classes: [3, 1], across: 0.2, views: 1 },
    sizes: [3, 1],
    weigh: (a, b) => (a.label === b.label ? 1 : 0.2),
  },
  {
    name: 'y-aware with repeated labels',
    written: { objective: 'y-aware', labels, kernel: 'gaussian', bandwidth: 0.5 },
    sizes: labels.map(() => 1),
    weigh: (a, b) => Math.exp(-((labels[a.sample] - labels[b.sample]) ** 2) / 0.5),
  },
  {
    name: 'x-clr',
    written: {
      objective: 'x-clr',
      features: [
        [2, 0],
        [0, 3],
        [1, 1],
      ],
      weightTemperature: 0.5,
    },
    sizes: [1, 1, 1],
    weigh: (a, b) =>
      Math.exp(
        Math.cos([0, Math.PI / 2, Math.PI / 4][a.sample] - [0, Math.PI / 2, Math.PI / 4][b.sample]) / 0.5,
      ),
  },
  {
    name: 'info-nce',
    written: { objective: 'info-nce', samples: 5, views: 3 },
    sizes: [1, 1, 1, 1, 1],
    weigh: (a, b) => Number(a.sample === b.sample),
  },
  {
    name: 'weighted',
    written: { objective: 'weighted', weights: matrix },
    sizes: [1, 1, 1],
    weigh: (a, b) => matrix[a.sample][b.sample],
  },
];

describe('the objective of a definition', () => {
  test.each(cases)('$name has the entropic bound of all its views', ({ written, sizes, weigh }) => {
    const { views = 2 } = written;
    const bound = boundOverViews(viewsOf(sizes, views as number), weigh);
    expect(entropicBound(softmaxesOf(built(written)))).toBeCloseTo(bound, 12);
  });

  test.each(cases)('$name has rows that sum to one and masses that sum to one', ({ written }) => {
    const objective = built(written);
    const { self, pairs } = groupWeights(objective);
    expect(objective.anchorMass.reduce((sum, a) => sum + a, 0)).toBeCloseTo(1, 14);
    for (const [g, row] of pairs.entries())
      if (objective.anchorMass[g] > 0) expect(row.reduce((sum, w) => sum + w, self[g])).toBeCloseTo(1, 12);
  });

  test('classes of equal size and samples of equal label share a group', () => {
    expect(built({ objective: 'supcon', classes: [4, 2, 2] }).counts).toEqual([1, 2]);
    expect(built({ objective: 'y-aware', labels, kernel: 'gaussian', bandwidth: 1 }).counts).toEqual([
      1, 2, 1, 1,
    ]);
  });

  test('balancing counts a class once', () => {
    const balance = { anchors: true, denominators: true };
    const objective = built({ objective: 'supcon', classes: [60, 6], balance });
    expect([...objective.anchorMass]).toEqual([0.5, 0.5]);
    expect([...objective.selfMultiplicity, ...objective.multiplicity[0]]).toEqual([1, 1, 1, 1]);
  });

  test('one softmax for each positive weighs anchors by their positives and sees one of them', () => {
    const objective = built({ objective: 'supcon', classes: [3, 2], positives: 'softmax-per-positive' });
    // m = 6 and 4 views; mass ∝ m (m − 1) = 30 and 12.
    expect(objective.anchorMass[0] / objective.anchorMass[1]).toBeCloseTo(30 / 12, 12);
    expect([...objective.selfMultiplicity]).toEqual([1, 1]);
    expect(objective.multiplicity[0][1]).toBe(4);
    expect(entropicBound(softmaxesOf(objective))).toBeCloseTo(0, 14);
  });

  test('a weight too small for a double is still a weight', () => {
    const objective = built({ objective: 'y-aware', labels: [0, 100], kernel: 'gaussian', bandwidth: 1 });
    expect(objective.logRatio[0][1]).toBeCloseTo(-5000, 6);
    expect(entropicBound(softmaxesOf(objective))).toBe(0);
  });

  test('a bandwidth for each column scales its column', () => {
    const rows = [
      [0, 0],
      [1, 10],
      [2, 5],
    ];
    const separate = built({ objective: 'y-aware', labels: rows, kernel: 'laplacian', bandwidth: [1, 10] });
    const scaled = built({
      objective: 'y-aware',
      labels: rows.map(([a, b]) => [a, b / 10]),
      kernel: 'laplacian',
      bandwidth: 1,
    });
    expect(separate.logRatio).toEqual(scaled.logRatio);
  });
});

describe('values', () => {
  test('that are unknown are named', () => {
    const result = buildObjective(
      sketch({ objective: 'y-aware', labels: [1, 2], kernel: 'gaussian', similarity: null }),
    );
    expect(result).toEqual({ kind: 'unknown', missing: ['bandwidth', 'similarity'] });
  });

  test.each<[string, ObjectiveSketch]>([
    ['temperature', { objective: 'supcon', classes: [2, 2], temperature: -0.1 }],
    ['classes', { objective: 'supcon', classes: [2, 0] }],
    ['classes', { objective: 'supcon', classes: [2, Number.NaN] }],
    ['labels', { objective: 'y-aware', labels: [[1], [1, 2]], kernel: 'gaussian', bandwidth: 1 }],
    ['bandwidth', { objective: 'y-aware', labels: [1, 2], kernel: 'gaussian', bandwidth: [1, 2] }],
    [
      'weights',
      {
        objective: 'weighted',
        weights: [
          [1, -1],
          [1, 1],
        ],
      },
    ],
    ['weights', { objective: 'weighted', weights: [[1, 1]] }],
    [
      'features',
      {
        objective: 'x-clr',
        features: [
          [0, 0],
          [1, 0],
        ],
        weightTemperature: 1,
      },
    ],
  ])('of %s that no objective can have are refused by name', (name, written) => {
    expect(() => buildObjective(sketch(written))).toThrow(name);
  });

  test('in great number make no matrix, and one pass gives the same bound as one would', () => {
    const some = Array.from({ length: 300 }, (_, i) => i / 300);
    const many = Array.from({ length: 500 }, (_, i) => i / 500);
    const kernel = { kernel: 'epanechnikov', bandwidth: 0.4003 } as const;
    const large = buildObjective(sketch({ objective: 'y-aware', labels: many, ...kernel }));
    if (large.kind !== 'too-large') throw new Error(large.kind);
    const scan = scanPairs(large.pairs);
    const weigh = (a: View, b: View) => Math.max(0, 1 - ((many[a.sample] - many[b.sample]) / 0.4003) ** 2);
    expect(scan.bound).toBeCloseTo(
      boundOverViews(
        viewsOf(
          many.map(() => 1),
          2,
        ),
        weigh,
      ),
      10,
    );
    expect(scan.zeroPairs).toBe(
      2 * many.flatMap((y, i) => many.slice(i).filter((z) => (z - y) / 0.4003 >= 1)).length,
    );
    expect(buildObjective(sketch({ objective: 'y-aware', labels: some, ...kernel })).kind).toBe('objective');
  });
});
