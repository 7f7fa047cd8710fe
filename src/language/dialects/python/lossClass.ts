/** What a dialect says about a class or function of its library: its signature, and the objective that it builds. */
import type { ObjectiveKind, Parameters, PositiveGrouping, Similarity } from '../../../objective/definition';
import type { Remark } from '../../../objective/remarks';
import type { LossArguments } from './lossArguments';
import { type LossSignature, signature } from './lossSignature';

/** What a class adds to the parameters that all have; an unread similarity makes it an objective of another kind. */
export interface OwnParameters {
  readonly parameters: Partial<Parameters>;
  readonly kind?: ObjectiveKind;
  readonly positives?: PositiveGrouping;
  readonly remarks?: readonly Remark[];
}

export interface LossClass extends LossSignature {
  readonly dialect: string;
  /** The argument that is the temperature, where there is one. */
  readonly temperature: string | null;
  /** The argument is a factor of the similarities: one over the temperature. */
  readonly inverse?: true;
  /** The temperature of a loss without an argument for it: learned from this value, or fixed at it. */
  readonly standing?: { readonly value: number; readonly origin: 'learned' | 'default of the library' };
  /** The loss is multiplied by the temperature over this argument. */
  readonly base?: string;
  readonly kind: ObjectiveKind;
  readonly similarity: Similarity;
  readonly positives: PositiveGrouping;
  readonly views?: number;
  /** What it is when it is no softmax over weighted pairs; completes "it is …". */
  readonly what?: string;
  /** The loss is called later with its labels in this position, and is InfoNCE without them. */
  readonly labels?: { readonly position: number; readonly name: string };
  /** Reads the arguments that only this class has. */
  readonly readOwn?: (args: LossArguments) => OwnParameters;
}

/** A library: the packages that its classes are imported from. */
export interface PythonDialect {
  readonly packages: readonly string[];
  readonly classes: readonly (LossClass & { readonly within?: string })[];
}

/** What most losses have in common: a softmax over cosines at a temperature of this name. */
export const SOFTMAX = {
  temperature: 'temperature',
  similarity: 'cosine',
  positives: 'one-softmax',
} as const;

/** A loss that no temperature and no weights describe. */
export function otherLoss(name: string, parameters: string, what: string) {
  return { ...SOFTMAX, ...signature(parameters), temperature: null, name, kind: 'other', what } as const;
}

/** Adds to each class whose it is. */
export function ofLibrary<T extends Omit<LossClass, 'dialect' | 'owner'>>(
  dialect: string,
  owner: string,
  classes: readonly T[],
): (T & Pick<LossClass, 'dialect' | 'owner'>)[] {
  return classes.map((one) => ({ ...one, dialect, owner }));
}
