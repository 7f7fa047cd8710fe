/** Definitions and analyses as readers and mathematics hand them over, written out for tests of what is made of them. */
import { type Analysis, NO_ANSWER } from '../../../src/geometry/analysis';
import type { ClassSize, Definition, Parameter, Parameters } from '../../../src/objective/definition';

export const literal = <T>(value: T): Parameter<T> => ({ value, origin: 'literal', span: null });
export const unresolved = <T>(missing: string): Parameter<T> => ({
  value: null,
  origin: 'unresolved',
  span: null,
  missing,
});

/** A definition at 0..10 of its text with two tied views, cosine and τ = 0.5; parameters replace or add. */
export function definitionOf(
  kind: Definition['kind'],
  parameters: Partial<Parameters> = {},
  rest: Partial<Omit<Definition, 'parameters'>> = {},
): Definition {
  return {
    name: 'sample objective',
    kind,
    dialect: 'objective-file',
    span: { start: 0, end: 10 },
    headSpan: { start: 0, end: 6 },
    positives: 'one-softmax',
    ...rest,
    parameters: {
      temperature: literal(0.5),
      similarity: literal('cosine'),
      views: literal({ count: 2, tied: true }),
      balance: literal({ anchors: false, denominators: false }),
      ...parameters,
    },
  };
}

export function analysisOf(parts: Partial<Analysis>): Analysis {
  return { ...NO_ANSWER, ...parts };
}

export const classSizes = (sizes: Readonly<Record<string, number>>): ClassSize[] =>
  Object.entries(sizes).map(([name, count]) => ({ name, count }));

const itemsOf = (sizes: Readonly<Record<string, number>>) =>
  classSizes(sizes).map(({ name, count }) => ({ name, size: count }));

/** A SupCon with its certified optimum: a symmetric matrix of cosines given by its rows. */
export function supConSample(sizes: Record<string, number>, numbers: Partial<Analysis>) {
  return {
    definition: definitionOf('supcon', { classes: literal(classSizes(sizes)), dimension: literal(16) }),
    analysis: analysisOf({
      verdict: 'degenerate',
      reason: 'zero-weight',
      proof: { kind: 'zero-pair', anchor: 0, candidate: 1, pairs: 6 },
      method: 'certified',
      certifiedWithin: 1e-9,
      items: itemsOf(sizes),
      ...numbers,
    }),
  };
}

/** SupCon on 60, 6 and 6 samples at τ = 0.5. */
export const SUPCON_60_6_6 = supConSample(
  { head: 60, left: 6, right: 6 },
  {
    bound: 4.382252123059336,
    minimum: 4.456067448614419,
    gap: 0.07381532555508308,
    rank: 2,
    similarities: [
      [1, -0.7047018, -0.7047017],
      [-0.7047018, 1, -0.0067909],
      [-0.7047017, -0.0067909, 1],
    ],
  },
);

/** SupCon on 20, 20 and 20 samples at τ = 0.5. */
export const SUPCON_BALANCED = supConSample(
  { cat: 20, dog: 20, emu: 20 },
  {
    bound: 3.663561646129646,
    minimum: 3.760803885330937,
    gap: 0.09724223920129127,
    rank: 2,
    similarities: [
      [1, -0.5, -0.5],
      [-0.5, 1, -0.5],
      [-0.5, -0.5, 1],
    ],
  },
);

/** SupCon on 100, 100, 1 and 1 samples at τ = 0.5: the two rare classes merge. */
export const SUPCON_MERGING = supConSample(
  { big: 100, large: 100, rare: 1, scarce: 1 },
  {
    bound: 5.240895866063854,
    minimum: 5.299851206182944,
    gap: 0.058955340119090316,
    rank: 3,
    similarities: [
      [1, -0.9588991, -0.1414472, -0.1414473],
      [-0.9588991, 1, -0.1414473, -0.1414472],
      [-0.1414472, -0.1414473, 1, 0.9471446],
      [-0.1414473, -0.1414472, 0.9471446, 1],
    ],
  },
);

/** Soft SupCon on 6, 3, 1 and 2 samples with ε = 0.05 at τ = 0.5: one step beyond the simplex. */
export const SOFT_SUPCON_BEYOND = {
  definition: definitionOf('soft-supcon', {
    classes: literal(classSizes({ a: 6, b: 3, c: 1, d: 2 })),
    across: literal(0.05),
  }),
  analysis: analysisOf({
    verdict: 'inconsistent',
    reason: 'radius',
    proof: {
      kind: 'sphere-too-large',
      radiusSquared: 1.123399602582745,
      temperatureLimit: 0.4450776009271127,
    },
    temperatureLimit: 0.4450776009271127,
    bound: 2.409425940444361,
    minimum: 2.4144774738834305,
    gap: 0.005051533439069278,
    method: 'certified',
    certifiedWithin: 1.4e-9,
    items: itemsOf({ a: 6, b: 3, c: 1, d: 2 }),
    similarities: [
      [1, -0.4095496, -0.3148441, -0.3884675],
      [-0.4095496, 1, -0.2757625, -0.3501422],
      [-0.3148441, -0.2757625, 1, -0.2452454],
      [-0.3884675, -0.3501422, -0.2452454, 1],
    ],
  }),
};

const ORDINAL = [0, 0.5, 1];

/** y-Aware on three scalar labels: a line lies on no sphere. */
export const Y_AWARE_LINE = {
  definition: definitionOf('y-aware', {
    temperature: literal(0.1),
    labels: literal(ORDINAL.map((y) => [y])),
    kernel: literal('gaussian'),
    bandwidth: literal(0.3),
    dimension: literal(32),
  }),
  analysis: analysisOf({
    verdict: 'inconsistent',
    reason: 'not-spherical',
    proof: { kind: 'no-sphere', residual: 0.61, distanceRank: 1 },
    bound: 1.5,
    minimum: 1.5002,
    gap: 0.0002,
    method: 'certified',
    certifiedWithin: 1e-10,
    items: ORDINAL.map((y) => ({ name: String(y), size: 1 })),
    similarities: [
      [1, 0.86, 0.45],
      [0.86, 1, 0.86],
      [0.45, 0.86, 1],
    ],
  }),
};
