/** What an objective is analysed on, told honestly: where its data come from, what was left out, and how they are spread. */
import { neededParameters } from '../../objective/buildObjective';
import type { ClassSize, Definition, Origin, Parameter, ParameterName } from '../../objective/definition';
import { dataNeed } from '../binding/dataNeed';
import { PROJECT_FILE } from '../project';
import { chartOfNumbers, chartOfSizes, type DataChart, MOST_CHARTS } from './dataCharts';
import { describeSource, rowsSentence } from './dataSource';
import { counted, short } from './numbers';
import { clip, PARAMETER_WORDS } from './vocabulary';

/** One value of an objective that holds data. */
export interface DataAccount {
  /** "Class sizes". */
  readonly title: string;
  /** Where they come from, as a sentence. */
  readonly source: string;
  /** Of a data file: its rows, those that do not count, and why; a sentence. */
  readonly rows: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly charts: readonly DataChart[];
  /** Columns without a chart. */
  readonly undrawn: number;
}

export interface ObjectiveData {
  readonly accounts: readonly DataAccount[];
  /** What is not known, and why: a sentence each. */
  readonly lacking: readonly string[];
  /** Whether data can be bound by a file of the workspace. */
  readonly canBind: boolean;
}

const DATA = ['classes', 'labels', 'features', 'samples'] as const satisfies readonly ParameterName[];

export function accountForData(definition: Definition): ObjectiveData {
  return {
    accounts: DATA.flatMap((name) => account(definition, name) ?? []),
    lacking: lackingData(definition),
    canBind: dataNeed(definition).kind === 'need',
  };
}

function account({ parameters }: Definition, name: (typeof DATA)[number]): DataAccount | null {
  const parameter: Parameter<unknown> | undefined = parameters[name];
  if (!parameter || parameter.value === null) return null;
  const { origin, file } = parameter;
  const words = PARAMETER_WORDS[name].replace(/^the /, '');
  return {
    title: words.charAt(0).toUpperCase() + words.slice(1),
    source: file ? describeSource(file, boundWhere(origin)) : writtenWhere(origin),
    rows: file ? rowsSentence(file) : null,
    charts: [],
    undrawn: 0,
    ...holdings(name, parameter),
  };
}

type Holdings = Pick<DataAccount, 'facts'> & Partial<Pick<DataAccount, 'charts' | 'undrawn'>>;

function holdings(name: (typeof DATA)[number], { value, file }: Parameter<unknown>): Holdings {
  if (name === 'samples') return { facts: [{ label: 'Samples', value: count(value as number) }] };
  if (name === 'classes') return ofClasses(value as readonly ClassSize[]);
  const rows = value as readonly (readonly number[])[];
  const columns = rows[0]?.length ?? 0;
  const facts = [
    { label: 'Samples', value: count(rows.length) },
    ...(columns === 1 ? [] : [{ label: 'Numbers of each', value: count(columns) }]),
  ];
  if (name === 'features') return { facts };
  const names = file?.columnNames ?? [];
  const title = (column: number) => names[column] ?? (columns === 1 ? 'Label' : `Label ${column + 1}`);
  const charts = Array.from({ length: Math.min(columns, MOST_CHARTS) }, (_, column) =>
    chartOfNumbers(title(column), columnOf(rows, column), samples),
  );
  return {
    facts: columns === 1 ? [...facts, ...ofNumbers(columnOf(rows, 0))] : facts,
    charts: charts.filter((chart) => chart !== null),
    undrawn: Math.max(0, columns - MOST_CHARTS),
  };
}

function ofClasses(classes: readonly ClassSize[]): Holdings {
  const total = classes.reduce((sum, { count: size }) => sum + size, 0);
  const facts = [
    { label: 'Classes', value: count(classes.length) },
    { label: 'Samples', value: count(total) },
  ];
  if (classes.length === 0) return { facts };
  const largest = classes.reduce((most, one) => (one.count > most.count ? one : most));
  const smallest = classes.reduce((least, one) => (one.count < least.count ? one : least));
  const size = ({ name, count: samplesOfIt }: ClassSize) => `${clip(name)}, ${count(samplesOfIt)}`;
  const ratio = largest.count / smallest.count;
  return {
    facts: [
      ...facts,
      ...(ratio === 1 ? [] : [{ label: 'Largest', value: size(largest) }]),
      ...(ratio === 1 ? [] : [{ label: 'Smallest', value: size(smallest) }]),
      ...(Number.isFinite(ratio) ? [{ label: 'Imbalance ratio', value: short(ratio) }] : []),
    ],
    charts: [chartOfSizes(classes)],
  };
}

function ofNumbers(values: readonly number[]): Holdings['facts'] {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const facts = [
    { label: 'Different values', value: count(new Set(values).size) },
    ...(sorted.length === 0
      ? []
      : [
          { label: 'Smallest', value: short(sorted[0], 6) },
          { label: 'Median', value: short(median, 6) },
          { label: 'Largest', value: short(sorted[sorted.length - 1], 6) },
        ]),
  ];
  return facts;
}

/** What the verdict needs, and nothing has said. */
function lackingData(definition: Definition): string[] {
  const needed = neededParameters(definition) ?? [];
  return DATA.filter((name) => needed.includes(name)).flatMap((name) => {
    const parameter: Parameter<unknown> | undefined = definition.parameters[name];
    if ((parameter?.value ?? null) !== null) return [];
    const missing = parameter?.missing;
    const why = missing === undefined ? 'nothing in the text or the workspace says so' : clip(missing, 100);
    return [`Not known: ${PARAMETER_WORDS[name]} (${why}).`];
  });
}

const boundWhere = (origin: Origin) => (origin === `config ${PROJECT_FILE}` ? PROJECT_FILE : null);

/** Where a value stands that is in no data file. */
function writtenWhere(origin: Origin): string {
  const config = /^config (.+)$/.exec(origin)?.[1];
  if (config !== undefined)
    return config === PROJECT_FILE ? `Bound in ${PROJECT_FILE}.` : `From ${clip(config, 100)}.`;
  const option = /^default of (--.+)$/.exec(origin)?.[1];
  if (option !== undefined) return `The default of the option ${clip(option, 100)}.`;
  switch (origin) {
    case 'literal':
      return 'Written in the text.';
    case 'constant':
      return 'Computed from constants of the program.';
    case 'changed here':
      return 'Tried here: the file has other values.';
    case 'default of the library':
      return 'The default of the library.';
    default:
      return `${origin.charAt(0).toUpperCase()}${origin.slice(1)}.`;
  }
}

const count = (number: number) => number.toLocaleString('en').replaceAll(',', '\u202f');
const samples = (number: number) => counted(number, 'sample', 'samples');
const columnOf = (rows: readonly (readonly number[])[], column: number) => rows.map((row) => row[column]);
