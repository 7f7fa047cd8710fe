/** What weight expressions mean: precedence, functions, vectors, and logarithms beyond the range of doubles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightOf } from './compiledWeight';

/** With y_i = 3, y_j = 5. */
const SCALARS: readonly (readonly [string, number])[] = [
  ['y_i + y_j * 2', 13],
  ['y_i - y_j - 1', -3],
  ['y_j / y_i / 2', 5 / 6],
  ['-y_i**2', -9],
  ['-y_i^2', -9],
  ['2**-y_i', 1 / 8],
  ['2**y_i**2', 512],
  ['-(y_i)**2 + 10', 1],
  ['+y_i', 3],
  ['y_i @ y_j', 15],
  ['y_i == 3', 1],
  ['y_i != 3', 0],
  ['(y_i < y_j) * 0.5', 0.5],
  ['y_i <= 3 and y_j >= 6', 0],
  ['y_i > 3 or y_j >= 5', 1],
  ['y_i < 3 || y_j > 5 && 1', 0],
  ['not y_i == y_j', 1],
  ['!(y_i < y_j)', 0],
  ['y_i == y_j ? 1 : 0.01', 0.01],
  ['y_i < y_j ? y_i > 1 ? 7 : 8 : 9', 7],
  ['1 if y_i == y_j else 0.01', 0.01],
  ['1 if y_i == y_j else 2 if y_i == 3 else 3', 2],
  ['np.where(y_i < y_j, 4, 5)', 4],
  ['np.exp(y_i) + 0', Math.exp(3)],
  ['torch.exp(-torch.abs(y_i - y_j) / 0.5)', Math.exp(-4)],
  ['math.sqrt(y_i + y_j + 1)', 3],
  ['np.log(y_i)', Math.log(3)],
  ['jnp.tanh(y_i)', Math.tanh(3)],
  ['cos(pi * y_i)', -1],
  ['sin(y_i * math.pi / 2)', -1],
  ['math.e ** y_i', Math.exp(3)],
  ['max(y_i, y_j, 4)', 5],
  ['np.minimum(y_i, y_j)', 3],
  ['np.power(y_i, 2)', 9],
  ['square(y_i - y_j)', 4],
  ['np.linalg.norm(y_i - y_j)', 2],
  ['y_j[0] + y_j[-1]', 10],
  ['gaussian((y_i - y_j) / 2)', Math.exp(-0.5)],
  ['laplacian(y_i - y_j)', Math.exp(-2)],
  ['epanechnikov((y_i - y_j) / 4)', 0.75],
  ['triangular((y_i - y_j) / 4)', 0.5],
  ['1_000 + 1e-1 + .5 + 2. + 0 * y_i', 1002.6],
  ['y_i \u2212 1 \u00d7 2', 1],
  ['exp(\n  y_i - 3\n)', 1],
];

describe('expressions of scalar labels', () => {
  it.each(SCALARS)('%s', (text, expected) => {
    const { weight, log } = weightOf(text, 3, 5);
    expect(weight).toBeCloseTo(expected, 12);
    if (expected > 0) expect(log).toBeCloseTo(Math.log(expected), 12);
    else if (expected === 0) expect(log).toBe(-Infinity);
    else expect(log).toBeNaN();
  });
});

const VECTORS: readonly (readonly [string, number])[] = [
  ['norm(y_i - y_j)', 5],
  ['sum((y_i - y_j)**2)', 25],
  ['np.sum(np.abs(y_i - y_j))', 7],
  ['mean(abs(y_j))', 5],
  ['max(abs(y_i - y_j))', 4],
  ['min(y_i, y_j)[1] + 0 * y_i[0]', 2],
  ['y_i @ y_j', 16],
  ['dot(y_i, y_j)', 16],
  ['(2 * y_i)[1] - (y_j / 3)[-1]', 2],
  ['sum(-y_i)', -3],
  ['y_i == y_j', 0],
  ['y_i != y_j', 1],
  ['y_i == y_i', 1],
  ['laplacian((y_i - y_j) / 5)', Math.exp(-1)],
  ['exp(-norm(y_i - y_j)**2 / 50)', Math.exp(-0.5)],
  ['sum(exp(y_i))', Math.E + Math.exp(2)],
];

describe('expressions of rows of labels', () => {
  it.each(VECTORS)('%s', (text, expected) => {
    expect(weightOf(text, [1, 2], [4, 6]).weight).toBeCloseTo(expected, 12);
  });

  it('compare features', () => {
    const features = [
      [0.6, 0.8],
      [1, 0],
    ];
    expect(weightOf('exp(x_i @ x_j / 0.1)', 0, 0, features).log).toBeCloseTo(6, 12);
    expect(weightOf('F.cosine_similarity(x_i, 3 * x_j) + 0', 0, 0, features).weight).toBeCloseTo(0.6, 12);
    expect(weightOf('(y_i == y_j) * exp(dot(x_i, x_j))', 1, 1, features).log).toBeCloseTo(0.6, 12);
  });
});

/** The logarithm is right where the weight is no double. */
const LOGARITHMS: readonly (readonly [string, number])[] = [
  ['exp(-1000 * y_i)', -3000],
  ['exp(1000 * y_i)', 3000],
  ['0.5 * exp(-1000 * y_i)', -3000 + Math.log(0.5)],
  ['exp(-1000 * y_i) / exp(-1000 * y_j)', 2000],
  ['exp(-1000 * y_i)**2', -6000],
  ['sqrt(exp(-1000 * y_i))', -1500],
  ['exp(-1000 * y_i) + exp(-1000 * y_i)', -3000 + Math.log(2)],
  ['exp(-1000 * y_i) - exp(-1000 * y_i) / 4', -3000 + Math.log(0.75)],
  ['exp(-1000 * y_i) - exp(-1000 * y_j)', -3000],
  ['exp(-1000 * y_i) + 0', -3000],
  ['0 + exp(-1000 * y_i)', -3000],
  ['max(exp(-1000 * y_i), exp(-1000 * y_j))', -3000],
  ['min(exp(-1000 * y_i), exp(-1000 * y_j))', -5000],
  ['abs(-exp(-1000 * y_i))', -3000],
  ['-(-exp(-1000 * y_i))', -3000],
  ['(-exp(-1000 * y_i))**2', -6000],
  ['exp(-1000 * y_i) if y_i < y_j else 1', -3000],
  ['gaussian(100 * y_i)', -45_000],
  ['pow(exp(-1000 * y_i), y_j)', -15_000],
  ['exp(log(exp(-1000 * y_i)))', -3000],
  ['1 / (1 + exp(1000 * y_i))', -3000],
];

describe('logarithms', () => {
  it.each(LOGARITHMS)('%s', (text, expected) => {
    expect(weightOf(text, 3, 5).log).toBeCloseTo(expected, 9);
  });

  it.each([
    'y_i - y_j',
    'exp(-1000 * y_j) - exp(-1000 * y_i)',
    '(-exp(-1000 * y_i))**3',
    'log(-y_i)',
    'sqrt(y_i - y_j)',
    '(y_i - y_j)**0.5',
    '1 / (y_i - 3)',
    '(y_i - 3) / (y_i - 3)',
    '(y_i - 3)**-1',
    'exp(1e308 * y_i)',
  ])('are NaN where there is no weight: %s', (text) => {
    expect(weightOf(text, 3, 5).log).toBeNaN();
  });

  it.each(['y_i - 3', 'exp(-1000 * y_i) - exp(-1000 * y_i)', 'triangular(y_i)', '0 * y_i', '(y_i - 3)**2'])(
    'are −∞ where the weight is zero: %s',
    (text) => {
      expect(weightOf(text, 3, 5).log).toBe(-Infinity);
    },
  );
});

it('agree with JavaScript wherever a double can hold the value', () => {
  const leaf = fc.constantFrom('y_i', 'y_j', '2', '0.25');
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc
        .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      fc.tuple(fc.constantFrom('exp', 'abs', 'cos', 'tanh'), tie('tree')).map(([f, a]) => `${f}(${a})`),
    ),
  }));
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const property = fc.property(tree, number, number, (text, y_i, y_j) => {
    const whole = `(${text}) + 0 * y_i`;
    const { weight, log } = weightOf(whole, y_i, y_j);
    const script = whole.replace(/exp|abs|cos|tanh/g, (name) => `Math.${name}`);
    const expected: number = new Function('y_i', 'y_j', `return ${script}`)(y_i, y_j);
    expect(Object.is(weight, expected) || weight === expected).toBe(true);
    if (expected > 1e-200 && expected < 1e200)
      expect(Math.abs(log - Math.log(expected))).toBeLessThan(1e-9 * Math.max(1, Math.abs(log)));
  });
  fc.assert(property, { seed: 1, numRuns: 500 });
});
