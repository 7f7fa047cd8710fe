/** Every reason from an objective's text to the words of a hover, its proof checked by computing it again. */
import { describe, expect, test } from 'vitest';
import type { Analysis, Proof } from '../../src/geometry/analysis';
import { analyze } from '../../src/geometry/analyze';
import { explain } from '../../src/language/explanation/explain';
import { short } from '../../src/language/explanation/numbers';
import { hoverAt } from '../../src/language/features/hover';
import { escapeMarkdown } from '../../src/language/features/markdown';
import { readProjectFile } from '../../src/language/projectFile';
import { buildObjective } from '../../src/objective/buildObjective';
import type { Definition } from '../../src/objective/definition';
import { dense, denseLoss } from '../support/denseObjective';
import { expectSound } from '../support/finite';
import { cosinesAt, smallest } from '../support/freeLevel';
import { noise } from '../support/noise';
import {
  distancesOf,
  quadraticForm,
  rankOf,
  sphereRadiusSquared,
  sphereResidual,
  squared,
  temperatureByBisection,
  weightsOf,
} from '../support/proofs';
import { decoupledLoss } from '../support/publishedLosses';
import { read } from '../support/pythonReader';

interface Told {
  readonly definition: Definition;
  readonly analysis: Analysis;
  /** What a hover says of the reason, before Markdown escapes it. */
  readonly words: string;
}

const { project: CLASSES } = readProjectFile('data: [{ objectives: "**", classes: [5, 3, 1] }]');

function tell(text: string, path = 'a.objective.yaml'): Told {
  const { definitions, broken } = read(path, text, path.endsWith('.py') ? CLASSES : undefined);
  expect([definitions.length, broken]).toEqual([1, []]);
  const [definition] = definitions;
  const analysis = analyze(definition);
  expectSound(analysis);
  const explanation = explain(definition, analysis);
  const objective = { definition, analysis, explanation, staleBecause: null };
  const links = { rulePage: (rule: string) => `https://example.org#${rule}`, showGeometry: () => null };
  const document = { uri: `file:///${path}`, objectives: [objective], findings: [] };
  const { markdown } = hoverAt(document, definition.span.start, links)!;
  for (const paragraph of explanation.because) expect(markdown).toContain(escapeMarkdown(paragraph));
  return { definition, analysis, words: explanation.because.join('\n') };
}

function expectWords({ words }: Told, ...parts: readonly string[]): void {
  for (const part of parts) expect(words).toContain(part);
  expect(words).not.toMatch(/NaN|undefined|Infinity|null/);
}

function proofOf<K extends Proof['kind']>(
  { analysis: { proof } }: Told,
  kind: K,
): Extract<Proof, { kind: K }> {
  expect(proof?.kind).toBe(kind);
  return proof as Extract<Proof, { kind: K }>;
}

const verdictOf = ({ analysis }: Told) => `${analysis.verdict} ${analysis.reason}`;
const at = (text: string, temperature: number) =>
  tell(text.replace(/temperature: \S+/, `temperature: ${temperature}`));
const isRealizableAt =
  ({ definition }: Told) =>
  (value: number) => {
    const temperature = { ...definition.parameters.temperature, value };
    return (
      analyze({ ...definition, parameters: { ...definition.parameters, temperature } }).verdict ===
      'realizable'
    );
  };

function denseOf({ definition }: Told) {
  const built = buildObjective(definition);
  if (built.kind !== 'objective') throw new Error(built.kind);
  return dense(built.objective);
}
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k], 0);

/** A `weighted` objective that asks for these squared distances at cosine similarity and temperature 1. */
const asking = (distances: readonly (readonly number[])[], temperature = 1) =>
  `objective: weighted\ntemperature: ${temperature}\nweights: ${JSON.stringify(
    distances.map((row) => row.map((d) => Math.exp(-d / 2))),
  )}`;

test('exact: the similarities are those of the weights, of unit vectors, in the rank that is told', () => {
  const told = tell(
    'objective: y-aware\ntemperature: 0.3\nbandwidth: 1\nlabels: [[1, 0], [0, 1], [-0.6, 0.8], [0, -1]]',
  );
  expect(verdictOf(told)).toBe('realizable exact');
  const D = distancesOf(weightsOf(told.definition));
  const { similarities, rank } = told.analysis;
  for (const [i, row] of similarities!.entries())
    for (const [j, s] of row.entries()) expect(s).toBeCloseTo(1 - (0.3 * D[i][j]) / 2, 10);
  expect(smallest(similarities!)).toBeGreaterThan(-1e-12);
  expect(rank).toBe(rankOf(similarities!));
  const { radiusSquared } = proofOf(told, 'embedding');
  expect(radiusSquared).toBeCloseTo(0.3 * sphereRadiusSquared(D), 9);
  expectWords(told, 'They span 3 dimensions', `R² = ${short(radiusSquared!)}`);
});

describe('zero-weight: a pair, and how many there are', () => {
  test.each([
    [
      [
        [1, 0, 0.5],
        [0.2, 1, 0.5],
        [0.5, 0, 1],
      ],
    ],
    [
      [
        [0, 1],
        [1, 1],
      ],
    ],
  ])('%j', (weights) => {
    const told = tell(`objective: weighted\ntemperature: 0.3\nweights: ${JSON.stringify(weights)}`);
    expect(verdictOf(told)).toBe('degenerate zero-weight');
    const { anchor, candidate, pairs } = proofOf(told, 'zero-pair');
    expect(weights[anchor][candidate]).toBe(0);
    expect(pairs).toBe(weights.flat().filter((w) => w === 0).length);
    expectWords(told, 'with weight 0', pairs === 1 ? '1 such pair ' : `${pairs} such pairs`);
  });
});

describe('unbounded: embeddings that come ever closer to the bound, and none that has it', () => {
  test('where zero weights only keep classes apart', () => {
    const told = tell('objective: supcon\ntemperature: 0.5\nclasses: [6, 3, 1]\nsimilarity: dot');
    expect(verdictOf(told)).toBe('degenerate unbounded');
    expect(proofOf(told, 'escape').cause).toBe('zero-weights');
    const objective = denseOf(told);
    const gaps = [1, 2, 4, 8].map((square) => {
      const simplex = [0, 1, 2].map((i) => [0, 1, 2].map((j) => square * (i === j ? 1 : -0.5)));
      return denseLoss(objective, simplex) - told.analysis.bound!;
    });
    for (const [k, gap] of gaps.entries()) expect(gap).toBeLessThan(k === 0 ? 1 : 0.1 * gaps[k - 1]);
    expect(gaps[2]).toBeGreaterThan(0);
    expectWords(told, 'nothing stops the norms');
  });

  test('where dot products are asked to imitate points of no sphere', () => {
    const told = tell(
      'objective: y-aware\ntemperature: 0.5\nbandwidth: 1\nlabels: [[0, 0], [1, 0], [0, 1], [2, 2]]\nsimilarity: dot',
    );
    expect(verdictOf(told)).toBe('degenerate unbounded');
    expect(proofOf(told, 'escape').cause).toBe('no-sphere');
    const labels = told.definition.parameters.labels!.value!;
    expect(sphereResidual(labels)).toBeGreaterThan(0.01);
    const objective = denseOf(told);
    // The labels scaled, lifted onto a sphere of squared radius ρ²; dot products up to ρ².
    const gaps = [10, 20, 40].map((rho) => {
      const points = labels.map((y) => {
        const z = y.map((x) => x * Math.SQRT1_2);
        return [...z, Math.sqrt(rho ** 2 - dot(z, z))];
      });
      const dots = points.map((a) => points.map((b) => -squared(a, b) / 2));
      return denseLoss(objective, dots) - told.analysis.bound!;
    });
    for (const k of [1, 2]) expect(gaps[k - 1] / gaps[k]).toBeCloseTo(16, 0);
    expectWords(told, 'lie on no sphere', 'ever longer vectors');
  });
});

test('decoupled: positives that are in no denominator, so that no number bounds the loss', () => {
  const told = tell('from lightly.loss import DCLLoss\ncriterion = DCLLoss(temperature=0.5)', 'train.py');
  expect(verdictOf(told)).toBe('degenerate decoupled');
  expect(told.analysis.bound).toBeNull();
  proofOf(told, 'absent-positives');
  const owner = [0, 0, 1, 1, 2, 2];
  const lossAt = (square: number) =>
    decoupledLoss(
      owner.map((a) => owner.map((b) => square * (a === b ? 1 : -0.5))),
      owner,
      0.5,
    );
  expect(lossAt(2000) - lossAt(1000)).toBeCloseTo(-3000, 6);
  expectWords(told, 'left out of its own denominator', 'no entropic bound');
});

test('total-collapse: one point has all that is asked for', () => {
  const told = tell('objective: weighted\ntemperature: 0.5\nweights: [[2, 2, 2], [1, 1, 1], [3, 3, 3]]');
  expect(verdictOf(told)).toBe('degenerate total-collapse');
  proofOf(told, 'coincidence');
  expect(Math.max(...distancesOf(weightsOf(told.definition)).flat().map(Math.abs))).toBeLessThan(1e-15);
  expect(told.analysis.similarities!.flat().every((s) => s === 1)).toBe(true);
  expect(denseLoss(denseOf(told), told.analysis.similarities!)).toBeCloseTo(told.analysis.bound!, 12);
  expectWords(told, 'Every pair of the 3 samples');
});

describe('asymmetric: the sum around the cycle', () => {
  test.each([
    '[[1, 0.8, 0.5, 0.5], [0.4, 1, 0.3, 0.5], [0.5, 0.3, 1, 0.9], [0.5, 0.5, 0.9, 1]]',
    '[[1, 0.5, 0.2], [0.5, 1, 0.9], [0.2, 0.1, 1]]',
    '[[1, 0.5], [0.5, 2]]',
  ])('%s', (weights) => {
    const told = tell(`objective: weighted\ntemperature: 0.5\nweights: ${weights}`);
    expect(verdictOf(told)).toBe('inconsistent asymmetric');
    const { items, sum } = proofOf(told, 'cycle');
    const K = weightsOf(told.definition);
    // Of two items: there and back, each against what it asks of itself.
    const asked = (i: number, j: number) => Math.log(K[i][j]) - (items.length === 2 ? Math.log(K[i][i]) : 0);
    const steps = items.length === 2 ? items.slice(0, 1) : items;
    const around = steps.reduce((total, i, k) => {
      const j = items[(k + 1) % items.length];
      return total + asked(i, j) - asked(j, i);
    }, 0);
    expect(sum).toBeCloseTo(around, 12);
    expect(Math.abs(sum)).toBeGreaterThan(0.1);
    expectWords(told, `leave ${short(sum)}`, `a factor of ${short(Math.exp(Math.abs(sum)))}`);
  });
});

describe('not-euclidean: a vector x with Σx = 0 and xᵀDx > 0', () => {
  const broken = [
    [0, 1, 9],
    [1, 0, 1],
    [9, 1, 0],
  ];
  /** Four corners two apart from each other, and one item too near to all of them for their center. */
  const star = Array.from({ length: 5 }, (_, i) =>
    Array.from({ length: 5 }, (_c, j) => (i === j ? 0 : i === 4 || j === 4 ? 1.21 : 4)),
  );

  test.each([
    ['with a triangle that cannot close', broken, true],
    ['where every triangle closes', star, false],
  ])('%s', (_, distances, hasTriangle) => {
    const told = tell(asking(distances, 0.1));
    expect(verdictOf(told)).toBe('inconsistent not-euclidean');
    const D = distancesOf(weightsOf(told.definition));
    const { items, coefficients, value, triangle } = proofOf(told, 'negative-direction');
    expect(items).toHaveLength(D.length);
    expect(coefficients.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 12);
    expect(dot(coefficients, coefficients)).toBeCloseTo(1, 12);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeCloseTo(quadraticForm(D, items, coefficients), 10);
    expect(triangle !== null).toBe(hasTriangle);
    if (triangle === null) return expectWords(told, 'every triangle closes', `here it is ${short(value)}`);
    const [a, b, c] = triangle.items;
    const sides = [D[a][b], D[a][c], D[c][b]].map(Math.sqrt);
    for (const [k, side] of sides.entries()) expect(triangle.sides[k]).toBeCloseTo(side, 12);
    expect(sides[0]).toBeGreaterThan(sides[1] + sides[2]);
    expectWords(
      told,
      'cannot close',
      `${short(sides[1])} + ${short(sides[2])} is less than ${short(sides[0])}`,
    );
  });
});

describe('not-spherical: the residual of the best sphere', () => {
  test.each([
    ['[0, 0.3, 1, 2.2]', 'a line meets a sphere in at most two points'],
    ['[[0, 0], [1, 0.1], [0, 1], [2, 2], [1, 3]]', 'they span 2 dimensions'],
  ])('%s', (labels, words) => {
    const text = `objective: y-aware\ntemperature: 0.1\nbandwidth: 0.5\nlabels: ${labels}`;
    const told = tell(text);
    expect(verdictOf(told)).toBe('inconsistent not-spherical');
    const { residual, distanceRank } = proofOf(told, 'no-sphere');
    const rows = told.definition.parameters.labels!.value!;
    expect(residual).toBeCloseTo(sphereResidual(rows), 9);
    expect(distanceRank).toBe(rows[0].length);
    for (const temperature of [1e-4, 10])
      expect(verdictOf(at(text, temperature))).toBe('inconsistent not-spherical');
    expectWords(told, words, `relative residual of ${short(residual, 2)}`, 'No temperature mends that');
  });
});

describe('radius: R² and the temperature that mends it', () => {
  test.each([
    'objective: y-aware\ntemperature: 0.9\nbandwidth: 0.7\nlabels: [[1, 0], [0, 1], [-0.6, 0.8], [0, -1]]',
    'objective: y-aware\ntemperature: 1.5\nbandwidth: 0.7\nkernel: { exponent: 1.2 }\nlabels: [0, 0.3, 1, 2]',
    asking(
      [
        [0, 2, 1],
        [2, 0, 2.5],
        [1, 2.5, 0],
      ],
      3,
    ),
  ])('%s', (text) => {
    const told = tell(text);
    expect(verdictOf(told)).toBe('inconsistent radius');
    const { radiusSquared, temperatureLimit } = proofOf(told, 'sphere-too-large');
    expect(radiusSquared).toBeGreaterThan(1);
    expect(told.analysis.temperatureLimit).toBe(temperatureLimit);
    expect(temperatureByBisection(isRealizableAt(told), [1e-3, 10]) / temperatureLimit).toBeCloseTo(1, 6);
    const { temperature, kernel } = told.definition.parameters;
    expect(radiusSquared).toBeCloseTo(temperature.value! / temperatureLimit, 9);
    if (typeof kernel?.value !== 'object')
      expect(temperatureLimit * sphereRadiusSquared(distancesOf(weightsOf(told.definition)))).toBeCloseTo(
        1,
        8,
      );
    expectWords(told, `R² = ${short(radiusSquared, 4)}`, `τ* = ${short(temperatureLimit)}`);
  });
});

describe('dimension: what the similarities take', () => {
  test.each([
    'objective: soft-supcon\ntemperature: 0.1\nacross: 0.1\nclasses: [5, 3, 1, 2]',
    'objective: y-aware\ntemperature: 0.2\nbandwidth: 1\nkernel: laplacian\nlabels: [0, 0.5, 1.5, 2]',
    'objective: y-aware\ntemperature: 0.2\nbandwidth: 1\nsimilarity: negative-squared-euclidean\nlabels: [[0, 1, 2], [1, 5, 0], [2, 2, 2], [3, 1, 1], [1, 1, 4]]',
  ])('%s', (text) => {
    const whole = tell(text);
    expect(verdictOf(whole)).toBe('realizable exact');
    const S = whole.analysis.similarities!;
    // Squared distances have the Gram matrix of the points about their mean.
    const mean = (row: readonly number[]) => row.reduce((sum, s) => sum + s, 0) / row.length;
    const rank = text.includes('euclidean')
      ? rankOf(S.map((row, i) => row.map((s, j) => s - mean(S[i]) - mean(S[j]) + mean(S.map(mean)))))
      : rankOf(S);
    expect(verdictOf(tell(`${text}\ndimension: ${rank}`))).toBe('realizable exact');
    const told = tell(`${text}\ndimension: ${rank - 1}`);
    expect(verdictOf(told)).toBe('inconsistent dimension');
    expect(proofOf(told, 'dimension')).toEqual({ kind: 'dimension', needed: rank, given: rank - 1 });
    expectWords(told, `takes ${rank} dimensions`, `the embedding has ${rank - 1}`);
  });
});

describe('free views: the level of all similarities', () => {
  const labels = [0, 0.3, 0.4, 1];
  const text = (temperature: number) =>
    `objective: y-aware\ntemperature: ${temperature}\nbandwidth: 0.5\nlabels: [${labels}]\nviews: { count: 2, tied: false }`;
  const valueAt = (temperature: number) => (level: number) =>
    smallest(cosinesAt({ labels, bandwidth: 0.5, temperature, views: 2 }, level));

  test('may be anywhere between two cosines where an eigenvalue is 0', () => {
    const told = tell(text(0.3));
    expect(verdictOf(told)).toBe('realizable exact');
    const { interval } = proofOf(told, 'free-constant');
    const [low, high] = [interval[0]!, interval[1]!];
    expect(low).toBeLessThan(high);
    for (const end of [low, high]) expect(Math.abs(valueAt(0.3)(end))).toBeLessThan(1e-9);
    expect(valueAt(0.3)((low + high) / 2)).toBeGreaterThan(0.01);
    for (const outside of [low - 0.01, high + 0.01]) expect(valueAt(0.3)(outside)).toBeLessThan(-1e-4);
    expectWords(told, `cosine from ${low.toFixed(2)} to ${high.toFixed(2)}`);
  });

  test('may be nowhere: then no level has a smallest eigenvalue above the one that is told', () => {
    const told = tell(text(3));
    expect(verdictOf(told)).toBe('inconsistent radius');
    const { largest, temperatureLimit } = proofOf(told, 'no-constant');
    const levels = Array.from({ length: 4001 }, (_, k) => -20 + k / 100);
    const best = Math.max(...levels.map(valueAt(3)));
    expect(largest).toBeLessThan(0);
    expect(best).toBeLessThanOrEqual(largest + 1e-9);
    expect(best).toBeCloseTo(largest, 1);
    expect(temperatureByBisection(isRealizableAt(told), [1e-3, 10]) / temperatureLimit!).toBeCloseTo(1, 6);
    expectWords(told, `an eigenvalue of ${short(largest, 2)} or less`, `τ* = ${short(temperatureLimit!)}`);
  });
});

test('pairs that nobody compares: no embedding comes below the gap that is told', () => {
  const w = (d: number) => Math.exp(-d / 2);
  const told = tell(
    `objective: weighted\ntemperature: 0.3\nweights: [[1, ${w(1)}, ~, ${w(16)}], [${w(1)}, 1, ${w(1)}, ~], [~, ${w(1)}, 1, ${w(1)}], [${w(16)}, ~, ${w(1)}, 1]]`,
  );
  expect(verdictOf(told)).toBe('inconsistent not-euclidean');
  const { gapAtLeast } = proofOf(told, 'lower-bound');
  expect(gapAtLeast).toBeGreaterThan(1e-3);
  const objective = denseOf(told);
  const gapOf = (S: readonly (readonly number[])[]) => denseLoss(objective, S) - told.analysis.bound!;
  for (let seed = 1; seed <= 300; seed++) {
    const values = noise(16, seed);
    const points = [0, 1, 2, 3].map((i) => {
      const row = [...values.slice(4 * i, 4 * i + 4)];
      return row.map((x) => x / Math.sqrt(dot(row, row)));
    });
    expect(gapOf(points.map((a) => points.map((b) => dot(a, b))))).toBeGreaterThan(gapAtLeast);
  }
  const reached = gapOf(told.analysis.similarities!);
  expect(reached).toBeGreaterThan(gapAtLeast);
  expect(reached - gapAtLeast).toBeLessThan(1e-6);
  expectWords(told, 'leaves a gap of at least');
});
