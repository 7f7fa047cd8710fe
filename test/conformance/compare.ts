/** Compares what was read in a repository with what the table expects of it: hits, misses and false alarms. */
import picomatch from 'picomatch';
import type { RuleId } from '../../src/language/finding';
import type { Definition } from '../../src/objective/definition';
import type { Fact, LineRow, Row } from './table';

/** What a reader says of a repository; lines are counted from 1. */
export interface Observed {
  readonly files: readonly string[];
  readonly objectives: readonly ObservedObjective[];
  readonly findings: readonly ObservedFinding[];
}

export interface ObservedObjective {
  readonly file: string;
  /** Of the words that name it. */
  readonly line: number;
  readonly lastLine: number;
  readonly definition: Definition;
}

export interface ObservedFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: RuleId;
  readonly message: string;
}

export interface Comparison {
  readonly hits: number;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
  /** Objectives in files that no row speaks of. */
  readonly unlisted: readonly string[];
}

export function compare(rows: readonly Row[], observed: Observed): Comparison {
  const lineRows = rows.filter((row): row is LineRow => 'from' in row);
  const taken = new Set<ObservedObjective>();
  const misses: string[] = [];
  for (const row of lineRows) {
    const problem = observed.files.includes(row.file)
      ? judgeRow(row, observed, taken)
      : 'no such file was read';
    if (problem) misses.push(`${placeOf(row)}  ${row.kind}: ${problem}`);
  }
  const falseAlarms: string[] = [];
  const unlisted: string[] = [];
  for (const objective of observed.objectives) {
    if (taken.has(objective)) continue;
    const judged = judgementOf(objective.file, rows);
    if (judged === 'unlisted') unlisted.push(describe(objective));
    else if (judged !== 'any') falseAlarms.push(describe(objective));
  }
  for (const { file, line, rule, message } of observed.findings)
    if (judgementOf(file, rows) === 'none') falseAlarms.push(`${file}:${line}  ${rule}: ${message}`);
  return { hits: lineRows.length - misses.length, misses, falseAlarms, unlisted };
}

const placeOf = ({ file, from, to }: LineRow) => `${file}:${from}${to === from ? '' : `-${to}`}`;

function judgementOf(file: string, rows: readonly Row[]): 'lines' | 'none' | 'any' | 'unlisted' {
  const row =
    rows.find((one) => one.file === file) ??
    rows.find((one) => picomatch.isMatch(file, one.file, { dot: true }));
  if (!row) return 'unlisted';
  return 'from' in row ? 'lines' : row.kind;
}

/** What is wrong, or null. */
function judgeRow(row: LineRow, observed: Observed, taken: Set<ObservedObjective>): string | null {
  const isHere = ({ file, line }: { file: string; line: number }) =>
    file === row.file && row.from <= line && line <= row.to;
  if (row.kind === 'finding') {
    const rules = observed.findings.filter(isHere).map(({ rule }) => rule as string);
    return rules.includes(row.facts.rule ?? '') ? null : `no ${row.facts.rule} (${listed(rules)})`;
  }
  const here = observed.objectives.filter((objective) => isHere(objective) && !taken.has(objective));
  const found = here.find(({ definition }) => definition.kind === row.kind) ?? here[0];
  if (!found) return 'not found';
  taken.add(found);
  const { definition } = found;
  const wrong = definition.kind === row.kind ? [] : [`it is read as ${definition.kind}`];
  for (const [fact, expected] of Object.entries(row.facts) as [Fact, string][]) {
    const value = fact === 'rule' ? rulesOf(found, observed) : factOf(fact, definition);
    if (!agrees(fact, expected, value)) wrong.push(`${fact} is ${listed([value].flat())}, not ${expected}`);
  }
  return wrong.length > 0 ? wrong.join('; ') : null;
}

const listed = (words: readonly string[]) => (words.length === 0 ? 'nothing' : words.join(', '));

/** Rules of the findings on the lines of an objective. */
function rulesOf({ file, line, lastLine }: ObservedObjective, { findings }: Observed): readonly string[] {
  return findings
    .filter((one) => one.file === file && line <= one.line && one.line <= lastLine)
    .map(({ rule }) => rule);
}

/** A fact in the table's words; `?` for what is not known. */
function factOf(fact: Exclude<Fact, 'rule'>, { parameters, positives, dialect, name }: Definition): string {
  const { temperature, bandwidth, batch, views, dimension, similarity, kernel } = parameters;
  const values: Readonly<Record<typeof fact, unknown>> = {
    temperature: temperature.value,
    origin: temperature.origin,
    missing: temperature.missing,
    bandwidth: bandwidth?.value,
    batch: batch?.value,
    views: views.value?.count,
    dimension: dimension?.value,
    similarity: similarity.value,
    kernel: kernel?.value,
    positives,
    dialect,
    name,
  };
  return String(values[fact] ?? '?');
}

/** Numbers in the table are rounded. */
const DIGITS = 1e-3;

function agrees(fact: Fact, expected: string, value: string | readonly string[]): boolean {
  if (typeof value !== 'string') return expected.split(',').every((rule) => value.includes(rule));
  const [a, b] = [Number(expected), Number(value)];
  const isNumber = fact !== 'name' && Number.isFinite(a) && Number.isFinite(b);
  return isNumber ? Math.abs(a - b) <= DIGITS * Math.abs(a) : expected === value;
}

function describe({ file, line, definition }: ObservedObjective): string {
  const { temperature, bandwidth } = definition.parameters;
  const width = bandwidth ? ` bandwidth=${bandwidth.value ?? '?'}` : '';
  const known = temperature.value === null ? `? missing=${temperature.missing}` : temperature.value;
  return `${file}:${line}  ${definition.kind} ${definition.name} temperature=${known} origin=${temperature.origin}${width} positives=${definition.positives} dialect=${definition.dialect}`;
}
