/** Parses TOML around a cursor. The parser stops at the first error, so lines that are broken are left out one by one. */
import { lineAt } from '../../parsers/directives';
import { parseToml } from '../../parsers/tomlParser';
import type { ValueNode } from '../../values';

/** Broken lines besides that of the cursor; a text with more is not being edited but no TOML. */
const MOST_BROKEN_LINES = 20;

/** A line that is only a key, or waits for its value; the parser tells of it at the next line. */
const UNFINISHED = /^[ \t]*[\w."'-]+[ \t]*=?[ \t]*$/gm;

/** What an unfinished line may lack at its end. */
const ENDINGS = ['', ' }', ' ]', ' } ]', ' ] }'];

/** The values with `word` as a key, or as a value, between the two parts; null where neither makes sense. */
export function parseTomlAround(before: string, after: string, word: string): ValueNode | null {
  const rest = lineAt(after, 0);
  // A key that has its value keeps it; what else stands behind the cursor comes after what is being written.
  const key = /^\s*=/.test(after) ? word : `${word} = 0`;
  const lineStart = before.lastIndexOf('\n') + 1;
  const above = blankUnfinished(before.slice(0, lineStart));
  const below = blankUnfinished(after.slice(rest.end));
  for (const written of [key, `"${word}"`])
    for (const ending of ENDINGS) {
      const line = `${before.slice(lineStart)}${written}${after.slice(0, rest.end).trimEnd()}${ending}`;
      const root = parseWithout(above + line + below, lineStart);
      if (root) return root;
    }
  return null;
}

/** Blanks lines with errors until the rest parses; null when the line that begins at `kept` is one of them. */
function parseWithout(whole: string, kept: number): ValueNode | null {
  let text = whole;
  for (let broken = 0; broken <= MOST_BROKEN_LINES; broken++) {
    const { root, problems } = parseToml(text);
    const [problem] = problems;
    if (!problem) return root;
    const line = lineAt(text, problem.span.start);
    if (line.start === kept || line.start === line.end) return null;
    text = `${text.slice(0, line.start)}${' '.repeat(line.end - line.start)}${text.slice(line.end)}`;
  }
  return null;
}

const blankUnfinished = (lines: string) => lines.replace(UNFINISHED, (line) => ' '.repeat(line.length));
