/** The keys of an objective file: which kinds have them, how each is read, and what stands where one is left out. */
import {
  OBJECTIVE_FILE_KINDS,
  type ObjectiveFileKind,
  type Parameter,
  type ParameterName,
  type Parameters,
} from '../../objective/definition';
import { readBandwidth, readKernel, readSimilarity } from './inline/choices';
import { readClasses } from './inline/classes';
import type { InlineReader } from './inline/inlineValue';
import {
  ACROSS,
  BATCH,
  DIMENSION,
  numberReader,
  SAMPLES,
  TEMPERATURE,
  WEIGHT_TEMPERATURE,
} from './inline/numbers';
import { readFeatures, readLabels, readWeights } from './inline/rows';
import {
  classesFromData,
  featuresFromTable,
  labelsFromTable,
  type TableReader,
  weightsFromTable,
} from './inline/tableValues';
import { readBalance, readViews } from './inline/viewsAndBalance';

export type ParameterValue<P extends ParameterName> =
  NonNullable<Parameters[P]> extends Parameter<infer T> ? T : never;

export interface ObjectiveKey<P extends ParameterName> {
  /** As written in the file. */
  readonly key: string;
  readonly read: InlineReader<ParameterValue<P>>;
  readonly kinds: readonly ObjectiveFileKind[];
  /** How the content of a data file becomes the value, for keys that may name one. */
  readonly fromTable?: TableReader<ParameterValue<P>>;
  /** What stands when the key is left out; none for data, which then is unknown. */
  readonly otherwise?: (kind: ObjectiveFileKind) => ParameterValue<P>;
  /** Why the kind has no meaning without the key, with an example; absent where leaving it out is fine. */
  readonly required?: string;
  /** Data may come from elsewhere; without it the verdict is conditional. */
  readonly data?: boolean;
  /** Kinds that are whole without the key: leaving it out leaves nothing unknown. */
  readonly optionalFor?: readonly ObjectiveFileKind[];
}

const EVERY_KIND = OBJECTIVE_FILE_KINDS;
const LABEL_KINDS = ['y-aware', 'euclidean-euclidean'] as const;
const CLASS_KINDS = ['supcon', 'soft-supcon'] as const;

export const OBJECTIVE_KEYS: { readonly [P in ParameterName]: ObjectiveKey<P> } = {
  temperature: { key: 'temperature', read: numberReader(TEMPERATURE), kinds: EVERY_KIND, data: true },
  similarity: {
    key: 'similarity',
    read: readSimilarity,
    kinds: EVERY_KIND,
    otherwise: (kind) => (kind === 'euclidean-euclidean' ? 'negative-squared-euclidean' : 'cosine'),
  },
  dimension: { key: 'dimension', read: numberReader(DIMENSION), kinds: EVERY_KIND },
  views: { key: 'views', read: readViews, kinds: EVERY_KIND, otherwise: () => ({ count: 2, tied: true }) },
  batch: { key: 'batch', read: numberReader(BATCH), kinds: EVERY_KIND },
  classes: {
    key: 'classes',
    read: readClasses,
    fromTable: classesFromData,
    kinds: [...CLASS_KINDS, 'weighted'],
    data: true,
    optionalFor: ['weighted'],
  },
  across: {
    key: 'across',
    read: numberReader(ACROSS),
    kinds: ['soft-supcon'],
    required: 'the weight of a pair from two classes, for example `across: 0.01`',
  },
  labels: {
    key: 'labels',
    read: readLabels,
    fromTable: labelsFromTable,
    kinds: [...LABEL_KINDS, 'weighted'],
    data: true,
    optionalFor: ['weighted'],
  },
  kernel: { key: 'kernel', read: readKernel, kinds: LABEL_KINDS, otherwise: () => 'gaussian' },
  bandwidth: {
    key: 'bandwidth',
    read: readBandwidth,
    kinds: LABEL_KINDS,
    required: 'the label distance over which the kernel falls off, for example `bandwidth: 0.3`',
  },
  features: {
    key: 'features',
    read: readFeatures,
    fromTable: featuresFromTable,
    kinds: ['x-clr', 'weighted'],
    data: true,
    optionalFor: ['weighted'],
  },
  weightTemperature: {
    key: 'weight-temperature',
    read: numberReader(WEIGHT_TEMPERATURE),
    kinds: ['x-clr'],
    required:
      'the temperature that turns similarities of the features into weights, for example `weight-temperature: 0.1`',
  },
  samples: { key: 'samples', read: numberReader(SAMPLES), kinds: ['info-nce'], data: true },
  weights: {
    key: 'weights',
    read: readWeights,
    fromTable: weightsFromTable,
    kinds: ['weighted'],
    data: true,
  },
  balance: {
    key: 'balance',
    read: readBalance,
    kinds: CLASS_KINDS,
    otherwise: () => ({ anchors: false, denominators: false }),
  },
};

/** The keys that have a meaning for a kind, with `objective` itself. */
export function keysOf(kind: ObjectiveFileKind): readonly string[] {
  const own = Object.values(OBJECTIVE_KEYS).filter(({ kinds }) => kinds.includes(kind));
  return ['objective', ...own.map(({ key }) => key)];
}

export const ALL_KEYS: readonly string[] = [
  'objective',
  ...Object.values(OBJECTIVE_KEYS).map(({ key }) => key),
];
