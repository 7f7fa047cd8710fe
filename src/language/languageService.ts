/**
 * The language service: what an editor or a command line asks about one document. It does no I/O; the host passes
 * the text, the project and the mathematics, which may run on another thread.
 */
import type { OpenDataFile } from '../data/dataFile';
import type { Analysis } from '../geometry/analysis';
import type { Definition, Span } from '../objective/definition';
import type { Changes } from './changes/changes';
import type { Edits } from './changes/writeChanges';
import type { DataFiles } from './dataFiles';
import type { Explanation } from './explanation';
import type { Finding, RuleId, SeveritySetting } from './finding';
import type { Guess } from './guesses/guess';
import type { Project } from './project';
import type { Reading } from './reading';
import type { SourceTexts } from './sourceFiles';

export interface SourceDocument {
  readonly uri: string;
  /** Path relative to the workspace root with forward slashes: what globs in the project file match. */
  readonly path: string;
  readonly text: string;
  /** Of a notebook that is open in an editor: where its code cells stand in `text`, which holds them one after another. */
  readonly cells?: readonly Span[];
}

/** An objective found in a document, with the answer of the mathematics. */
export interface AnalyzedObjective {
  readonly definition: Definition;
  readonly analysis: Analysis;
  readonly explanation: Explanation;
  /** What would hold for the data that the text suggests; only where data are missing. */
  readonly guess?: Guess;
  /** Null when the analysis is of the present text; else why it is of the last text that could be read. */
  readonly staleBecause: string | null;
}

export interface DocumentAnalysis {
  readonly uri: string;
  readonly objectives: readonly AnalyzedObjective[];
  readonly findings: readonly Finding[];
  /** Files that the text names or imports, as paths below the workspace root: a change of one changes the analysis. */
  readonly dataFiles?: readonly string[];
}

/** The mathematics, wherever it runs. Rejects with the signal's reason when aborted. */
export type Mathematics = (definition: Definition, signal: AbortSignal) => Promise<Analysis>;

export interface Settings {
  /** Overrides of the severity that harm gives a rule. */
  readonly severity: Readonly<Partial<Record<RuleId, SeveritySetting>>>;
  /** Bytes: larger data files are not read. */
  readonly largestDataFile?: number;
}

/** What one analysis needs besides the document. */
export interface AnalysisContext {
  readonly project: Project;
  readonly settings: Settings;
  readonly mathematics: Mathematics;
  /** Opens data files below the document's workspace root; absent for a document of no open folder. */
  readonly openDataFile?: OpenDataFile;
  /** The document's last analysis: its objectives stay, marked as stale, while the text cannot be read. */
  readonly previous: DocumentAnalysis | null;
  readonly signal: AbortSignal;
}

export interface LanguageService {
  /** Whether objectives can stand in a file of this path; cheap, for filtering a workspace. */
  accepts(path: string): boolean;
  /** Parses only; never throws on any text. */
  read(document: SourceDocument, project: Project, files?: DataFiles, sources?: SourceTexts): Reading;
  /** Reads, runs the mathematics, explains, and judges by the rules. Rejects only when aborted or by our own bug. */
  analyze(document: SourceDocument, context: AnalysisContext): Promise<DocumentAnalysis>;
  /**
   * Edits that write changed values of an analysed objective to their own places in the text that was analysed, all of
   * them; or why that cannot be. Opens no file and calculates nothing.
   */
  edits(definition: Definition, changes: Changes): Edits;
  /** Forgets what is kept between calls about a closed document (parse trees). */
  forget(uri: string): void;
}
