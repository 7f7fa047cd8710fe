/** Makes class sizes, labels, features and weights of what a data file holds, or says at its name why they cannot be. */
import type { NumberTable } from '../../../data/dataReading';
import type { ClassSize, WeightSource } from '../../../objective/definition';
import type { DataValue } from '../../dataFiles';
import type { FindingList } from '../findingList';
import { INVALID, type InlineValue, type NamedFile, value } from './inlineValue';

type Rows = readonly (readonly number[])[];

/** Turns the content of a file into a value; what is wrong goes to `findings`, at the file's name. */
export type TableReader<T> = (data: DataValue, file: NamedFile, findings: FindingList) => InlineValue<T>;

export const classesFromData: TableReader<readonly ClassSize[]> = (data) => {
  if (data.kind !== 'classes') throw new Error('Classes were asked for as numbers.');
  return value(data.classes);
};

export const labelsFromTable: TableReader<Rows> = (data, file, findings) => {
  const table = tableOf(data);
  return areFinite(table, file, findings) ? value(rowsOf(table)) : INVALID;
};

export const featuresFromTable: TableReader<Rows> = (data, file, findings) => {
  const table = tableOf(data);
  if (!areFinite(table, file, findings)) return INVALID;
  const rows = rowsOf(table);
  const zero = rows.findIndex((row) => row.every((x) => x === 0));
  if (zero < 0) return value(rows);
  findings.invalid(
    file.span,
    `Row ${zero} of \`${file.name}\` (counted from 0) is all zeros: it has no direction, so it cannot be normalised to length 1. Leave the sample out or give it a feature.`,
  );
  return INVALID;
};

export const weightsFromTable: TableReader<WeightSource> = (data, file, findings) => {
  const table = tableOf(data);
  const { rows, columns, values } = table;
  const { name, span } = file;
  if (rows !== columns) {
    const shape =
      table.dimensions === 1 ? `${rows} numbers in one dimension` : `${rows} × ${columns} numbers`;
    findings.invalid(
      span,
      `\`${name}\` holds ${shape}, but weights must be square: row i holds the weights that anchor i gives to each sample.`,
    );
    return INVALID;
  }
  if (!areFinite(table, file, findings)) return INVALID;
  const negative = values.findIndex((w) => w < 0);
  if (negative >= 0) {
    findings.invalid(
      span,
      `The weight ${place(table, negative)} of \`${name}\` is ${values[negative]}, but must be at least 0: weights are normalised to probabilities. To push a pair apart give it weight 0. If these are similarities or logarithms, save their exponentials.`,
    );
    return INVALID;
  }
  if (values.some((w) => w > 0)) return value(rowsOf(table));
  findings.invalid(
    span,
    `All numbers in \`${name}\` are 0, so no anchor has a positive and there is nothing to learn.`,
  );
  return INVALID;
};

function tableOf(data: DataValue): NumberTable {
  if (data.kind !== 'numbers') throw new Error('Numbers were asked for as classes.');
  return data.table;
}

function areFinite(table: NumberTable, file: NamedFile, findings: FindingList): boolean {
  const wrong = table.values.findIndex((x) => !Number.isFinite(x));
  if (wrong < 0) return true;
  findings.invalid(
    file.span,
    `The number ${place(table, wrong)} of \`${file.name}\` is ${table.values[wrong]}, but all must be finite.`,
  );
  return false;
}

/** As NumPy's index. */
function place({ columns, dimensions }: NumberTable, index: number): string {
  return dimensions === 1 ? `[${index}]` : `[${Math.floor(index / columns)}, ${index % columns}]`;
}

/** Rows are made once: a table is looked at again with every keystroke. */
const made = new WeakMap<NumberTable, Rows>();

function rowsOf(table: NumberTable): Rows {
  const known = made.get(table);
  if (known) return known;
  const { rows, columns, values } = table;
  const copied = Array.from({ length: rows }, (_, i) =>
    Array.from(values.subarray(i * columns, (i + 1) * columns)),
  );
  made.set(table, copied);
  return copied;
}
