/** What a reader of any syntax makes of a text: whole definitions, broken ones, and what is wrong where. */
import type { DataRequest } from '../data/dataRequest';
import type { Definition, ObjectiveKind, Span } from '../objective/definition';
import type { Finding } from './finding';

/** An objective that stands in the text but cannot be analysed before its author mends it; findings say why. */
export interface BrokenObjective {
  readonly name: string;
  readonly kind: ObjectiveKind | null;
  readonly span: Span;
  readonly headSpan: Span;
  /** One sentence, for the mark on the last good analysis. */
  readonly because: string;
}

export interface Reading {
  /** In the order of the text. */
  readonly definitions: readonly Definition[];
  readonly broken: readonly BrokenObjective[];
  readonly findings: readonly Finding[];
  /** Why objectives may be missing (a syntax error, a text over the size limit), or null when all were read. */
  readonly incompleteBecause: string | null;
  /** What is asked of data files, by the text or for it by the project file: its objectives depend on what they hold. */
  readonly dataRequests?: readonly DataRequest[];
  /** Other files that the text is read with, as paths below the workspace root, whether they exist or not. */
  readonly sourceFiles?: readonly string[];
}

/** Of a text without an objective. */
export const NOTHING_READ: Reading = { definitions: [], broken: [], findings: [], incompleteBecause: null };
