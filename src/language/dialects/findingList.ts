/** Collects what a reader finds wrong, and knows whether it was bad enough to keep the value from being used. */
import type { Span } from '../../objective/definition';
import type { Finding, Fix, RuleId, Severity } from '../finding';

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

  /** `meant` is what a name was meant to be, where that is clear. */
  unknownName(span: Span, message: string, name?: string, meant?: string | null): void {
    const finding = { rule: 'unknown-argument', severity: 'warning', span, message } as const;
    this.findings.push(name && meant ? { ...finding, fix: renaming(span, name, meant) } : finding);
  }

  /** The first finding that keeps the objective from being analysed, or null. */
  get firstError(): Finding | null {
    return this.findings.find(({ severity }) => severity === 'error') ?? null;
  }
}

/** Names in quotes keep them: every syntax that has them takes double ones. */
function renaming(span: Span, name: string, meant: string): Fix {
  const isQuoted = span.end - span.start > name.length;
  return { title: `Write ${meant}`, span, newText: isQuoted ? JSON.stringify(meant) : meant };
}
