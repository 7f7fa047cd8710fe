/** Parses YAML around a cursor. The parser recovers from most errors; a line that is no entry yet swallows the next one. */
import { parseYaml } from '../../parsers/yamlParser';
import type { ValueNode } from '../../values';

/** A line that holds something, but neither a key nor an item nor a bracket: somebody has stopped in the middle of it. */
const UNFINISHED = /^(?=.*\S)(?!\s*#)[^:[\]{}\n]*$/gm;

export function parseYamlAround(before: string, word: string, after: string): ValueNode | null {
  const whole = parseYaml(before + word + after, 'objective-file');
  if (whole.problems.length === 0) return whole.root;
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = after.indexOf('\n') < 0 ? after.length : after.indexOf('\n');
  const mended =
    blankUnfinished(before.slice(0, lineStart)) +
    before.slice(lineStart) +
    word +
    after.slice(0, lineEnd) +
    blankUnfinished(after.slice(lineEnd));
  const other = parseYaml(mended, 'objective-file');
  return other.problems.length < whole.problems.length ? other.root : whole.root;
}

const blankUnfinished = (lines: string) =>
  lines.replace(UNFINISHED, (line) => (/^\s*-\s/.test(line) ? line : ' '.repeat(line.length)));
