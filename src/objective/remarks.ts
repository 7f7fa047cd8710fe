/** Facts about how a loss is written or called that its weights do not show; rules tell what they will do. */
import type { ObjectiveKind } from './objectiveKind';
import type { Span } from './span';

/** `span` is in the definition's text. */
export type Remark = {
  readonly span: Span;
} /** The loss is this multiple of the cross-entropy: its minimiser is the same, its gradients are not. Null: not known. */ & (
  | { readonly kind: 'scaled-loss'; readonly factor: number | null; readonly formula: string }
  /** Weights are divided by column sums where row sums were meant. */
  | { readonly kind: 'column-normalised-weights' }
  /** The argument is the kernel's variance σ²; `words` are the author's for what is given, `given` its value. */
  | { readonly kind: 'bandwidth-is-variance'; readonly given: number | null; readonly words: string }
  /** The loss is called at `span` without labels: every sample is a class of its own. `meant` is what it is with them. */
  | { readonly kind: 'called-without-labels'; readonly meant: ObjectiveKind }
  /** The class takes a temperature and does not hand it on to the loss it is derived from. */
  | { readonly kind: 'dropped-temperature'; readonly argument: string; readonly used: number | null }
  /** The loss trains nothing as the text stands; `words` are the author's for why: a condition, a weight, a name. */
  | {
      readonly kind: 'inactive';
      readonly why: 'dead-branch' | 'zero-weight' | 'never-used';
      readonly words: string;
    }
  /** No softmax over weighted pairs; `what` completes "it is …". */
  | { readonly kind: 'not-weighted-infonce'; readonly what: string }
);
