/** Gives the objectives of a text the data that comments at their lines bind to them. */
import type { Definition, Span } from '../../../objective/definition';
import type { NamedFiles } from '../../dataFiles';
import type { Finding } from '../../finding';
import type { CommentSyntax } from '../../parsers/comments';
import type { Reading } from '../../reading';
import { commentReader } from '../inline/boundValue';
import { type BoundData, withBoundData } from './boundData';
import { type CommentBinding, commentBindings } from './commentBindings';
import { definedFrom } from './commentedLosses';

/** Files are named relative to the text. What is wrong is told at its place in the comment. */
export function withCommentBindings(
  reading: Reading,
  text: string,
  syntax: CommentSyntax,
  files: NamedFiles,
): Reading {
  const { bindings, findings } = commentBindings(text, syntax, files);
  if (bindings.length === 0 && findings.length === 0) return reading;
  const read = commentReader(files);
  let { definitions } = reading;
  const reports: Finding[] = [...findings];
  // Of two comments that bind the same the nearer one, which is read later, counts.
  for (const binding of bindings) {
    const meant = objectivesAt(binding, definitions, text);
    const after = meant.map((definition) => withBoundData(definition, binding.data, read));
    reports.push(...withoutEffect(binding, meant, after));
    definitions = definitions.map((definition) => after[meant.indexOf(definition)] ?? definition);
    if (meant.length === 0 && isLost(binding, reading, text, syntax))
      reports.push(bindsNothing(binding, syntax));
  }
  return { ...reading, definitions, findings: [...reading.findings, ...reports], dataRequests: files.wanted };
}

/** The data that a comment above a class or function, whose definition begins at an offset, binds to its objectives. */
export function bindingAbove(text: string, offset: number): BoundData | null {
  const above = commentBindings(text, 'python').bindings.find(({ line }) => {
    const defined = definedFrom(text, line.start);
    return defined !== null && line.start <= offset && offset <= defined.end;
  });
  return above?.data ?? null;
}

interface Placed {
  readonly span: Span;
  readonly headSpan: Span;
}

/** Those that begin on the line; else the one around it; else those in the block that the line opens. */
function objectivesAt<T extends Placed>(
  { line }: CommentBinding,
  objectives: readonly T[],
  text: string,
): T[] {
  const isAt = ({ start }: Span) => line.start <= start && start <= line.end;
  const own = objectives.filter(({ span, headSpan }) => isAt(span) || isAt(headSpan));
  if (own.length > 0) return own;
  const around = objectives.filter(({ span }) => span.start <= line.start && line.start < span.end);
  if (around.length > 0) return around.sort((a, b) => length(a.span) - length(b.span)).slice(0, 1);
  const end = blockEnd(line, text);
  return objectives.filter(({ headSpan }) => line.end < headSpan.start && headSpan.start < end);
}

const length = ({ start, end }: Span) => end - start;

/** Where the lines below that stand further in end: those of a key's map, or of a call over several lines. */
function blockEnd(line: Span, text: string): number {
  const indent = indentOf(text.slice(line.start, line.end));
  let at = line.end + 1;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = text.slice(at, end < 0 ? text.length : end);
    if (next.trim() !== '' && indentOf(next) <= indent) break;
    at += next.length + 1;
  }
  return at;
}

const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/** Above a class it binds the data of all its objects, wherever they are made; a broken objective is told of already. */
function isLost(binding: CommentBinding, reading: Reading, text: string, syntax: CommentSyntax): boolean {
  // Markdown shows much that is no program.
  if (binding.isDescription || reading.incompleteBecause !== null || syntax === 'markdown') return false;
  if (syntax === 'python' && definedFrom(text, binding.line.start) !== null) return false;
  return objectivesAt(binding, reading.broken, text).length === 0;
}

function bindsNothing({ span }: CommentBinding, syntax: CommentSyntax): Finding {
  const what =
    syntax === 'python'
      ? 'Put it directly above the call of the loss; where the loss is not known here, add what it is like, for example `objective: supcon`.'
      : `Put it directly above ${syntax === 'shell' ? 'a command that trains with one' : 'the key that names the loss'}.`;
  return {
    rule: 'unknown-argument',
    severity: 'information',
    message: `This comment binds data to nothing: no objective begins on its line, or on the line below it. ${what}`,
    span,
  };
}

/** Keys that no objective of the line took. */
function withoutEffect(
  { keys }: CommentBinding,
  before: readonly Definition[],
  after: readonly Definition[],
): Finding[] {
  const [first] = before;
  if (!first) return [];
  const isTaken = (key: string) =>
    before.some(({ parameters }, i) => {
      const { parameters: bound } = after[i];
      const names = key === 'classes' || key === 'labels' ? [key, 'samples'] : [key];
      return names.some((name) => bound[name as 'samples'] !== parameters[name as 'samples']);
    });
  return keys
    .filter(({ key }) => !isTaken(key))
    .map(({ key, span }) => ({
      rule: 'unknown-argument',
      severity: 'information',
      message: `\`${key}\` has no effect on ${first.name}: ${/^[aeiou]/.test(first.kind) ? 'an' : 'a'} ${first.kind} objective does not depend on it. Remove it.`,
      span,
    }));
}
