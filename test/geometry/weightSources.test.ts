/** The same objective has the same answer, whether its weights come from a kernel, an expression, a matrix or a file. */
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/geometry/analysis';
import { analyze } from '../../src/geometry/analyze';
import type { Definition, WeightSource } from '../../src/objective/definition';
import { logKernel } from '../../src/objective/kernel';
import { readBytes, numbersOf as readNumbers } from '../support/dataFiles';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { npyFile } from '../support/npy';

type Rows = readonly (readonly number[])[];

interface Case {
  readonly name: string;
  readonly kernel: NonNullable<ObjectiveSketch['kernel']>;
  /** The same kernel as an expression, for a bandwidth of 0.3. */
  readonly expression: string;
  readonly labels: Rows;
  readonly more?: Partial<ObjectiveSketch>;
}

const scalars = (...labels: number[]) => labels.map((y) => [y]);
const CIRCLE = Array.from({ length: 5 }, (_, k) => [Math.cos(k) / 5, Math.sin(k) / 5]);
const GRID = Array.from({ length: 6 }, (_, k) => [k % 3, Math.floor(k / 3)]);

const CASES: readonly Case[] = [
  {
    name: 'a Gaussian kernel on scalars',
    kernel: 'gaussian',
    expression: 'exp(-(y_i - y_j)**2 / (2 * 0.3**2))',
    labels: scalars(0, 0.4, 1, 1.5),
  },
  {
    name: 'a Gaussian kernel on scalars that stand twice and three times',
    kernel: 'gaussian',
    expression: 'gaussian((y_i - y_j) / 0.3)',
    labels: scalars(0, 0.4, 0, 1, 0.4, 0),
  },
  {
    name: 'a Gaussian kernel by squared distance',
    kernel: 'gaussian',
    expression: 'exp(-(y_i - y_j)^2 / (2 * 0.3^2))',
    labels: scalars(0, 0.4, 1),
    more: { similarity: 'negative-squared-euclidean' },
  },
  {
    name: 'a Gaussian kernel by dot product',
    kernel: 'gaussian',
    expression: 'np.exp(-0.5 * ((y_i - y_j) / 0.3)**2)',
    labels: scalars(0, 0.4, 1),
    more: { similarity: 'dot' },
  },
  {
    name: 'a Gaussian kernel on a circle',
    kernel: 'gaussian',
    expression: 'torch.exp(-torch.norm(y_i - y_j)**2 / 0.18)',
    labels: CIRCLE,
  },
  {
    name: 'a Gaussian kernel on a circle that is too large',
    kernel: 'gaussian',
    expression: 'exp(-sum((y_i - y_j)**2) / 0.18)',
    labels: CIRCLE.map((row) => row.map((y) => 10 * y)),
  },
  {
    name: 'weights far below the smallest double',
    kernel: 'gaussian',
    expression: 'exp(-(y_i - y_j) @ (y_i - y_j) / 0.18)',
    labels: scalars(0, 20, 40),
  },
  {
    name: 'a Laplacian kernel',
    kernel: 'laplacian',
    expression: 'exp(-abs(y_i - y_j) / 0.3)',
    labels: scalars(0, 0.4, 1, 1.5, 0.4),
  },
  {
    name: 'a Laplacian kernel above its temperature',
    kernel: 'laplacian',
    expression: '1 / np.exp(np.abs(y_i - y_j) / 0.3)',
    labels: scalars(0, 0.4, 1, 1.5, 0.4),
    more: { temperature: 2 },
  },
  {
    name: 'a Laplacian kernel on rows',
    kernel: 'laplacian',
    expression: 'laplacian((y_i - y_j) / 0.3)',
    labels: [...GRID, GRID[2]],
  },
  {
    name: 'a Laplacian kernel in too few dimensions',
    kernel: 'laplacian',
    expression: 'exp(-abs(y_i - y_j) / 0.3)',
    labels: scalars(0, 0.4, 1, 1.5),
    more: { dimension: 2 },
  },
  {
    name: 'an exponent of 1.5',
    kernel: { exponent: 1.5 },
    expression: 'exp(-(abs(y_i - y_j) / 0.3)**1.5)',
    labels: scalars(0, 0.4, 1, 1, 1),
  },
  {
    name: 'an exponent of 4',
    kernel: { exponent: 4 },
    expression: 'exp(-((y_i - y_j) / 0.3)**4)',
    labels: scalars(0, 0.4, 1, 1),
  },
  {
    name: 'a compact kernel',
    kernel: 'triangular',
    expression: 'max(0, 1 - abs(y_i - y_j) / 0.3)',
    labels: scalars(0, 0.2, 0.4, 0.2),
  },
  {
    name: 'a compact kernel with a choice',
    kernel: 'epanechnikov',
    expression: '1 - ((y_i - y_j) / 0.3)**2 if abs(y_i - y_j) < 0.3 else 0',
    labels: scalars(0, 0.2, 0.4),
  },
  {
    name: 'a single view',
    kernel: 'laplacian',
    expression: 'exp(-abs(y_i - y_j) / 0.3)',
    labels: scalars(0, 0.4, 1, 0.4),
    more: { views: 1 },
  },
  {
    name: 'free views',
    kernel: 'gaussian',
    expression: 'exp(-(y_i - y_j)**2 / 0.18)',
    labels: scalars(0, 0.4, 1, 0.4),
    more: { views: { count: 2, tied: false } },
  },
];

function weighted({ labels, more }: Case, weights: WeightSource): Definition {
  const isExpression = 'expression' in weights;
  const base = sketch({
    objective: 'weighted',
    temperature: 0.1,
    ...(isExpression ? { labels } : {}),
    ...more,
  });
  return {
    ...base,
    parameters: { ...base.parameters, weights: { value: weights, origin: 'literal', span: null } },
  };
}

function matrixOf({ kernel, labels }: Case): Rows {
  return labels.map((a) =>
    labels.map((b) => Math.exp(logKernel(kernel, Math.hypot(...a.map((y, k) => y - b[k])) / 0.3))),
  );
}

async function rowsOfFile(matrix: Rows): Promise<Rows> {
  const file = npyFile([matrix.length, matrix.length], matrix.flat());
  const { rows, columns, values } = await readNumbers(readBytes('w.npy', file, { take: 'matrix' }));
  return Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
}

/** What must agree; names of items differ. */
function numbersOf({ proof, ...analysis }: Analysis) {
  const rounded = (x: number | null) => (x === null ? null : Number(x.toFixed(7)));
  return {
    verdict: analysis.verdict,
    reason: analysis.reason,
    method: analysis.method,
    bound: rounded(analysis.bound),
    minimum: rounded(analysis.minimum),
    temperatureLimit: rounded(analysis.temperatureLimit),
    rank: analysis.rank,
    proof: proof?.kind ?? null,
    distanceRank: proof !== null && 'distanceRank' in proof ? proof.distanceRank : null,
    items: proof !== null && 'items' in proof ? proof.items.length : null,
    similarities: analysis.similarities?.map((row) => row.map((s) => Number(s.toFixed(4)) + 0)),
  };
}

describe('the answer to the same objective', () => {
  it.each(CASES)('$name', async (given) => {
    const { kernel, labels, expression, more } = given;
    const byKernel = sketch({
      objective: 'y-aware',
      temperature: 0.1,
      kernel,
      bandwidth: 0.3,
      labels,
      ...more,
    });
    const expected = numbersOf(analyze(byKernel));
    expect(numbersOf(analyze(weighted(given, { expression })))).toEqual(expected);
    const matrix = matrixOf(given);
    if (matrix.flat().includes(0) && expected.reason !== 'zero-weight') return;
    expect(numbersOf(analyze(weighted(given, matrix)))).toEqual(expected);
    expect(numbersOf(analyze(weighted(given, await rowsOfFile(matrix))))).toEqual(expected);
  });

  it('X-CLR is an expression of normalised features', () => {
    const features = [
      [1, 0.2],
      [0.5, 3],
      [-1, 2],
      [2, 0.4],
    ];
    const byKind = sketch({ objective: 'x-clr', temperature: 0.05, weightTemperature: 0.1, features });
    const base = sketch({ objective: 'weighted', temperature: 0.05, features });
    const weights = { value: { expression: 'exp(x_i @ x_j / 0.1)' }, origin: 'literal', span: null } as const;
    const byExpression = { ...base, parameters: { ...base.parameters, weights } };
    expect(numbersOf(analyze(byExpression))).toEqual(numbersOf(analyze(byKind)));
  });

  it('Soft SupCon is an expression of class numbers', () => {
    const byKind = sketch({ objective: 'soft-supcon', temperature: 0.5, across: 0.05, classes: [3, 2, 1] });
    const base = sketch({ objective: 'weighted', temperature: 0.5, labels: [0, 0, 0, 1, 1, 2] });
    const weights = {
      value: { expression: '1 if y_i == y_j else 0.05' },
      origin: 'literal',
      span: null,
    } as const;
    const byExpression = analyze({ ...base, parameters: { ...base.parameters, weights } });
    const expected = analyze(byKind);
    expect(byExpression.verdict).toBe(expected.verdict);
    expect(byExpression.reason).toBe(expected.reason);
    expect(byExpression.bound).toBeCloseTo(expected.bound!, 9);
    expect(byExpression.minimum).toBeCloseTo(expected.minimum!, 6);
  });
});

describe('weights that are none', () => {
  it('are told by their pair', () => {
    const given: Case = { name: '', kernel: 'gaussian', expression: '', labels: scalars(0, 0.4, 1) };
    const analysis = analyze(weighted(given, { expression: '0.5 - abs(y_i - y_j)' }));
    expect(analysis.verdict).toBe('undecided');
    expect(analysis.undecidedBecause).toBe(
      'the weight that anchor label 0 gives to label 1 is -0.5, below 0',
    );
  });
});
