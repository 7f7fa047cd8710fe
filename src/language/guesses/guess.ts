/** What would hold if the data that a text suggests were those of an objective: an offer, beside the verdict without them. */
import type { Reason, RemedyValue, Verdict } from '../../geometry/analysis';
import type { Fix } from '../finding';

export interface Guess {
  /** What in the text suggests the data: "num_classes is 100 (constant)". */
  readonly because: string;
  /** A clause: "if the 100 classes that num_classes names are balanced". */
  readonly assumption: string;
  /** The verdict that holds then. */
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  /** For example "degenerate: zero weights · gap 0.0440 nats". */
  readonly headline: string;
  /** "if the 100 classes that num_classes names are balanced: degenerate, zero weights · gap 0.0440 nats". */
  readonly says: string;
  /** One sentence or two with what holds then, why it is guessed, and the predicted geometry. */
  readonly sentence: string;
  /** "Use 100 balanced classes". */
  readonly title: string;
  /** The values that change, by their names in objective files, as those of a remedy. */
  readonly changes: Readonly<Record<string, RemedyValue>>;
  /** How the guess becomes a binding: the comment to write, or the entry of the project file. */
  readonly advice: string;
  /** Writes the comment `# objective-lens: {classes: …}`; null where the text can hold none. */
  readonly fix: Fix | null;
}
