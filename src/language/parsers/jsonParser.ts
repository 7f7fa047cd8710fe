/** Reads JSON into the syntax-neutral value tree, keeping what stands before and after a syntax error. */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../../objective/definition';
import type { MapEntry, ValueNode } from '../values';
import {
  DEEPEST_NESTING,
  type ParsedText,
  refuseDeepText,
  refuseLongText,
  type SyntaxProblem,
  visibleSpan,
} from './parsedText';

/** Never throws. Comments and trailing commas are taken, as editors take them; repeated keys are all kept. */
export function parseJson(text: string): ParsedText {
  const refusal = refuseLongText(text, 'JSON file');
  if (refusal) return refusal;
  // A byte order mark is no JSON; blanking it keeps every offset.
  const json = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const tooDeep = findDeepNesting(json);
  if (tooDeep) return refuseDeepText('JSON file', tooDeep);
  const errors: ParseError[] = [];
  const tree = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return { root: tree ? convert(tree) : null, problems: errors.map((error) => describe(error, json)) };
}

/** Where nesting exceeds the limit, found without recursion. */
function findDeepNesting(text: string): Span | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    // A string token begins with its quote, so a bracket here is a bracket.
    if ('{['.includes(text[start])) depth++;
    if ('}]'.includes(text[start])) depth--;
    if (depth > DEEPEST_NESTING) return { start, end: start + scanner.getTokenLength() };
  }
  return null;
}

function convert(node: Node): ValueNode {
  const span = spanOf(node);
  switch (node.type) {
    case 'number':
      return { kind: 'number', value: Number(node.value), span };
    case 'string':
      return { kind: 'string', value: String(node.value), span };
    case 'boolean':
      return { kind: 'boolean', value: node.value === true, span };
    case 'array':
      return { kind: 'list', items: (node.children ?? []).map(convert), span };
    case 'object':
      return { kind: 'map', entries: (node.children ?? []).flatMap(convertProperty), span };
    default:
      return { kind: 'null', span };
  }
}

/** A half-typed property has a key and no value yet: it reads as null, which its reader reports. */
function convertProperty(node: Node): MapEntry[] {
  const [key, value] = node.children ?? [];
  if (!key) return [];
  const keySpan = spanOf(key);
  const missing: ValueNode = { kind: 'null', span: keySpan };
  return [{ key: String(key.value), keySpan, value: value ? convert(value) : missing }];
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  InvalidNumberFormat: 'this is not a number as JSON writes them, for example 0.1 or 1e-3',
  PropertyNameExpected: 'a key in double quotes is expected here, for example "temperature"',
  ValueExpected: 'a value is expected here, for example 0.1',
  ColonExpected: 'a colon is expected between key and value',
  CommaExpected: 'a comma is expected between two entries',
  CloseBraceExpected: 'the map that begins above is not closed: } is missing',
  CloseBracketExpected: 'the list that begins above is not closed: ] is missing',
  EndOfFileExpected: 'the file holds one value; what follows it is not read',
  UnexpectedEndOfString: 'the string is not closed: " is missing',
};

function describe(error: ParseError, text: string): SyntaxProblem {
  const span = visibleSpan(error.offset, error.offset + error.length, text);
  const word = text.slice(span.start, Math.min(span.end, span.start + 40));
  const code = printParseErrorCode(error.error);
  const why =
    code === 'InvalidSymbol'
      ? `\`${word}\` is no JSON value; numbers must be finite, words are true, false, null or stand in double quotes`
      : (EXPLANATIONS[code] ?? code);
  return { message: `JSON syntax: ${why}.`, span };
}
