/** Collects what a reader finds wrong, and knows whether it was bad enough to keep the value from being used. */
import type { Span } from '../../objective/definition';
import type { Finding, RuleId, Severity } from '../finding';

export class FindingList {
  readonly findings: Finding[] = [];

  add(rule: RuleId, severity: Severity, span: Span, message: string): void {
    this.findings.push({ rule, severity, span, message });
  }

  /** A value that no analysis may use. */
  invalid(span: Span, message: string): void {
    this.add('invalid-value', 'error', span, message);
  }

  /** A value that is fine and cannot be read yet: the analysis goes on without it. */
  unread(span: Span, message: string): void {
    this.add('invalid-value', 'warning', span, message);
  }

  unknownName(span: Span, message: string): void {
    this.add('unknown-argument', 'warning', span, message);
  }

  /** The first finding that keeps the objective from being analysed, or null. */
  get firstError(): Finding | null {
    return this.findings.find(({ severity }) => severity === 'error') ?? null;
  }
}
