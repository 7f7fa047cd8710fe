/**
 * Writes changed values back to their own places in a text, all or none. What is written is read again by the reader of
 * the text: only edits that give exactly the objective that was tried are handed on.
 */
import type { RemedyValue } from '../../geometry/analysis';
import type { Definition, ParameterName } from '../../objective/definition';
import { OBJECTIVE_KEYS } from '../dialects/objectiveKeys';
import type { Reading } from '../reading';
import { applyChanges } from './applyChanges';
import { type Changes, parameterOf } from './changes';
import { type Draft, isRefusal, MOST_WAYS, refuse, type Wanted } from './draft';
import { editText, joinInsertions, movedOffset, type TextEdit } from './textEdit';
import { writtenValue } from './valuesOf';

export type Edits = { readonly edits: readonly TextEdit[] } | { readonly refusedBecause: string };

/** What the writer needs of the one who reads. */
export interface Writing {
  /** Of the text as it is. */
  readonly reading: Reading;
  /** Reads what the text becomes. */
  read(text: string, edits: readonly TextEdit[]): Reading;
  draft(wanted: Wanted): Draft;
}

export function writeChanges(
  text: string,
  definition: Definition,
  changes: Changes,
  writing: Writing,
): Edits {
  const before = writing.reading.definitions.find((one) => isAt(one, definition));
  if (!before) return refuse('The text has changed since the objective was read. Try once more.');
  const { definition: after, problems } = applyChanges(before, changes);
  if (problems.length > 0) return refuse(problems.map(({ message }) => message).join(' '));
  const wanted = { text, before, after, changes: differing(before, after, changes) };
  if (Object.keys(wanted.changes).length === 0) return { edits: [] };
  const draft = writing.draft(wanted);
  if (isRefusal(draft)) return draft;
  const edits = draft.ways
    .slice(0, MOST_WAYS)
    .map(joinInsertions)
    .find((way) => readsAs(wanted, way, writing));
  if (edits) return { edits };
  return refuse(
    `${names(wanted.changes)} cannot be changed by an edit of this text alone: something else in it decides the value too. Change it by hand.`,
  );
}

const names = (changes: Changes) =>
  Object.keys(changes)
    .map((key) => `\`${key}\``)
    .join(' and ');

const isAt = (one: Definition, { span, headSpan, kind }: Definition) =>
  one.span.start === span.start && one.headSpan.start === headSpan.start && one.kind === kind;

/** Values that the text has already need no edit. */
function differing(before: Definition, after: Definition, changes: Changes): Changes {
  const isDifferent = (key: string, value: RemedyValue) => {
    if (key === 'objective') return before.kind !== after.kind;
    const name = parameterOf(key);
    if (name === undefined) return false;
    // A key of null may stand in the text and say what holds without it too.
    return value === null || !isSameValue(name, before, after);
  };
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => isDifferent(key, value)));
}

function readsAs({ text, before, after }: Wanted, edits: readonly TextEdit[], writing: Writing) {
  if (overlap(edits)) return false;
  const reading = writing.read(editText(text, edits), edits);
  if (reading.definitions.length !== writing.reading.definitions.length) return false;
  const place = movedOffset(before.headSpan.start, edits);
  const written = reading.definitions.find(({ headSpan }) => headSpan.start === place);
  if (!written || written.kind !== after.kind || written.positives !== after.positives) return false;
  const all = Object.keys(OBJECTIVE_KEYS) as ParameterName[];
  return (
    all.every((name) => isSameValue(name, written, after)) &&
    countErrors(reading) <= countErrors(writing.reading)
  );
}

const countErrors = ({ findings }: Reading) =>
  findings.filter(({ rule }) => rule === 'unknown-argument' || rule === 'invalid-value').length;

const overlap = (edits: readonly TextEdit[]) =>
  edits.some(({ span }, i) => i > 0 && span.start < edits[i - 1].span.end);

function isSameValue(name: ParameterName, a: Definition, b: Definition): boolean {
  const [one, other] = [a.parameters[name]?.value ?? null, b.parameters[name]?.value ?? null];
  if (one === null || other === null || one === other) return one === other;
  return isClose(writtenValue(name, one), writtenValue(name, other));
}

/** What a conversion leaves in the last digits, of σ² for σ, is no difference. */
const RELATIVE_TOL = 1e-9;

function isClose(a: RemedyValue, b: RemedyValue): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= RELATIVE_TOL * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const right = new Map(Object.entries(b));
  const left = Object.entries(a);
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isClose(value, right.get(key) ?? null))
  );
}
