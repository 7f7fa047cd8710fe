/** A loss class of the author's own, as `dialects:` in the project file or a comment in the code describes it. */
import type { ObjectiveFileKind, Parameters } from '../../../objective/definition';
import type { CustomLossParameter } from '../../keys/projectShape';

export type Likeness =
  | { readonly kind: 'objective'; readonly objective: ObjectiveFileKind }
  /** A library's class, by its import path. */
  | { readonly kind: 'class'; readonly path: readonly string[] };

/** What a loss computes, and where its values stand. Plain data: the project file's is compared as JSON. */
export interface LossDescription {
  readonly like: Likeness;
  /** The arguments that hold values, by the value's name. */
  readonly argumentNames: Readonly<Partial<Record<CustomLossParameter, string>>>;
  /** What the class takes for an argument that is left out. */
  readonly defaults: Partial<Parameters>;
  /** Values that are always the same. */
  readonly fixed: Partial<Parameters>;
  /** The arguments in the order of the signature; null where the description does not say it. */
  readonly signature: readonly string[] | null;
}

export interface CustomLoss extends LossDescription {
  /** The dotted path of the class or function: `['my', 'losses', 'TailCon']`. */
  readonly path: readonly string[];
}
