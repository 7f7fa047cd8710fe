/** Writes changes into programs and configs: into the argument, to where its constant is given, or as a new argument. */
import type { RemedyValue } from '../../geometry/analysis';
import type { Parameter } from '../../objective/definition';
import { ARGUMENT_NAMES } from './argumentNames';
import { parameterOf } from './changes';
import { combined, type Draft, refuse, type Wanted } from './draft';
import type { Notation } from './literals';
import { elsewhere, inexpressible } from './refusals';
import { type Replacement, replacedAt, replacedUnder } from './replacements';
import type { TextEdit } from './textEdit';
import { writtenValue } from './valuesOf';

export interface LibraryText {
  readonly notation: Notation;
  /** Ways to give an argument of one of these names that is not given yet. */
  insert(names: readonly string[], value: RemedyValue): readonly TextEdit[];
}

export function libraryEdits(wanted: Wanted, source: LibraryText): Draft {
  return combined(Object.entries(wanted.changes).map(([key, value]) => change(key, value, wanted, source)));
}

function change(key: string, value: RemedyValue, { text, before }: Wanted, source: LibraryText): Draft {
  const name = parameterOf(key);
  const parameter: Parameter<unknown> | undefined = name && before.parameters[name];
  const names = ARGUMENT_NAMES[key] ?? [];
  if (value === null) return withoutValue(key, parameter);
  if (name === undefined) return refuse(inexpressible(key));
  if (parameter === undefined || isDefault(parameter)) {
    const inserted = source.insert(names, value);
    return inserted.length > 0 ? ways(inserted) : refuse(notGiven(key, names, parameter));
  }
  const isHere = parameter.origin === 'literal' || parameter.origin === 'constant';
  if (!isHere || parameter.value === null) return refuse(elsewhere(key, before));
  const from = writtenValue(name, parameter.value);
  const replacement: Replacement = { text, notation: source.notation, from, to: value };
  const { span } = parameter;
  const words = span ? text.slice(span.start, span.end) : '';
  const inPlace = span ? replacedAt(span, replacement) : [];
  if (inPlace.length > 0) return ways(inPlace);
  const named = replacedUnder([...lastName(words), ...names], replacement);
  return named.length > 0 ? ways(named) : refuse(computed(key, words));
}

function notGiven(key: string, names: readonly string[], parameter: Parameter<unknown> | undefined): string {
  if (names.length === 0 || parameter === undefined || key === 'similarity') return inexpressible(key);
  return `\`${key}\` is the default of the library and is not given here: give it to the loss by hand.`;
}

const ways = (edits: readonly TextEdit[]): Draft => ({ ways: edits.map((edit) => [edit]) });

const isDefault = ({ origin, span, value }: Parameter<unknown>) =>
  origin === 'default of the library' && span === null && value !== null;

/** `temp` of `args.temp`, `config["temp"]`, `${loss.temp}`. */
function lastName(words: string): string[] {
  return [...words.matchAll(/[A-Za-z_][\w-]*/g)].slice(-1).map(([name]) => name);
}

function withoutValue(key: string, parameter: Parameter<unknown> | undefined): Draft {
  if (parameter === undefined) return { ways: [[]] };
  return refuse(`\`${key}\` cannot be taken away here: take the argument out by hand.`);
}

function computed(key: string, words: string): string {
  const what = words === '' ? 'the program' : `\`${words.length > 60 ? `${words.slice(0, 59)}…` : words}\``;
  return `\`${key}\` is computed by ${what}: change what it is computed from.`;
}
