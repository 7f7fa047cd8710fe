/** What a definition is: an objective as its author wrote it, each value with where it came from. */

import type { ObjectiveKind } from './objectiveKind';
import type { Remark } from './remarks';
import type { Span } from './span';

export { OBJECTIVE_FILE_KINDS, type ObjectiveFileKind, type ObjectiveKind } from './objectiveKind';
export type { Span } from './span';

/** The latent similarities s_ij of [Vock2026]. */
export const SIMILARITIES = ['cosine', 'negative-squared-euclidean', 'negative-euclidean', 'dot'] as const;
export type Similarity = (typeof SIMILARITIES)[number];

/**
 * Kernels K(u) on u = ‖y_i − y_j‖ / bandwidth: gaussian exp(−u²/2), laplacian exp(−u), the compact ones,
 * or exp(−u^exponent).
 */
export const NAMED_KERNELS = ['gaussian', 'laplacian', 'epanechnikov', 'triangular', 'cosine'] as const;
export type NamedKernel = (typeof NAMED_KERNELS)[number];
export type Kernel = NamedKernel | { readonly exponent: number };

/** Where a value came from, in the words of the command line's JSON. */
export type Origin =
  | 'literal'
  | 'constant'
  | 'default of the library'
  | 'learned'
  | 'unresolved'
  /** Tried out: the author's text has another value. */
  | 'changed here'
  | `default of --${string}`
  | `config ${string}`;

/** The data file that a value was read from. */
export interface ValueFile {
  /** Path below the workspace root, with forward slashes. */
  readonly path: string;
  /** Changes whenever the content may have changed: with the path it stands for the value. */
  readonly version: string;
  readonly rows: number;
  readonly columns: number;
  /** Rows that the file has, before any was left out; of a folder, its files. */
  readonly read?: number;
  /** Present for a folder of samples. */
  readonly isFolder?: true;
  /** Names of the columns that were taken, where they have any. */
  readonly columnNames?: readonly string[];
  /** Rows that are not among the values. */
  readonly leftOut?: readonly LeftOut[];
  /** Different values, where somebody counted. */
  readonly distinct?: number;
}

/** Rows of a data file that no value comes from, all for the same reason. */
export interface LeftOut {
  /** Because the author chose others, because there is no value, or because it lies in none of the bins. */
  readonly kind: 'filtered' | 'missing' | 'outside';
  /** In words: "no value in `age`". */
  readonly because: string;
  readonly rows: number;
}

/** One value of a definition. `value` is null when it is not known; `missing` then names what is missing. */
export interface Parameter<T> {
  readonly value: T | null;
  readonly origin: Origin;
  /** Where the value stands in the definition's text; null for defaults and for values from other files. */
  readonly span: Span | null;
  /** The author's name for an unresolved value, for example `args.temp`. */
  readonly missing?: string;
  /** Present when the value stands in a file of its own. */
  readonly file?: ValueFile;
}

export interface ClassSize {
  readonly name: string;
  /** Number of samples, not of views. */
  readonly count: number;
}

/** Augmented views a sample has in a batch; tied when the encoder is taken to map them to one point. */
export interface Views {
  readonly count: number;
  readonly tied: boolean;
}

/** Whether anchors, and denominators, count every class once instead of once a sample. */
export interface Balance {
  readonly anchors: boolean;
  readonly denominators: boolean;
}

/** A row holds one anchor's unnormalised pair weights; null stands for a pair that is in no denominator. */
export type WeightMatrix = readonly (readonly (number | null)[])[];
/** The weight of a pair as a formula of its labels or features: `exp(-abs(y_i - y_j) / 0.3)`. */
export interface WeightExpression {
  readonly expression: string;
}
export type WeightSource = WeightMatrix | WeightExpression;

/** All values that an objective may have; the names are those of objective files, in camel case. */
export interface Parameters {
  readonly temperature: Parameter<number>;
  readonly similarity: Parameter<Similarity>;
  readonly views: Parameter<Views>;
  readonly balance: Parameter<Balance>;
  readonly dimension?: Parameter<number>;
  readonly batch?: Parameter<number>;
  readonly classes?: Parameter<readonly ClassSize[]>;
  readonly across?: Parameter<number>;
  /** Rows, one a sample; scalar labels are rows of length one. */
  readonly labels?: Parameter<readonly (readonly number[])[]>;
  readonly kernel?: Parameter<Kernel>;
  /** One bandwidth, or one a label column, in the unit of the labels. */
  readonly bandwidth?: Parameter<number | readonly number[]>;
  readonly features?: Parameter<readonly (readonly number[])[]>;
  readonly weightTemperature?: Parameter<number>;
  readonly samples?: Parameter<number>;
  readonly weights?: Parameter<WeightSource>;
}
export type ParameterName = keyof Parameters;

/**
 * How a loss puts an anchor's positives into its softmaxes: all in one denominator (Khosla et al. 2020), or each
 * positive in a softmax of its own beside the negatives (NTXentLoss of pytorch-metric-learning), or all summed inside
 * the logarithm (L_in of Khosla et al. 2020; solo-learn).
 */
export type PositiveGrouping = 'one-softmax' | 'softmax-per-positive' | 'summed-positives';

/** Class sizes that a text suggests without saying that the loss is trained on them: offered, never used unasked. */
export interface DataGuess {
  /** What suggests them: "num_classes is 100, default of --num_classes". */
  readonly because: string;
  /** A clause: "if the 100 classes that num_classes names are balanced". */
  readonly assumption: string;
  /** What saying so does, as an order: "Use 100 balanced classes". */
  readonly title: string;
  readonly classes: readonly ClassSize[];
  /** The same as the key `classes` of our own files holds them. */
  readonly written: WrittenClasses;
}

/** Sizes ⌊max · factor^(i/(classes − 1))⌋, all equal where the factor is 1; or a folder with a sub-folder for each class. */
export type WrittenClasses =
  | { readonly 'long-tail': { readonly classes: number; readonly max: number; readonly factor: number } }
  | { readonly folder: string };

export interface Definition {
  readonly name: string;
  readonly kind: ObjectiveKind;
  /** The library or format whose words it is written in: `objective-file`, `supcontrast`, `nidl`, … */
  readonly dialect: string;
  /** The whole definition. */
  readonly span: Span;
  /** The words that name the objective: where a finding about the whole objective is underlined. */
  readonly headSpan: Span;
  readonly positives: PositiveGrouping;
  readonly parameters: Parameters;
  /** How the loss is written or called, where that differs from what its weights say. */
  readonly remarks?: readonly Remark[];
  /** Class sizes that the program around it has: they hold where nobody binds others. */
  readonly classesOfProgram?: Parameter<readonly ClassSize[]>;
  /** What its data may be, where nothing says what they are. */
  readonly guess?: DataGuess;
  /** Of a command that runs a script, the script's path: what the command does not change is told there. */
  readonly script?: string;
}
