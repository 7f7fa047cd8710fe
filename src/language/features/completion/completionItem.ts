/** One thing that can be written at the cursor. */
import type { Span } from '../../../objective/definition';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'structure' | 'file' | 'column';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly span: Span;
  /** What is written, for editors that know no snippets. */
  readonly text: string;
  /** The same with places to fill in, as the Language Server Protocol writes them. */
  readonly snippet: string;
  /** What the typed text is matched against. */
  readonly filter: string;
}

/** What a completion must know that does not stand in the text. Rejects only by a fault of ours. */
export interface CompletionSources {
  /** Data files of the workspace, as paths below its root. */
  dataFiles(): Promise<readonly string[]>;
  /** Names of the columns of a data file, by its path below the root; none where it has none, or cannot be read. */
  columns(path: string): Promise<readonly string[]>;
}
