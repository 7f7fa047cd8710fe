/** The values of an objective as short texts with their origin: the table of panel and command line. */
import type { Definition, Parameter, ParameterName } from '../objective/definition';
import { describeRows } from './explanation/dataSource';
import { counted, short } from './explanation/numbers';
import { clip } from './explanation/vocabulary';

export interface ParameterDescription {
  /** The key of objective files, for example `weight-temperature`. */
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

/** Values that fit on a line are shown whole; longer ones by size and range. */
export function describeParameters(definition: Definition): ParameterDescription[] {
  return knownParameters(definition).map(({ name, key, parameter }) => ({
    name: key,
    value: describeValue(name, parameter),
    origin: describeOrigin(parameter),
  }));
}

/** The value in a few words, whatever its size. */
export function describeValue(name: ParameterName, parameter: Parameter<unknown>): string {
  const { value } = parameter;
  return value === null ? unknown(parameter) : WRITERS[name](value as never);
}

/** With the data file, where the value stands in one: the file that names it may be another. */
export function describeOrigin({ origin, file }: Parameter<unknown>): string {
  if (!file) return origin;
  const isNamed = origin.endsWith(file.path.slice(file.path.lastIndexOf('/') + 1));
  return [origin, ...(isNamed ? [] : [file.path]), describeRows(file)].join('; ');
}

/** The parameters that a definition has, by the keys of objective files. */
export function knownParameters(
  definition: Definition,
): { readonly name: ParameterName; readonly key: string; readonly parameter: Parameter<unknown> }[] {
  return (Object.keys(WRITERS) as ParameterName[]).flatMap((name) => {
    const parameter = definition.parameters[name];
    return parameter === undefined ? [] : [{ name, key: objectiveFileKey(name), parameter }];
  });
}

const objectiveFileKey = (name: ParameterName) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Characters of an expression that are shown. */
const LONGEST_EXPRESSION = 100;

/** A list of up to this many numbers is shown whole. */
const SHOWN = 6;

type Value<N extends ParameterName> = NonNullable<NonNullable<Definition['parameters'][N]>['value']>;

/** In the order of the table. */
const WRITERS: { readonly [N in ParameterName]: (value: Value<N>) => string } = {
  temperature: (value) => number(value),
  similarity: (value) => value,
  views: ({ count, tied }) => `${count}, ${tied ? 'tied' : 'free'}`,
  dimension: (value) => number(value),
  batch: (value) => number(value),
  classes: (classes) => {
    if (classes.length <= SHOWN) return classes.map(({ name, count }) => `${clip(name)} ${count}`).join(', ');
    const counts = classes.map(({ count }) => count);
    return `${counted(classes.length, 'class', 'classes')} of ${range(counts)} samples`;
  },
  across: (value) => number(value),
  labels: rows,
  kernel: (kernel) => (typeof kernel === 'string' ? kernel : `exp(−u^${number(kernel.exponent)})`),
  bandwidth: (value) => (typeof value === 'number' ? number(value) : `[${value.map(number).join(', ')}]`),
  features: rows,
  weightTemperature: (value) => number(value),
  samples: (value) => number(value),
  weights: (source) =>
    'expression' in source
      ? clip(source.expression, LONGEST_EXPRESSION)
      : `${source.length} × ${source[0]?.length ?? 0}`,
  balance: ({ anchors, denominators }) =>
    [...(anchors ? ['anchors'] : []), ...(denominators ? ['denominators'] : [])].join(' and ') || 'none',
};

function rows(values: readonly (readonly number[])[]): string {
  const columns = values[0]?.length ?? 0;
  if (columns !== 1)
    return `${counted(values.length, 'row', 'rows')} of ${counted(columns, 'number', 'numbers')}`;
  const scalars = values.map(([value]) => value);
  if (scalars.length <= SHOWN) return scalars.map(number).join(', ');
  return `${counted(scalars.length, 'number', 'numbers')}, ${range(scalars)}`;
}

function range(values: readonly number[]): string {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

const number = (value: number) => short(value, 6);

const unknown = ({ missing }: Parameter<unknown>) =>
  missing === undefined ? 'not known' : `not known (${clip(missing)})`;
