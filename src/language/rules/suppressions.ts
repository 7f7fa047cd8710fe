/**
 * Comments that silence findings: `# objective-lens: ignore` silences all that begin on its line, or, standing alone,
 * on the next; `ignore[radius, dimension]` only those of the named rules. The objective itself stays in sight.
 */
import type { Span } from '../../objective/definition';
import { closestName, didYouMean } from '../dialects/closestName';
import type { Finding, RuleId } from '../finding';
import type { SourceDocument } from '../languageService';
import { notebookProgram } from '../notebook';
import { commentSyntaxOf } from '../parsers/comments';
import { type Directive, directivesIn } from '../parsers/directives';
import { RULES } from './registry';

export interface Suppression {
  /** Findings that begin in here are silenced. */
  readonly line: Span;
  /** Null for all rules. */
  readonly rules: readonly RuleId[] | null;
}

export interface Suppressions {
  readonly suppressions: readonly Suppression[];
  /** What is wrong with the comments themselves. */
  readonly findings: readonly Finding[];
}

type Source = Pick<SourceDocument, 'path' | 'text' | 'cells'>;

export function suppressionsIn(source: Source): Suppressions {
  const read = placedDirectives(source).map(readDirective);
  return {
    suppressions: read.flatMap(({ suppression }) => suppression ?? []),
    findings: read.flatMap(({ findings }) => findings),
  };
}

export function withoutSilenced(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  return findings.filter(({ rule, span: { start } }) => {
    const silences = ({ line, rules }: Suppression) =>
      line.start <= start && start <= line.end && (rules === null || rules.includes(rule));
    return !suppressions.some(silences);
  });
}

function placedDirectives(source: Source): Directive[] {
  const { path, text } = source;
  if (!path.toLowerCase().endsWith('.ipynb')) {
    const syntax = commentSyntaxOf(path);
    return syntax === null ? [] : directivesIn(text, syntax);
  }
  // Before a notebook is read a second time for its comments: most have none of ours.
  if (!text.includes('objective-lens:')) return [];
  const program = notebookProgram(source);
  return directivesIn(program.text, 'python').map((directive) => ({
    ...directive,
    span: program.locate(directive.span),
    line: program.locate(directive.line),
  }));
}

interface ReadDirective {
  readonly suppression: Suppression | null;
  readonly findings: readonly Finding[];
}

const NAMED_RULES = /^ignore\s*\[([^\]]*)\]/;

function readDirective({ text, span, line }: Directive): ReadDirective {
  const named = NAMED_RULES.exec(text);
  if (named) return readNamed(named[1], span.start + named[0].indexOf('[') + 1, line);
  if (/^ignore\b(?!\s*\[)/.test(text)) return { suppression: { line, rules: null }, findings: [] };
  // What a loss is like is read where the loss is.
  if (text.startsWith('{')) return { suppression: null, findings: [] };
  const message =
    `This comment has no effect: behind \`objective-lens:\` stands \`ignore\`, \`ignore[RULE]\`, what the loss ` +
    'below it is like, for example `{ objective: supcon, temperature: tau }`, or its data, `{ classes: [500, 50] }`.';
  const length = /^\S*/.exec(text)?.[0].length ?? 0;
  return {
    suppression: null,
    findings: [information({ start: span.start, end: span.start + length }, message)],
  };
}

function readNamed(names: string, offset: number, line: Span): ReadDirective {
  const rules: RuleId[] = [];
  const findings: Finding[] = [];
  for (const { 0: name, index } of names.matchAll(/[^\s,]+/g)) {
    if (isRule(name)) rules.push(name);
    else findings.push(unknownRule(name, { start: offset + index, end: offset + index + name.length }));
  }
  return { suppression: { line, rules }, findings };
}

const isRule = (name: string): name is RuleId => Object.hasOwn(RULES, name);

function unknownRule(name: string, span: Span): Finding {
  const known = Object.keys(RULES);
  const guess = didYouMean(name, known) || ` The rules are ${known.join(', ')}.`;
  const meant = closestName(name, known);
  return {
    ...information(span, `There is no rule \`${name}\`, so this comment silences nothing by it.${guess}`),
    ...(meant === null ? {} : { fix: { title: `Write ${meant}`, span, newText: meant } }),
  };
}

const information = (span: Span, message: string): Finding => ({
  rule: 'unknown-argument',
  severity: 'information',
  message,
  span,
});
