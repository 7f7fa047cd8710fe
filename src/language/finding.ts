/** A finding: one thing to say about a place in a text, by one rule. */
import type { Span } from '../objective/definition';

/** Rule ids are file names in `rules/`, settings keys and anchors in `rules/rules.md`. */
export type RuleId =
  | 'zero-weight'
  | 'unbounded'
  | 'decoupled'
  | 'total-collapse'
  | 'asymmetric'
  | 'not-euclidean'
  | 'not-spherical'
  | 'radius'
  | 'dimension'
  | 'minority-collapse'
  | 'class-imbalance'
  | 'view-splitting'
  | 'inactive-objective'
  | 'unlabelled-supcon'
  | 'dropped-temperature'
  | 'bandwidth-is-variance'
  | 'column-normalised-weights'
  | 'loss-scale'
  | 'not-weighted-infonce'
  | 'float-as-string'
  | 'unknown-argument'
  | 'invalid-value'
  | 'missing-data';

export type Severity = 'error' | 'warning' | 'information';
/** What a user may set for a rule. */
export type SeveritySetting = Severity | 'off';

/** What one click can put in the text's place. */
export interface Fix {
  /** What it does, as an order: `Write bandwidth as sigma**2`. */
  readonly title: string;
  readonly span: Span;
  readonly newText: string;
}

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** Present where it is clear what the author meant. */
  readonly fix?: Fix;
}
