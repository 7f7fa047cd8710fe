/** What a dialect says about a class of its library: its arguments with their defaults, and the objective it builds. */
import type { ObjectiveKind, Parameters, PositiveGrouping, Similarity } from '../../objective/definition';
import type { LossArguments } from './lossArguments';

export interface LossParameter {
  readonly name: string;
  /** Absent for an argument without a number as default, or with a default that does not matter here. */
  readonly otherwise?: number | string;
  /** Cannot be given by position. */
  readonly keywordOnly?: true;
}

/** What a class adds to the parameters that all have; an unread similarity makes it an objective of another kind. */
export interface OwnParameters {
  readonly parameters: Partial<Parameters>;
  readonly kind?: ObjectiveKind;
}

export interface LossClass {
  readonly dialect: string;
  readonly name: string;
  /** In the order of the signature. */
  readonly parameters: readonly LossParameter[];
  /** `**kwargs` that swallow any keyword, or a signature that nobody knows. */
  readonly takesAnyKeyword: boolean;
  /** `*args` that swallow any value, or a signature that nobody knows. */
  readonly takesAnyPosition: boolean;
  /** The argument that is the temperature, where there is one. */
  readonly temperature: string | null;
  readonly kind: ObjectiveKind;
  readonly similarity: Similarity;
  readonly positives: PositiveGrouping;
  /** Reads the arguments that only this class has. */
  readonly readOwn?: (args: LossArguments) => OwnParameters;
  /** Whose class it is, for messages: "nidl's YAwareInfoNCE". */
  readonly owner: string;
}

/** A library: the packages that its classes are imported from. */
export interface PythonDialect {
  readonly packages: readonly string[];
  readonly classes: readonly LossClass[];
}
