/** Branches that never run: `if False:`, `elif ALGORITHM == "simclr":` where ALGORITHM is always "simsiam". */
import type { PythonCall, PythonFile } from '../../../parsers/python/file';
import { type Decided, decide, type Look } from './condition';
import { constantOf } from './constant';

/** Why the call never runs, in words that go on with "here", or null. */
export function deadBranch(
  { scope, span }: PythonCall,
  file: PythonFile,
  look: Look = (name) => constantOf(name, scope, file),
): string | null {
  for (const conditions of branchesAround(file.text, span.start)) {
    const [own, ...before] = conditions.map((condition) =>
      condition === null ? null : decide(condition, look),
    );
    if (own && !own.holds) return own.because;
    const taken = before.find((decided): decided is Decided => decided?.holds === true);
    if (taken) return taken.because;
  }
  return null;
}

const HEADER = /^(if|elif|while)\b\s*(.*?)\s*:\s*(?:#.*)?$/;
const ELSE = /^else\s*:/;
/** Nobody sees a condition from farther away. */
const MOST_LINES = 400;
/** A condition that is not read: one that goes on in the next line. */
type Condition = string | null;

/**
 * For each branch around a place, from the inside: its own condition (of `else`, one that holds) and, behind it, those
 * that must fail before it. Python's indentation shows them without a syntax tree.
 */
function* branchesAround(text: string, offset: number): Generator<readonly Condition[]> {
  let line = lineBefore(text, offset, true);
  let limit = line ? indentOf(line.words) : 0;
  line = line && lineBefore(text, line.start, false);
  for (let count = 0; line && limit > 0 && count < MOST_LINES; count++) {
    const { words, start } = line;
    const indent = indentOf(words);
    if (words.trim() !== '' && !words.trim().startsWith('#') && indent < limit) {
      limit = indent;
      const own = conditionOf(words.trim());
      if (own !== undefined) yield [own, ...earlier(text, start, indent, words.trim())];
    }
    line = lineBefore(text, start, false);
  }
}

/** Undefined for a line that opens no branch; `else` runs when the others do not. */
function conditionOf(words: string): Condition | undefined {
  if (ELSE.test(words)) return 'True';
  const header = HEADER.exec(words);
  if (header) return header[2];
  return /^(?:if|elif|while)\b/.test(words) ? null : undefined;
}

/** The conditions of the branches of the same statement above an `elif` or `else`. */
function earlier(text: string, offset: number, indent: number, words: string): Condition[] {
  const conditions: Condition[] = [];
  let wants = /^(?:elif\b|else\s*:)/.test(words);
  let line = lineBefore(text, offset, false);
  for (let count = 0; wants && line && count < MOST_LINES; count++) {
    const above = line.words.trim();
    const isStatement = above !== '' && !above.startsWith('#') && indentOf(line.words) <= indent;
    if (isStatement) {
      // The `else` of a loop or of `try` runs whatever they are.
      const isBranch = indentOf(line.words) === indent && /^(?:if|elif)\b/.test(above);
      if (isBranch) conditions.push(conditionOf(above) ?? null);
      wants = isBranch && above.startsWith('elif');
    }
    line = lineBefore(text, line.start, false);
  }
  return conditions;
}

/** The line that holds an offset, or the one above the line that begins there. */
function lineBefore(text: string, offset: number, holds: boolean): { words: string; start: number } | null {
  if (!holds && offset === 0) return null;
  const end = holds ? endOfLine(text, offset) : offset - 1;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return { words: text.slice(start, end).replace(/\r$/, ''), start };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Tabs reach to the next multiple of eight, as in Python. */
function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width++;
    else if (character === '\t') width += 8 - (width % 8);
    else break;
  }
  return width;
}
