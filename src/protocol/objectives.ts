/** What the server tells the extension about objectives, and the requests between them. */
import type { Analysis, Reason, RemedyValue, Verdict } from '../geometry/analysis';
import type { Explanation } from '../language/explanation';
import type { ObjectiveData } from '../language/explanation/dataAccount';
import type { Threshold } from '../language/explanation/thresholds';
import type { Guess } from '../language/guesses/guess';

/** Lines and characters count from 0, as in LSP. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** One row of the Objectives tree. */
export interface ObjectiveSummary {
  /** Unique in a session and stable while the objective keeps its place among its document's objectives. */
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly kind: string;
  readonly dialect: string;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly headline: string;
  readonly range: Range;
  /** Null when the analysis is of the present text; else why it is not. */
  readonly staleBecause: string | null;
}

export interface ParameterView {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

/** A value as a control of the panel needs it; the key is that of objective files. */
export interface ControlValue {
  readonly key: string;
  /** Null where it is not known, or too large to be edited by hand. */
  readonly value: RemedyValue | null;
  /** As in `ParameterView`. */
  readonly origin: string;
}

/** Everything the panel shows about one objective. */
export interface ObjectiveView {
  readonly summary: ObjectiveSummary;
  readonly parameters: readonly ParameterView[];
  /** What can be tried with other values. */
  readonly controls: readonly ControlValue[];
  /** Values at which the verdict turns. */
  readonly thresholds: readonly Threshold[];
  readonly explanation: Explanation;
  readonly analysis: Analysis;
  /** Where its data come from, and how they are spread. */
  readonly data: ObjectiveData;
  /** What would hold for the data that the text suggests, where it lacks data. */
  readonly guess?: Guess;
}
