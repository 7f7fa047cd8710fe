/** Finds the comments of a text, and nothing that only looks like one inside a string. */
import { createScanner } from 'jsonc-parser';
import { Lexer } from 'yaml';
import type { Span } from '../../objective/definition';
import { fencesOf, readAs } from './markdownFences';
import { shellComments } from './shellCommands';

export type CommentSyntax = 'python' | 'yaml' | 'toml' | 'json' | 'shell' | 'markdown';

export interface Comment {
  /** With its mark, `#` or `//`. */
  readonly text: string;
  readonly span: Span;
  /** Whether nothing else stands before it on its line. */
  readonly alone: boolean;
}

/** In the order of the text. Never throws; behind a syntax error it may miss comments. */
export function commentsOf(text: string, syntax: CommentSyntax): Comment[] {
  return spansOf(text, syntax).map((span) => {
    const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
    return {
      text: text.slice(span.start, span.end),
      span,
      alone: /^[\s\uFEFF]*$/.test(text.slice(lineStart, span.start)),
    };
  });
}

function spansOf(text: string, syntax: CommentSyntax): Span[] {
  switch (syntax) {
    case 'yaml':
      return yamlComments(text);
    case 'json':
      return jsonComments(text);
    case 'shell':
      return [...shellComments(text)];
    case 'markdown':
      return fencedComments(text);
    default:
      return hashComments(text);
  }
}

/** Strings of Python and TOML, in which `#` means nothing, and comments. Both have the same quotes. */
const STRINGS_AND_COMMENTS =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\r\n]*/g;

function hashComments(text: string): Span[] {
  return [...text.matchAll(STRINGS_AND_COMMENTS)]
    .filter(([token]) => token.startsWith('#'))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

/** The lexer marks with these what has no characters: a document, an error, and that a scalar follows. */
const SCALAR_FOLLOWS = '\u001F';
const WITHOUT_WIDTH = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);

function yamlComments(text: string): Span[] {
  const found: Span[] = [];
  let at = 0;
  let last = '';
  for (const token of new Lexer().lex(text)) {
    if (WITHOUT_WIDTH.has(token)) {
      last = token;
      continue;
    }
    if (token.startsWith('#') && last !== SCALAR_FOLLOWS) found.push({ start: at, end: at + token.length });
    at += token.length;
    last = token;
  }
  return found;
}

/** jsonc-parser's number for a comment to the end of the line; its `SyntaxKind` is a const enum, which is not kept. */
const LINE_COMMENT = 12;

function jsonComments(text: string): Span[] {
  const scanner = createScanner(text, false);
  const found: Span[] = [];
  while (scanner.getPosition() < text.length) {
    const token: number = scanner.scan();
    const start = scanner.getTokenOffset();
    if (token === LINE_COMMENT) found.push({ start, end: start + scanner.getTokenLength() });
  }
  return found;
}

/** Of the fenced code that is read: outside of it `#` begins a heading. */
function fencedComments(text: string): Span[] {
  return fencesOf(text).flatMap((fence) => {
    const syntax = readAs(fence);
    if (syntax === null) return [];
    return spansOf(fence.code.text, syntax).map((span) => fence.code.locate(span));
  });
}

/** How comments are written in a file of this path; null where there are none. A notebook's cells are Python. */
export function commentSyntaxOf(path: string): CommentSyntax | null {
  const ending = /\.(py|ya?ml|toml|json|sh|md)$/.exec(path.toLowerCase())?.[1];
  if (ending === undefined) return null;
  return ENDINGS[ending] ?? null;
}

const ENDINGS: Readonly<Record<string, CommentSyntax | undefined>> = {
  py: 'python',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
  sh: 'shell',
  md: 'markdown',
};
