/** Reads TOML into the syntax-neutral value tree; after a syntax error nothing of the text is known. */
import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { Span } from '../../objective/definition';
import { DEEPEST_NESTING, type ParsedText, refuseDeepText, refuseLongText, visibleSpan } from './parsedText';
import { buildTomlTree } from './tomlTree';

/** The parser's time grows with the square of a list's length: this much text takes half a second at worst. */
const LONGEST_TOML = 150_000;

/** Never throws. */
export function parseToml(text: string): ParsedText {
  const refusal = refuseLongText(text, 'TOML file', LONGEST_TOML);
  if (refusal) return refusal;
  // A byte order mark is no TOML; blanking it keeps every offset.
  const toml = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const deep = findDeepNesting(toml);
  if (deep) return refuseDeepText('TOML file', deep);
  try {
    return buildTomlTree(parseTOML(toml));
  } catch (error) {
    if (error instanceof ParseError) return { root: null, problems: [describe(error, toml)] };
    throw error;
  }
}

/** Strings and comments, in which brackets mean nothing, and the brackets that do. */
const BRACKETS = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[[\]{}]/g;

/** Where nesting exceeds the limit: the parser itself recurses, and must not be given such a text. */
function findDeepNesting(text: string): Span | null {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(BRACKETS)) {
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
    if (depth > DEEPEST_NESTING) return { start: index, end: index + 1 };
  }
  return null;
}

const EXPLANATIONS: Readonly<Record<string, string | undefined>> = {
  'Unspecified values are invalid': 'a value is expected here, for example 0.1',
  'Expected equal (=) token': 'an equals sign is expected between key and value',
  'Expected comma (,) token': 'a comma is expected between two entries',
  'Unterminated array': 'the list is not closed: ] is missing',
  'Unterminated inline table': 'the table is not closed: } is missing',
  'Unterminated string constant': 'the string is not closed: its quote is missing',
  'Defining a key multiple times is invalid': 'this key stands twice; TOML takes each key once',
  'Must be a newline': 'one line holds one key and its value',
};

function describe({ message, index }: ParseError, text: string) {
  const span = visibleSpan(index, index + 1, text);
  const word = text.slice(span.start, span.end);
  const why = message.startsWith('Unexpected')
    ? `\`${word}\` does not belong here; text stands in double quotes, numbers are written like 0.1 or 1e-3`
    : (EXPLANATIONS[message] ?? message.charAt(0).toLowerCase() + message.slice(1));
  return { message: `TOML syntax: ${why}.`, span };
}
