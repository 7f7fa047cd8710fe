/**
 * The table of expectations: what a correct reader says of public repositories. Plain text, one row a line:
 *
 *     # what follows is a remark
 *     [owner/name]                      a repository: rows below it are about its files
 *     train.py:31      supcon           temperature=0.1 origin=literal      an objective whose head is on line 31
 *     conf/a.yaml:3-9  y-aware          bandwidth=2 rule=bandwidth-is-variance
 *     tests.py:7       finding          rule=invalid-value                  only a finding, on that line
 *     main_ce.py       none                                                no objective and no finding
 *     docs/**          any                                                 not judged
 *
 * A file is judged by the first row that names it, or whose glob it matches: with rows for lines, whatever else it
 * holds is a false alarm. Facts: `temperature`, `bandwidth`, `batch`, `views` and `dimension` (numbers, or `?` for unknown),
 * `origin` and `missing` (of the temperature), `similarity`, `kernel`, `positives`, `dialect`, `name`, `rule` (a
 * finding that it must have; several with commas). Values with blanks stand in double quotes.
 */
import { OBJECTIVE_FILE_KINDS, type ObjectiveKind } from '../../src/objective/definition';

/** Every kind of objective that a row can name. */
const KINDS: readonly string[] = [
  ...OBJECTIVE_FILE_KINDS,
  'rank-n-contrast',
  'decoupled',
  'clip',
  'balanced-supcon',
  'targeted-supcon',
  'parametric-supcon',
  'other',
] satisfies readonly ObjectiveKind[];

export const FACTS = [
  'temperature',
  'origin',
  'missing',
  'bandwidth',
  'batch',
  'views',
  'dimension',
  'similarity',
  'kernel',
  'positives',
  'dialect',
  'name',
  'rule',
] as const;
export type Fact = (typeof FACTS)[number];

export type Row = {
  /** Where the row stands in the table, counted from 1. */
  readonly tableLine: number;
  /** A path below the repository's root, or a glob. */
  readonly file: string;
} & (
  | { readonly kind: 'none' | 'any' }
  | {
      readonly kind: 'finding' | ObjectiveKind;
      readonly from: number;
      readonly to: number;
      readonly facts: Readonly<Partial<Record<Fact, string>>>;
    }
);
export type LineRow = Extract<Row, { from: number }>;

export interface Expected {
  /** `owner/name`. */
  readonly repository: string;
  readonly rows: readonly Row[];
}

/** Throws on a row that says nothing: a typing error must not turn an expectation off. */
export function parseTable(text: string): readonly Expected[] {
  const repositories: { repository: string; rows: Row[] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = wordsOf(line);
    if (words.length === 0) continue;
    const section = /^\[(.+)\]$/.exec(words[0]);
    if (section) {
      repositories.push({ repository: section[1], rows: [] });
      continue;
    }
    const current = repositories.at(-1);
    if (!current) throw new Error(`Line ${index + 1} of the table stands above any [owner/name].`);
    current.rows.push(rowOf(words, index + 1));
  }
  return repositories;
}

/** Words with their quotes kept together; nothing behind a `#` that begins a word. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  const remark = words.findIndex((word) => word.startsWith('#'));
  return remark < 0 ? words : words.slice(0, remark);
}

function rowOf([place, kind = '', ...rest]: readonly string[], tableLine: number): Row {
  const wrong = (what: string) => new Error(`Line ${tableLine} of the table: ${what}.`);
  const [, file, from, to] = /^(.+?)(?::(\d+)(?:-(\d+))?)?$/.exec(place) ?? [];
  if (kind === 'none' || kind === 'any') {
    if (from !== undefined || rest.length > 0)
      throw wrong(`\`${kind}\` speaks of whole files, without facts`);
    return { tableLine, file, kind };
  }
  if (kind !== 'finding' && !isKind(kind)) throw wrong(`there is no kind \`${kind}\``);
  if (from === undefined) throw wrong('an expectation needs a line, `file:12`');
  const facts = Object.fromEntries(rest.map((word) => factOf(word, wrong)));
  if (kind === 'finding' && facts.rule === undefined) throw wrong('a finding needs its rule');
  return { tableLine, file, kind, from: Number(from), to: Number(to ?? from), facts };
}

const isKind = (kind: string): kind is ObjectiveKind => KINDS.includes(kind);

function factOf(word: string, wrong: (what: string) => Error): [string, string] {
  const [, name, value] = /^([a-z]+)=(.+)$/.exec(word) ?? [];
  if (name === undefined || !(FACTS as readonly string[]).includes(name))
    throw wrong(`\`${word}\` is no fact`);
  return [name, value.replaceAll('"', '')];
}
