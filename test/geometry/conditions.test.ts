/** Conditions for values that are not known: in words of the field, with numbers where they are known. */
import { expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import type { Definition, ParameterName } from '../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

const cases: { written: ObjectiveSketch; condition: string }[] = [
  {
    written: { objective: 'supcon', temperature: 0.1 },
    condition:
      'degenerate (zero weights) for any two or more classes: equal sizes give the regular simplex with cosines −1/(K−1), unequal sizes do not',
  },
  {
    written: { objective: 'info-nce', temperature: 0.1, dimension: 128 },
    condition:
      'degenerate (zero weights) for any two or more samples: n samples form a regular simplex with cosines −1/(n−1) as long as n is at most 129, more spread as evenly as they can',
  },
  {
    written: { objective: 'soft-supcon', across: 0.1, temperature: 0.1 },
    condition:
      'realizable for any class sizes of two or more classes, since τ log(1/ε) = 0.2303 is at most 1',
  },
  {
    written: { objective: 'soft-supcon', across: 0.1, temperature: 0.5 },
    condition:
      'realizable iff τ log(1/ε) ≤ K/(K−1) for K classes: τ log(1/ε) = 1.151 is, for K from 2 to 7 only',
  },
  {
    written: { objective: 'soft-supcon', across: 0.01, temperature: 0.5 },
    condition:
      'inconsistent for any two or more classes, since τ log(1/ε) = 2.303 is more than K/(K−1) for every K',
  },
  {
    written: { objective: 'soft-supcon', across: 0.1 },
    condition:
      'realizable iff τ log(1/ε) ≤ K/(K−1) for K classes: for every K when the temperature is at most 1/log(1/ε) = 0.4343, for none above 0.8686',
  },
  {
    written: { objective: 'soft-supcon', classes: [9, 3, 1], temperature: 0.5 },
    condition: 'realizable iff the weight across classes is at least exp(−K/((K−1)τ)) = 0.04979, and below 1',
  },
  {
    written: { objective: 'y-aware', kernel: 'gaussian', bandwidth: 1, temperature: 0.1 },
    condition:
      'realizable iff the labels lie on a sphere of radius at most σ/√τ = 3.162 (three or more distinct values of one number never do)',
  },
  {
    written: { objective: 'y-aware', kernel: 'laplacian', bandwidth: 1, temperature: 0.1 },
    condition:
      'realizable iff R²τ ≤ 1 for the sphere through the targets, which for labels of one number means that they spread over at most 2σ/τ = 20; distinct labels take as many dimensions as there are of them',
  },
  {
    written: { objective: 'y-aware', kernel: 'epanechnikov', bandwidth: 0.5, temperature: 0.1 },
    condition:
      'degenerate (zero weights) as soon as two labels are a bandwidth (0.5) or more apart, for the kernel is zero there',
  },
  {
    written: { objective: 'y-aware', labels: [0, 1, 2], kernel: 'laplacian', temperature: 0.1 },
    condition: 'realizable iff the bandwidth is at least 0.1',
  },
  {
    written: { objective: 'y-aware', labels: [0, 1, 2], kernel: 'laplacian', bandwidth: 1 },
    condition: 'realizable iff the temperature is at most τ* = 1',
  },
  {
    written: {
      objective: 'x-clr',
      features: [
        [1, 0],
        [0, 1],
      ],
      temperature: 0.1,
    },
    condition:
      'realizable iff the weight temperature is at least R²τ = 0.05, R² = 0.5 being that of the unit features',
  },
  {
    written: { objective: 'x-clr', temperature: 0.1, weightTemperature: 0.2 },
    condition: 'realizable for any features that are not all the same, since κ = τ/τ_s = 0.5 is at most 1',
  },
  {
    written: { objective: 'x-clr', temperature: 0.2, weightTemperature: 0.1 },
    condition: 'realizable iff the unit features lie on a sphere of squared radius at most τ_s/τ = 0.5',
  },
];

test.each(cases)('$written', ({ written, condition }) => {
  const analysis = analyze(sketch(written));
  expectSound(analysis);
  expect(analysis).toMatchObject({
    verdict: 'conditional',
    reason: null,
    minimum: null,
    geometry: null,
    condition,
  });
});

test('a similarity that is not known is told by each', () => {
  const analysis = analyze(
    sketch({ objective: 'supcon', classes: [60, 6], temperature: 0.1, similarity: null }),
  );
  expect(analysis.verdict).toBe('conditional');
  expect(analysis.condition).toContain('cosine: degenerate (zero-weight)');
  expect(analysis.condition).toContain('dot: degenerate (unbounded)');
});

test('the author’s name for a value stands in the condition', () => {
  const named = (definition: Definition, name: ParameterName, missing: string): Definition => ({
    ...definition,
    parameters: { ...definition.parameters, [name]: { ...definition.parameters[name], missing } },
  });
  const definition = sketch({ objective: 'y-aware', labels: [0, 1], kernel: 'gaussian', bandwidth: 1 });
  expect(analyze(named(definition, 'temperature', 'args.temp')).condition).toBe(
    'realizable iff the temperature (args.temp) is at most τ* = 4',
  );
});

test.each(['other', 'targeted-supcon', 'parametric-supcon'] as const)(
  '%s is undecided with the reason in words',
  (objective) => {
    const analysis = analyze(sketch({ objective, temperature: 0.1 }));
    expectSound(analysis);
    expect(analysis.verdict).toBe('undecided');
    expect(analysis.undecidedBecause!.length).toBeGreaterThan(40);
  },
);

test.each([
  { objective: 'clip', verdict: 'conditional', says: 'regular simplex' },
  { objective: 'balanced-supcon', verdict: 'conditional', says: 'unequal sizes do not' },
  { objective: 'rank-n-contrast', verdict: 'degenerate', says: 'whatever the labels' },
] as const)('$objective without data is $verdict', ({ objective, verdict, says }) => {
  const analysis = analyze(sketch({ objective, temperature: 0.1 }));
  expectSound(analysis);
  expect(analysis.verdict).toBe(verdict);
  expect(analysis.condition).toContain(says);
});

test('a decoupled loss has no bound', () => {
  const analysis = analyze(sketch({ objective: 'decoupled', temperature: 0.1 }));
  expectSound(analysis);
  expect(analysis).toMatchObject({ verdict: 'degenerate', reason: 'decoupled', bound: null, minimum: null });
});

test('positives summed inside the logarithm are undecided where their weights differ', () => {
  const analysis = analyze(
    sketch({
      objective: 'soft-supcon',
      classes: [3, 2],
      across: 0.1,
      temperature: 0.1,
      positives: 'summed-positives',
    }),
  );
  expectSound(analysis);
  expect(analysis.undecidedBecause).toContain('inside the logarithm');
});
