/** Reads what somebody wishes for: a file with the similarities that classes shall have, written in one of four ways. */
import type { Wish } from '../../geometry/remedy/design/designObjective';
import { FindingList } from '../dialects/findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from '../dialects/inline/entries';
import { readNumber, TEMPERATURE } from '../dialects/inline/numbers';
import type { Finding } from '../finding';
import { parseJson } from '../parsers/jsonParser';
import { firstLine, type ParsedText } from '../parsers/parsedText';
import { parseYaml } from '../parsers/yamlParser';
import type { MapEntry } from '../values';
import { parseCsvTarget } from './csvTarget';
import { readArc } from './readArc';
import { readHierarchy } from './readHierarchy';
import { readConfusion, readSimilarities } from './readMatrices';

export interface DesignTarget {
  /** Null after an error in `findings`. */
  readonly wish: Wish | null;
  /** The file's own temperature, or null when it names none. */
  readonly temperature: number | null;
  readonly findings: readonly Finding[];
}

const WAYS = {
  similarities: readSimilarities,
  hierarchy: readHierarchy,
  arc: readArc,
  confusion: readConfusion,
};
const WAY_NAMES = Object.keys(WAYS) as (keyof typeof WAYS)[];
const KEYS = [...WAY_NAMES, 'heights', 'classes', 'temperature'];
const EXAMPLE = '`hierarchy: [[cat, dog], [car, truck]]` with `heights: [0.8, 0.2]`';

/** The file's name tells its syntax: `.csv` is a matrix by itself, `.json` is JSON, all else YAML. Never throws. */
export function readDesignTarget(text: string, fileName: string): DesignTarget {
  const findings = new FindingList();
  const parsed = parse(text, fileName);
  for (const { span, message } of parsed.problems) findings.invalid(span, message);
  if (parsed.problems.length > 0) return { wish: null, temperature: null, findings: findings.findings };
  const { root } = parsed;
  if (root?.kind !== 'map' || root.entries.length === 0) {
    findings.invalid(
      root?.span ?? firstLine(text),
      `A design target is a map with one of the keys ${WAY_NAMES.join(', ')}. Write, for example, ${EXAMPLE}.`,
    );
    return { wish: null, temperature: null, findings: findings.findings };
  }
  return readTarget(root.entries, findings);
}

function parse(text: string, fileName: string): ParsedText {
  if (/\.csv$/i.test(fileName)) return parseCsvTarget(text);
  return /\.json$/i.test(fileName) ? parseJson(text) : parseYaml(text, 'objective-file');
}

function readTarget(entries: readonly MapEntry[], findings: FindingList): DesignTarget {
  reportRepeatedKeys(entries, findings);
  reportUnknownKeys(entries, KEYS, 'A design target', findings);
  const written = findEntry(entries, 'temperature');
  const temperature = written ? readNumber(written.value, 'temperature', TEMPERATURE, findings) : null;
  const ways = WAY_NAMES.filter((name) => findEntry(entries, name));
  const wish = ways.length === 1 ? WAYS[ways[0]](entries, findings) : rejectWays(ways, entries, findings);
  const isWrong = findings.firstError !== null;
  return {
    wish: isWrong ? null : wish,
    temperature: temperature?.kind === 'value' ? temperature.value : null,
    findings: findings.findings,
  };
}

function rejectWays(ways: readonly string[], entries: readonly MapEntry[], findings: FindingList): null {
  if (ways.length > 1) {
    const second = findEntry(entries, ways[1])!;
    findings.invalid(
      second.keySpan,
      `\`${ways[1]}\` stands beside \`${ways[0]}\`, but a target is wished for in one way only. Remove one of them.`,
    );
    return null;
  }
  findings.invalid(
    entries[0].keySpan,
    `A design target needs one of the keys ${WAY_NAMES.join(', ')}. Write, for example, ${EXAMPLE}.`,
  );
  return null;
}
