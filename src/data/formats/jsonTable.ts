/** What a value of JSON is as a table, in each of the forms that people and pandas write. */
import { UnreadableData } from '../dataReading';
import { BATCH_ROWS, type Batch, cellsOf, type DataTable } from '../dataTable';
import { rowFromZero } from './rowFromZero';

/** `where` names the value in a message. Throws: UnreadableData. */
export function parseJsonValue(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  try {
    // Python writes missing numbers in a way that is no JSON.
    return JSON.parse(
      text.replace(/("(?:[^"\\]|\\.)*")|-?\b(?:NaN|Infinity)\b/g, (_, kept) => kept ?? 'null'),
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableData(`${where} is no JSON (${error.message})`);
  }
}

/** The cells of one row, by the names or places of columns. */
export function cellsOfRow(row: unknown, columns: readonly (string | number)[]): unknown[] {
  return columns.map((column) => {
    if (Array.isArray(row)) return typeof column === 'number' ? row.at(column) : undefined;
    if (isMap(row)) return Object.hasOwn(row, column) ? row[column] : undefined;
    return row;
  });
}

export function tableOfJson(value: unknown): DataTable {
  if (Array.isArray(value)) return value.every(isMap) ? ofRecords(value) : ofList(value);
  if (isMap(value) && Object.keys(value).length > 0) {
    const columns = Object.values(value);
    if (columns.every(Array.isArray)) return ofColumns(Object.keys(value), columns);
    if (columns.every(isMap))
      return ofColumns(
        Object.keys(value),
        columns.map((column) => Object.values(column)),
      );
    if (columns.every((count) => typeof count === 'number')) return ofCounts(value);
  }
  throw new UnreadableData(
    'it is no list of records, no map of columns and no map from classes to numbers of samples',
  );
}

/** Records need not all have the same keys. */
function ofRecords(records: readonly Readonly<Record<string, unknown>>[]): DataTable {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return {
    names,
    width: names.length,
    isList: false,
    isMatrix: false,
    batches: (columns) =>
      inBatches(records.length, (row) =>
        cellsOfRow(
          records[row],
          columns.map((k) => names[k]),
        ),
      ),
  };
}

function ofList(rows: readonly unknown[]): DataTable {
  const isList = !rows.some(Array.isArray);
  const width = isList ? 1 : Math.max(...rows.map((row) => (Array.isArray(row) ? row.length : 1)));
  return {
    names: null,
    width,
    isList,
    isMatrix: true,
    batches: (columns) => inBatches(rows.length, (row) => cellsOfRow(rows[row], columns)),
  };
}

function ofColumns(names: readonly string[], columns: readonly (readonly unknown[])[]): DataTable {
  const [{ length: rows }] = columns;
  const other = columns.findIndex(({ length }) => length !== rows);
  if (other >= 0)
    throw new UnreadableData(
      `\`${names[0]}\` in it has ${rows} values, but \`${names[other]}\` has ${columns[other].length}: a row must be the same sample in both`,
    );
  return {
    names,
    width: names.length,
    isList: false,
    isMatrix: false,
    batches: (wanted) => inBatches(rows, (row) => wanted.map((k) => columns[k][row])),
  };
}

function ofCounts(counts: Readonly<Record<string, unknown>>): DataTable {
  const columns = [Object.keys(counts), Object.values(counts)];
  return { ...ofColumns(['class', 'count'], columns), counted: { classes: 0, counts: 1 } };
}

async function* inBatches(rows: number, cells: (row: number) => readonly unknown[]): AsyncGenerator<Batch> {
  for (let start = 0; start < rows; start += BATCH_ROWS) {
    const count = Math.min(BATCH_ROWS, rows - start);
    const read = Array.from({ length: count }, (_, row) => cells(start + row));
    yield {
      rows: count,
      columns: read[0].map((_, k) => cellsOf(read.map((row) => row[k]))),
      placeOf: (row) => rowFromZero(start + row),
    };
  }
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
