/** What a dialect says about a class of its library: its signature, and the objective that it builds. */
import type { ObjectiveKind, Parameters, PositiveGrouping, Similarity } from '../../objective/definition';
import type { LossArguments } from './lossArguments';
import type { LossSignature } from './lossSignature';

/** What a class adds to the parameters that all have; an unread similarity makes it an objective of another kind. */
export interface OwnParameters {
  readonly parameters: Partial<Parameters>;
  readonly kind?: ObjectiveKind;
}

export interface LossClass extends LossSignature {
  readonly dialect: string;
  /** The argument that is the temperature, where there is one. */
  readonly temperature: string | null;
  readonly kind: ObjectiveKind;
  readonly similarity: Similarity;
  readonly positives: PositiveGrouping;
  /** Reads the arguments that only this class has. */
  readonly readOwn?: (args: LossArguments) => OwnParameters;
}

/** A library: the packages that its classes are imported from. */
export interface PythonDialect {
  readonly packages: readonly string[];
  readonly classes: readonly LossClass[];
}
