/** Comments that say what a loss is like, above its class or a call: `# objective-lens: {objective: supcon, temperature: tau}`. */
import type { Span } from '../../../objective/definition';
import type { Finding } from '../../finding';
import { movedFinding } from '../../movedReading';
import { type Directive, directivesIn } from '../../parsers/directives';
import { parseYaml } from '../../parsers/yamlParser';
import { FindingList } from '../findingList';
import { withoutBindings } from './bindingKeys';
import type { LossDescription } from './customLoss';
import { readLossDescription } from './readLossDescription';

export interface CommentedLoss {
  readonly description: LossDescription;
  /** The line that the comment speaks of. */
  readonly line: Span;
  /** The comment's own words. */
  readonly span: Span;
}

/** Of a Python text. What is wrong is told at its place in the comment. Never throws. */
export function commentedLosses(text: string): {
  readonly losses: readonly CommentedLoss[];
  readonly findings: readonly Finding[];
} {
  const losses: CommentedLoss[] = [];
  const findings: Finding[] = [];
  for (const directive of directivesIn(text, 'python')) {
    if (!directive.text.startsWith('{')) continue;
    const read = readComment(directive);
    findings.push(...read.findings);
    if (read.description)
      losses.push({ description: read.description, line: directive.line, span: directive.span });
  }
  return { losses, findings };
}

function readComment({ text, span }: Directive): {
  readonly description: LossDescription | null;
  readonly findings: readonly Finding[];
} {
  // Behind the map there may be words for readers.
  const map = text.slice(0, text.lastIndexOf('}') + 1) || text;
  const findings = new FindingList();
  const { root, problems } = parseYaml(map, 'objective-file');
  for (const problem of problems) findings.invalid(problem.span, problem.message);
  const place = { likeKey: 'objective', headSpan: { start: 0, end: map.length }, origin: 'literal' } as const;
  const described = root && problems.length === 0 ? withoutBindings(root) : null;
  const description = described && readLossDescription(described, place, findings);
  const move = (place: Span) => ({ start: place.start + span.start, end: place.end + span.start });
  return { description, findings: findings.findings.map((finding) => movedFinding(finding, move)) };
}

/** The names of the classes and functions of the text that such comments stand above, decorators between them. */
export function commentedNames(text: string): readonly string[] {
  return commentedLosses(text).losses.flatMap(({ line }) => definedFrom(text, line.start)?.name ?? []);
}

/** What the comments above a class or function, whose definition begins at an offset, say. */
export function commentAbove(text: string, offset: number): LossDescription | null {
  const above = commentedLosses(text).losses.find(({ line }) => {
    const defined = definedFrom(text, line.start);
    return defined !== null && line.start <= offset && offset <= defined.end;
  });
  return above?.description ?? null;
}

const DEFINITION = /[ \t]*(?:async[ \t]+)?(?:class|def)[ \t]+([\p{L}_][\p{L}\p{N}_]*)/uy;
const DECORATOR = /[ \t]*@[^\n]*\n/y;

export function definedFrom(
  text: string,
  start: number,
): { readonly name: string; readonly end: number } | null {
  let at = start;
  for (DECORATOR.lastIndex = at; DECORATOR.test(text); ) at = DECORATOR.lastIndex;
  DEFINITION.lastIndex = at;
  const found = DEFINITION.exec(text);
  return found && { name: found[1], end: at + found[0].length };
}

/** Comments that stand above no class or function: they speak of a call. */
export function callComments(text: string, losses: readonly CommentedLoss[]): readonly CommentedLoss[] {
  return losses.filter(({ line }) => definedFrom(text, line.start) === null);
}
