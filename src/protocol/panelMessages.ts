/**
 * The messages between the extension and the panel, both ways, and their decoders. A webview is another origin: what
 * arrives on either side is decoded before it is used, so a version mismatch is a sentence and never a wrong picture.
 */
import * as v from 'valibot';
import type { Analysis, Geometry, Proof, TrainingProblem } from '../geometry/analysis';
import type { ObjectiveSummary, ObjectiveView } from './objectives';

export type { Analysis, Geometry, TrainingProblem, Verdict } from '../geometry/analysis';
export type { Fact } from '../language/explanation';
export type { ObjectiveSummary, ObjectiveView, ParameterView } from './objectives';

export type HostMessage =
  | { readonly type: 'objective'; readonly view: ObjectiveView }
  /** The analysis runs; what is on screen stays until it answers. */
  | { readonly type: 'analyzing'; readonly name: string }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly because: string };

export type PanelMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal-source'; readonly id: string }
  /** A training run ended: shown in the log, waited for by tests. */
  | {
      readonly type: 'training-ended';
      readonly id: string;
      readonly backend: string;
      readonly steps: number;
      readonly loss: number;
      /** loss − predicted minimum, in nats; null without a prediction. */
      readonly excess: number | null;
    }
  | { readonly type: 'problem'; readonly message: string };

export type Decoded<T> =
  | { readonly kind: 'message'; readonly message: T }
  | { readonly kind: 'malformed'; readonly because: string };

/** Neither NaN nor an infinity: a message that holds one is refused, so none can reach the screen. */
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);
const matrix = v.array(v.array(finite));
const item = v.object({ name: v.string(), size: finite });
const position = v.object({ line: count, character: count });

const proof: v.GenericSchema<unknown, Proof> = v.variant('kind', [
  v.object({
    kind: v.literal('embedding'),
    distanceRank: count,
    radiusSquared: orNull(finite),
    margin: finite,
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
]);

const isSquare = (rows: readonly (readonly unknown[])[], size: number) =>
  rows.length === size && rows.every((row) => row.length === size);

const geometry: v.GenericSchema<unknown, Geometry> = v.pipe(
  v.object({
    points: v.array(item),
    omitted: count,
    target: orNull(v.array(v.array(orNull(finite)))),
    attainable: matrix,
    eigenvalues: v.array(finite),
    coordinates: v.array(v.tuple([finite, finite, finite])),
    explained: finite,
    onSphere: v.boolean(),
  }),
  v.check(
    ({ points, target, attainable, coordinates }) =>
      isSquare(attainable, points.length) &&
      (target === null || isSquare(target, points.length)) &&
      coordinates.length === points.length,
    'the matrices and coordinates do not have one row a point',
  ),
);

export const trainingProblemSchema: v.GenericSchema<unknown, TrainingProblem> = v.pipe(
  v.object({
    similarity: v.picklist(['cosine', 'negative-squared-euclidean', 'negative-euclidean', 'dot']),
    temperature: finite,
    dimension: v.pipe(count, v.minValue(1)),
    anchorMass: v.array(finite),
    multiplicity: matrix,
    weights: matrix,
  }),
  v.check(
    ({ anchorMass, multiplicity, weights }) =>
      isSquare(multiplicity, anchorMass.length) && isSquare(weights, anchorMass.length),
    'multiplicities and weights do not have one row an anchor mass',
  ),
);

const verdict = v.picklist(['realizable', 'degenerate', 'inconsistent', 'conditional', 'undecided']);
const reason = v.picklist([
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

const analysis: v.GenericSchema<unknown, Analysis> = v.object({
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
});

export const objectiveSummarySchema: v.GenericSchema<unknown, ObjectiveSummary> = v.object({
  id: v.string(),
  uri: v.string(),
  name: v.string(),
  kind: v.string(),
  dialect: v.string(),
  verdict,
  reason: orNull(reason),
  headline: v.string(),
  range: v.object({ start: position, end: position }),
  staleBecause: orNull(v.string()),
});

export const objectiveViewSchema: v.GenericSchema<unknown, ObjectiveView> = v.object({
  summary: objectiveSummarySchema,
  parameters: v.array(v.object({ name: v.string(), value: v.string(), origin: v.string() })),
  explanation: v.object({
    headline: v.string(),
    because: v.array(v.string()),
    advice: v.array(v.string()),
    facts: v.array(v.object({ label: v.string(), value: v.string(), hint: v.string() })),
  }),
  analysis,
});

const hostMessage: v.GenericSchema<unknown, HostMessage> = v.variant('type', [
  v.object({ type: v.literal('objective'), view: objectiveViewSchema }),
  v.object({ type: v.literal('analyzing'), name: v.string() }),
  v.object({ type: v.literal('nothing'), because: v.string() }),
]);

const panelMessage: v.GenericSchema<unknown, PanelMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('reveal-source'), id: v.string() }),
  v.object({
    type: v.literal('training-ended'),
    id: v.string(),
    backend: v.string(),
    steps: count,
    loss: finite,
    excess: orNull(finite),
  }),
  v.object({ type: v.literal('problem'), message: v.string() }),
]);

export const decodeHostMessage = (value: unknown): Decoded<HostMessage> => decode(hostMessage, value);
export const decodePanelMessage = (value: unknown): Decoded<PanelMessage> => decode(panelMessage, value);

/** Runs one schema; what is wrong is told with the path to it, for example `view.analysis.bound`. */
export function decode<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Decoded<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { kind: 'message', message: result.output };
  const first = result.issues[0];
  const path = v.getDotPath(first);
  return { kind: 'malformed', because: path === null ? first.message : `${path}: ${first.message}` };
}
