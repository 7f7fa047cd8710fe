/** The values that an objective has, in the vocabulary of changes: what the panel's controls begin with. */
import type { RemedyValue } from '../../geometry/analysis';
import type { Definition, Parameter, ParameterName, Parameters } from '../../objective/definition';
import { describeOrigin, knownParameters } from '../parameters';

export interface PresentValue {
  /** Null where it is not known, or too large to be edited by hand. */
  readonly value: RemedyValue | null;
  /** Where it comes from, in words. */
  readonly origin: string;
  /** Numbers of a value that is too large; absent for others. */
  readonly numbers?: number;
}

/** By the keys of objective files, in the order of the table of values. */
export function valuesOf(definition: Definition): Readonly<Record<string, PresentValue>> {
  return Object.fromEntries(
    knownParameters(definition).map(({ name, key, parameter }) => [key, presentValue(name, parameter)]),
  );
}

/** More numbers than this nobody changes by hand. */
const MOST_NUMBERS = 400;

function presentValue(name: ParameterName, parameter: Parameter<unknown>): PresentValue {
  const origin = describeOrigin(parameter);
  if (parameter.value === null) return { value: null, origin };
  const value = writtenValue(name, parameter.value);
  const numbers = countNumbers(value);
  return numbers > MOST_NUMBERS ? { value: null, origin, numbers } : { value, origin };
}

type Value<N extends ParameterName> = NonNullable<NonNullable<Parameters[N]>['value']>;

/** The value as an author would write it under its key. */
export function writtenValue(name: ParameterName, value: unknown): RemedyValue {
  switch (name) {
    case 'views': {
      const views = value as Value<'views'>;
      return views.tied ? views.count : { count: views.count, tied: false };
    }
    case 'classes':
      return writtenClasses(value as Value<'classes'>);
    case 'labels': {
      const rows = value as Value<'labels'>;
      return rows.every((row) => row.length === 1) ? rows.map(([y]) => y) : rows;
    }
    case 'weights': {
      const weights = value as Value<'weights'>;
      return 'expression' in weights ? weights.expression : (weights as RemedyValue);
    }
    default:
      return value as RemedyValue;
  }
}

/** A list where the classes have no names but their numbers, or names that a map would not keep in their order. */
function writtenClasses(classes: Value<'classes'>): RemedyValue {
  const isNumbered = classes.every(({ name }, i) => name === `class ${i + 1}`);
  const map = Object.fromEntries(classes.map(({ name, count }) => [name, count]));
  const names = Object.keys(map);
  const isKept = names.length === classes.length && classes.every(({ name }, i) => name === names[i]);
  return isNumbered || !isKept ? classes.map(({ count }) => count) : map;
}

function countNumbers(value: RemedyValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner: RemedyValue) => sum + countNumbers(inner), 0);
}
