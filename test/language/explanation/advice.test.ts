/** Advice keeps its promise: the mathematics is asked about the objective that the advice leads to. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { explain } from '../../../src/language/explanation/explain';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

const adviceFor = (written: ObjectiveSketch) => {
  const definition = sketch(written);
  return explain(definition, analyze(definition)).advice.join('\n');
};
const verdictOf = (written: ObjectiveSketch) => analyze(sketch(written)).verdict;

/** The number after `key: ` in the advice. */
function advised(advice: string, key: string): number {
  const match = new RegExp(`(?<![-\\w])${key}: ([-+.e\\d]+)`).exec(advice);
  if (match === null) throw new Error(`no ${key} in: ${advice}`);
  return Number(match[1]);
}

const circle = (radius: number) =>
  [0.1, 0.9, 2.1, 3.3, 4.2, 5.5].map((angle) => [radius * Math.cos(angle), radius * Math.sin(angle)]);

const SOFT: ObjectiveSketch = {
  objective: 'soft-supcon',
  classes: [6, 3, 1, 2],
  temperature: 0.5,
  across: 0.05,
};
const CIRCLE: ObjectiveSketch = {
  objective: 'y-aware',
  kernel: 'gaussian',
  bandwidth: 0.3,
  labels: circle(1.3),
  temperature: 0.1,
};
const STRETCHED: ObjectiveSketch = {
  ...CIRCLE,
  kernel: { exponent: 1.5 },
  labels: [0, 0.3, 1, 1.4],
  temperature: 0.6,
};
const HOT_TEXT: ObjectiveSketch = {
  objective: 'x-clr',
  features: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [-1, -1, -1],
  ],
  temperature: 0.2,
  weightTemperature: 0.1,
};

describe('values that just fit', () => {
  test.each<[string, ObjectiveSketch, string, (value: number) => Partial<ObjectiveSketch>, number]>([
    ['a temperature for Soft SupCon', SOFT, 'temperature', (temperature) => ({ temperature }), 1.02],
    ['a weight across classes', SOFT, 'across', (across) => ({ across }), 0.95],
    ['a temperature for labels', CIRCLE, 'temperature', (temperature) => ({ temperature }), 1.02],
    ['a bandwidth under a Gaussian', CIRCLE, 'bandwidth', (bandwidth) => ({ bandwidth }), 0.98],
    ['a bandwidth under exp(−u^1.5)', STRETCHED, 'bandwidth', (bandwidth) => ({ bandwidth }), 0.98],
    [
      'a weight temperature',
      HOT_TEXT,
      'weight-temperature',
      (weightTemperature) => ({ weightTemperature }),
      0.98,
    ],
  ])('%s', (_, written, key, change, beyond) => {
    expect(verdictOf(written)).toBe('inconsistent');
    const value = advised(adviceFor(written), key);
    expect(verdictOf({ ...written, ...change(value) })).toBe('realizable');
    expect(verdictOf({ ...written, ...change(value * beyond) })).toBe('inconsistent');
  });

  test('bandwidths of several columns are widened together', () => {
    const written = { ...CIRCLE, bandwidth: [0.3, 0.3] };
    const match = /bandwidth: (\[.*?\])/.exec(adviceFor(written));
    expect(verdictOf({ ...written, bandwidth: JSON.parse(match?.[1] ?? '[]') as number[] })).toBe(
      'realizable',
    );
  });
});

describe('imbalanced SupCon', () => {
  const SUPCON: ObjectiveSketch = { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 };
  const cosines = (written: ObjectiveSketch) => analyze(sketch(written)).similarities?.[1].slice(0) ?? [];

  test('softened by the advised weight stands at the simplex', () => {
    const across = advised(adviceFor(SUPCON), 'across');
    const softened: ObjectiveSketch = { ...SUPCON, objective: 'soft-supcon', across };
    expect(verdictOf(softened)).toBe('realizable');
    expect(cosines(softened)[0]).toBeCloseTo(-0.5, 2);
    expect(cosines(softened)[2]).toBeCloseTo(-0.5, 2);
  });

  test('balanced on both sides stands at the simplex', () => {
    expect(adviceFor(SUPCON)).toContain('balance: { anchors: true, denominators: true }');
    const balanced: ObjectiveSketch = { ...SUPCON, balance: { anchors: true, denominators: true } };
    expect(cosines(balanced)[0]).toBeCloseTo(-0.5, 4);
    expect(adviceFor(balanced)).not.toContain('balance');
  });

  test('a weight that YAML libraries of Python would read as text is written as a number', () => {
    const across = /across: (\S+?)\)/.exec(adviceFor({ ...SUPCON, temperature: 0.1 }))?.[1];
    expect(across).toMatch(/^\d+\.\d+e-\d+$/);
  });

  test.each([
    [1, false, false],
    [2, false, true],
    [3, true, true],
  ])('in %d dimensions, a weight is advised: %s, balancing: %s', (dimension, weight, balancing) => {
    const advice = adviceFor({ ...SUPCON, dimension });
    expect(advice.includes('across')).toBe(weight);
    expect(advice.includes('balance')).toBe(balancing);
  });

  test('no weight is advised that single precision cannot hold', () => {
    expect(adviceFor({ ...SUPCON, temperature: 0.01 })).not.toContain('soft-supcon');
  });
});

describe('scalar labels on no sphere', () => {
  const LINE: ObjectiveSketch = {
    objective: 'y-aware',
    kernel: 'gaussian',
    bandwidth: 0.3,
    labels: [0, 0.2, 0.5, 1],
    temperature: 0.1,
    dimension: 16,
  };
  const labels = [0, 0.2, 0.5, 1];

  test('another similarity reaches the bound in the dimensions named', () => {
    const advice = adviceFor(LINE);
    expect(advice).toContain('in 1 dimension.');
    expect(verdictOf({ ...LINE, similarity: 'negative-squared-euclidean', dimension: 1 })).toBe('realizable');
  });

  test.each([0.1, 0.01])(
    'an arc of the advised radius and angle is realizable at bandwidth and τ = %d',
    (temperature) => {
      const written = { ...LINE, temperature };
      const match = /r = ([\d.]+) and θ from 0 at the smallest label to ([\d.]+)/.exec(adviceFor(written));
      const [radius, angle] = [Number(match?.[1]), Number(match?.[2])];
      const arc = labels.map((y) => [radius * Math.cos(angle * y), radius * Math.sin(angle * y)]);
      // Digits of the labels are cut as a user would cut them, but far enough for the sphere to be found.
      expect(verdictOf({ ...written, labels: arc })).toBe('realizable');
      expect(angle).toBeLessThanOrEqual(Math.PI);
    },
  );

  test('the Laplacian kernel is realizable up to the advised temperature', () => {
    const limit = Number(/up to a temperature of ([\d.]+)/.exec(adviceFor(LINE))?.[1]);
    expect(verdictOf({ ...LINE, kernel: 'laplacian', temperature: limit * 0.999 })).toBe('realizable');
    expect(verdictOf({ ...LINE, kernel: 'laplacian', temperature: limit * 1.02 })).toBe('inconsistent');
    expect(adviceFor({ ...LINE, dimension: 3 })).not.toContain('Laplacian');
  });
});

test('a dimension that is too small is answered by one that does', () => {
  const written: ObjectiveSketch = { ...SOFT, across: 0.2, dimension: 2 };
  const needed = Number(/at least (\d+) dimensions/.exec(adviceFor(written))?.[1]);
  expect(verdictOf({ ...written, dimension: needed })).toBe('realizable');
  expect(verdictOf({ ...written, dimension: needed - 1 })).toBe('inconsistent');
});

test('an unknown temperature is answered by the largest that fits', () => {
  const written = { ...SOFT, temperature: null };
  const limit = advised(adviceFor(written), 'temperature');
  expect(verdictOf({ ...written, temperature: limit })).toBe('realizable');
  expect(verdictOf({ ...written, temperature: limit * 1.02 })).toBe('inconsistent');
});

test('Python gets Python, and no bandwidth whose meaning its library decides', () => {
  const definition = { ...sketch(CIRCLE), dialect: 'nidl' };
  const advice = explain(definition, analyze(definition)).advice.join('\n');
  expect(advice).toMatch(/temperature=0\.0\d+ is the largest/);
  expect(advice).toContain('widen the kernel 1.37 times');
});

test('nothing is advised where nothing is wrong', () => {
  expect(adviceFor({ ...SOFT, across: 0.2 })).toBe('');
});
