/** Writes a new keyword argument into the call that builds a loss. */
import type { RemedyValue } from '../../geometry/analysis';
import type { Definition, Span } from '../../objective/definition';
import type { CustomLoss } from '../dialects/custom/customLoss';
import { Modules } from '../dialects/python/program/modules';
import { Program } from '../dialects/python/program/program';
import { readLosses } from '../dialects/python/pythonObjectives';
import type { CallNode, PythonFile } from '../parsers/python/file';
import { NamedSources, type SourceTexts } from '../sourceFiles';
import { CONVERSIONS } from './argumentNames';
import { literal, short } from './literals';
import { ownLineIndent } from './mapEdits';
import { libraryWords } from './replacements';
import type { TextEdit } from './textEdit';

/** The program of a document; `locate` tells where its text stands there, and `inText` how it is written there. */
export interface ProgramText {
  readonly path: string;
  readonly text: string;
  locate(span: Span): Span;
  inText(text: string): string;
}

export interface ProgramNeeds {
  readonly sources: SourceTexts;
  readonly dialects: readonly CustomLoss[];
  parsePython(text: string): PythonFile;
}

export function insertedArguments(
  source: ProgramText,
  before: Definition,
  needs: ProgramNeeds,
  names: readonly string[],
  value: RemedyValue,
): readonly TextEdit[] {
  const found = findCall(source, before, needs);
  if (!found) return [];
  const given = found.call.arguments.map((argument) => argument.name);
  const known = names.filter((name) => found.accepts(name) && !given.includes(name));
  return known.flatMap((name) =>
    writtenFor(name, value).map((written) => insertion(source, found.call, `${name}=${written}`)),
  );
}

function findCall(
  { path, text, locate }: ProgramText,
  before: Definition,
  { sources, dialects, parsePython }: ProgramNeeds,
): { readonly call: CallNode; accepts(name: string): boolean } | null {
  const entry = { path, file: parsePython(text) };
  const program = new Program(new Modules(entry, new NamedSources(sources), parsePython));
  const losses = readLosses(program, dialects);
  const loss = losses.find(({ definition }) => {
    const [span, head] = [locate(definition.span), locate(definition.headSpan)];
    return span.start === before.span.start && head.start === before.headSpan.start;
  });
  if (!loss) return null;
  const { site, identified } = loss;
  const call = site.call();
  const parameters = identified.loss.parameters.map(({ name }) => name);
  // A class that takes anything may do anything with what it does not name.
  return { call, accepts: (name) => parameters.includes(name) };
}

/** In the units that a library may count in; reading tells which it is. */
function writtenFor(name: string, value: RemedyValue): readonly string[] {
  if (name === 'use_cosine_similarity') return [literal(value === 'cosine', 'python')];
  if (typeof value === 'string') return libraryWords(value).map((word) => literal(word, 'python'));
  if (typeof value === 'number')
    return [...new Set(CONVERSIONS.map((convert) => literal(short(convert(value)), 'python')))];
  const numbers = Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
  if (numbers.length === 0) return [];
  return CONVERSIONS.map((convert) => literal(numbers.map(convert).map(short), 'python'));
}

/** Behind the last argument, on a line of its own where that one has its own. */
function insertion({ text, locate, inText }: ProgramText, call: CallNode, argument: string): TextEdit {
  const last = call.arguments.at(-1);
  if (!last) {
    const end = locate(call.span).end - 1;
    return { span: { start: end, end }, text: inText(argument), between: ', ' };
  }
  const { end } = last.value.span;
  const indent = ownLineIndent(text, (last.nameSpan ?? last.value.span).start);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = indent === null ? ', ' : `,${lineBreak}${indent}`;
  const at = locate({ start: end - 1, end }).end;
  return { span: { start: at, end: at }, text: inText(`${separator}${argument}`) };
}
