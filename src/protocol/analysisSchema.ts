/** The shape of an analysis as it travels: what is not of it is refused before it can reach the screen. */
import * as v from 'valibot';
import type { Analysis, Geometry, Proof, Remedy, RemedyValue, TrainingProblem } from '../geometry/analysis';

/** Neither NaN nor an infinity: a message that holds one is refused, so none can reach the screen. */
export const finite = v.pipe(v.number(), v.finite());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);
const matrix = v.array(v.array(finite));
const item = v.object({ name: v.string(), size: finite });

const proof: v.GenericSchema<unknown, Proof> = v.variant('kind', [
  v.object({
    kind: v.literal('embedding'),
    distanceRank: count,
    radiusSquared: orNull(finite),
    margin: finite,
    freePairs: v.exactOptional(count),
  }),
  v.object({ kind: v.literal('zero-pair'), anchor: count, candidate: count, pairs: count }),
  v.object({ kind: v.literal('escape'), cause: v.picklist(['zero-weights', 'no-sphere']) }),
  v.object({ kind: v.literal('coincidence') }),
  v.object({ kind: v.literal('cycle'), items: v.array(count), sum: finite }),
  v.object({
    kind: v.literal('negative-direction'),
    items: v.array(count),
    coefficients: v.array(finite),
    value: finite,
    triangle: orNull(
      v.object({ items: v.tuple([count, count, count]), sides: v.tuple([finite, finite, finite]) }),
    ),
  }),
  v.object({ kind: v.literal('no-sphere'), residual: finite, distanceRank: count }),
  v.object({ kind: v.literal('sphere-too-large'), radiusSquared: finite, temperatureLimit: finite }),
  v.object({ kind: v.literal('dimension'), needed: count, given: count }),
  v.object({
    kind: v.literal('free-constant'),
    interval: v.tuple([orNull(finite), orNull(finite)]),
    rankInside: count,
    rankAtEnds: v.tuple([orNull(count), orNull(count)]),
  }),
  v.object({ kind: v.literal('no-constant'), largest: finite, temperatureLimit: orNull(finite) }),
  v.object({ kind: v.literal('lower-bound'), gapAtLeast: finite }),
  v.object({ kind: v.literal('absent-positives'), pairs: orNull(count) }),
]);

const isTable = (rows: readonly (readonly unknown[])[], height: number, width: number) =>
  rows.length === height && rows.every((row) => row.length === width);
const isSquare = (rows: readonly (readonly unknown[])[], size: number) => isTable(rows, size, size);

const similarity = v.picklist(['cosine', 'negative-squared-euclidean', 'negative-euclidean', 'dot']);

const geometry: v.GenericSchema<unknown, Geometry> = v.pipe(
  v.object({
    points: v.array(item),
    omitted: count,
    standIns: orNull(v.array(count)),
    rows: v.array(count),
    rowOf: v.array(orNull(count)),
    within: v.array(orNull(finite)),
    nearest: v.array(orNull(v.tuple([count, finite]))),
    target: orNull(v.array(v.array(orNull(finite)))),
    attainable: matrix,
    eigenvalues: v.array(finite),
    coordinates: v.array(v.tuple([finite, finite, finite])),
    explained: finite,
    similarity,
    onSphere: v.boolean(),
  }),
  v.check(
    ({ points, rows, within, target, attainable, coordinates, nearest, rowOf }) =>
      isSquare(attainable, rows.length) &&
      (target === null || isSquare(target, rows.length)) &&
      within.length === rows.length &&
      [coordinates, nearest, rowOf].every(({ length }) => length === points.length),
    'the matrices and coordinates do not have one row a point',
  ),
  v.check(({ points, rows, rowOf, nearest, standIns }) => {
    const isPoint = (index: number) => index < points.length;
    return (
      rows.every(isPoint) &&
      rowOf.every((row) => row === null || row < rows.length) &&
      nearest.every((near) => near === null || isPoint(near[0])) &&
      (standIns === null || standIns.every(isPoint))
    );
  }, 'a point is named that is not drawn'),
);

export const trainingProblemSchema: v.GenericSchema<unknown, TrainingProblem> = v.pipe(
  v.object({
    similarity,
    temperature: finite,
    dimension: v.pipe(count, v.minValue(1)),
    size: v.pipe(count, v.minValue(1)),
    anchorOf: v.array(count),
    anchorMass: v.array(finite),
    multiplicity: matrix,
    weights: matrix,
    offset: finite,
    drawing: v.exactOptional(
      v.object({
        batch: orNull(v.pipe(count, v.minValue(2))),
        samples: v.array(v.pipe(count, v.minValue(1))),
        views: finite,
        self: finite,
        logRatio: v.array(v.array(orNull(finite))),
      }),
    ),
  }),
  v.check(
    ({ size, drawing }) =>
      drawing === undefined || (drawing.samples.length === size && isSquare(drawing.logRatio, size)),
    'the samples to draw are not those of the points',
  ),
  v.check(
    ({ size, anchorOf, anchorMass, multiplicity, weights }) =>
      anchorOf.length === anchorMass.length &&
      anchorOf.every((point) => point < size) &&
      isTable(multiplicity, anchorMass.length, size) &&
      isTable(weights, anchorMass.length, size),
    'anchors, multiplicities and weights do not have one row an anchor mass',
  ),
);

export const verdict = v.picklist(['realizable', 'degenerate', 'inconsistent', 'conditional', 'undecided']);
export const reason = v.picklist([
  'exact',
  'zero-weight',
  'unbounded',
  'decoupled',
  'total-collapse',
  'asymmetric',
  'not-euclidean',
  'not-spherical',
  'radius',
  'dimension',
]);

const remedyValue: v.GenericSchema<unknown, RemedyValue> = v.lazy(() =>
  v.union([
    v.string(),
    finite,
    v.boolean(),
    v.null(),
    v.array(remedyValue),
    v.record(v.string(), remedyValue),
  ]),
);

const remedy: v.GenericSchema<unknown, Remedy> = v.object({
  id: v.string(),
  title: v.string(),
  effect: v.string(),
  gap: orNull(finite),
  verdict,
  rank: orNull(count),
  changes: v.record(v.string(), remedyValue),
});

export const analysisSchema: v.GenericSchema<unknown, Analysis> = v.object({
  verdict,
  reason: orNull(reason),
  condition: orNull(v.string()),
  undecidedBecause: orNull(v.string()),
  proof: orNull(proof),
  bound: orNull(finite),
  minimum: orNull(finite),
  gap: orNull(finite),
  certifiedWithin: orNull(finite),
  method: v.picklist(['bound-reached', 'bound-approached', 'certified', 'local-search', 'none']),
  optimumNote: orNull(v.string()),
  rank: orNull(count),
  temperatureLimit: orNull(finite),
  items: v.array(item),
  similarities: orNull(matrix),
  geometry: orNull(geometry),
  training: orNull(trainingProblemSchema),
  viewSimilarity: orNull(v.tuple([finite, finite])),
  samplingError: orNull(v.object({ batches: count, similarity: finite, minimum: finite })),
  remedies: v.array(remedy),
});
