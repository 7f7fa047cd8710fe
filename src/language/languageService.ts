/**
 * The language service: what an editor or a command line asks about one document. It does no I/O; the host passes
 * the text, the project file's text and the mathematics, which may run on another thread.
 */
import type { Analysis } from '../geometry/analysis';
import type { Definition } from '../objective/definition';
import type { Explanation } from './explanation';
import type { Finding } from './finding';

export interface SourceDocument {
  readonly uri: string;
  /** Path relative to the workspace root with forward slashes: what globs in the project file match. */
  readonly path: string;
  readonly text: string;
}

/** An objective found in a document, with the answer of the mathematics. */
export interface AnalyzedObjective {
  readonly definition: Definition;
  readonly analysis: Analysis;
  readonly explanation: Explanation;
}

export interface DocumentAnalysis {
  readonly uri: string;
  readonly objectives: readonly AnalyzedObjective[];
  readonly findings: readonly Finding[];
}
