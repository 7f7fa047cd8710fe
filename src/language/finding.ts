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
  | 'unknown-argument'
  | 'invalid-value'
  | 'missing-data';

export type Severity = 'error' | 'warning' | 'information';
/** What a user may set for a rule. */
export type SeveritySetting = Severity | 'off';

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}
