/** The door to all data files: reads what a request asks for, row by row, and accounts for every row. */
import type { LeftOut } from '../objective/definition';
import { BinnedCounts, binnedNumber } from './binnedCounts';
import { ClassCounts } from './classCounts';
import { type ChosenColumns, chooseColumns } from './columnChoice';
import type { ByteSource } from './dataFile';
import { type DataReading, type DataSummary, NoSuchColumn, UnreadableData } from './dataReading';
import type { Bins, FileRequest } from './dataRequest';
import type { Batch, DataTable } from './dataTable';
import { openTable } from './formats/openTable';
import { NumberRows } from './numberRows';
import { RowFilter } from './rowFilter';

/** What is wrong with the file is an answer; rejects only when its bytes cannot be had. */
export async function readData(request: FileRequest, bytes: ByteSource): Promise<DataReading> {
  try {
    const table = await openTable(request.path, bytes, { header: hasHeader(request) });
    const chosen = chooseColumns(request, table);
    return request.take === 'classes'
      ? await readClasses(table, chosen, request.bins)
      : await readRows(table, chosen, request.take === 'rows');
  } catch (error) {
    if (error instanceof NoSuchColumn)
      return { kind: 'no-column', column: error.column, columns: error.columns };
    if (error instanceof UnreadableData) return { kind: 'unreadable', because: error.because };
    throw error;
  }
}

/** Whoever names a column says that there is a line of names; whoever counts columns of classes, that there is none. */
function hasHeader({ take, columns, where, weight }: FileRequest): boolean | null {
  const named = [...columns, ...where.map(({ column }) => column), ...(weight === null ? [] : [weight])];
  if (named.some((column) => typeof column === 'string')) return true;
  return named.length > 0 && take === 'classes' ? false : null;
}

async function readClasses(table: DataTable, chosen: ChosenColumns, bins: Bins | null): Promise<DataReading> {
  const at = chosen.values?.[0] ?? 0;
  const counts =
    bins === null ? new ClassCounts() : new BinnedCounts(bins, await range(table, chosen, bins, at));
  const filter = new RowFilter(chosen);
  await eachRow(table, chosen, filter, (batch, row, times) =>
    counts.add(batch, batch.columns[at], row, times),
  );
  const classes = counts.finish();
  filter.checkAny();
  if (classes.length === 0) throw new UnreadableData('it holds no sample');
  const outside = counts instanceof BinnedCounts ? counts.outside : 0;
  const leftOut: LeftOut[] =
    outside === 0 ? [] : [{ kind: 'outside', because: 'outside of the bins', rows: outside }];
  return {
    kind: 'classes',
    classes,
    summary: { ...summary(chosen, filter, counts.missing, leftOut), distinct: classes.length },
  };
}

/** The smallest and the largest number, where bins are to divide what lies between. */
async function range(
  table: DataTable,
  chosen: ChosenColumns,
  bins: Bins,
  at: number,
): Promise<readonly [number, number]> {
  let [low, high] = [Infinity, -Infinity];
  if (bins.kind !== 'count') return [low, high];
  await eachRow(table, chosen, new RowFilter(chosen), (batch, row) => {
    const value = binnedNumber(batch, batch.columns[at], row);
    if (value < low) low = value;
    if (value > high) high = value;
  });
  return [low, high];
}

async function readRows(table: DataTable, chosen: ChosenColumns, leavesOut: boolean): Promise<DataReading> {
  const filter = new RowFilter(chosen);
  const rows = new NumberRows({ leavesOut, isList: table.isList, expected: expectedNumbers(table, chosen) });
  if (chosen.values === null && table.wholeRows)
    for await (const batch of table.wholeRows()) {
      if (rows.addAll(batch.columns[0])) filter.read += batch.rows;
      else filter.each(batch, (row, times) => rows.add(batch, batch.columns, row, times));
    }
  else
    for await (const batch of table.batches(chosen.places)) {
      const columns = (chosen.values ?? []).map((at) => batch.columns[at]);
      filter.each(batch, (row, times) => rows.add(batch, columns, row, times));
    }
  filter.checkAny();
  return rows.finish(summary(chosen, filter, rows.missing, []));
}

/** Conditions may leave few of them. */
function expectedNumbers({ rows = 0, width }: DataTable, { values, where }: ChosenColumns): number {
  return where.length > 0 ? 0 : rows * (values?.length ?? width ?? 1);
}

async function eachRow(
  table: DataTable,
  { places }: ChosenColumns,
  filter: RowFilter,
  take: (batch: Batch, row: number, times: number) => void,
): Promise<void> {
  for await (const batch of table.batches(places))
    filter.each(batch, (row, times) => take(batch, row, times));
}

function summary(
  { names }: ChosenColumns,
  filter: RowFilter,
  missing: number,
  others: readonly LeftOut[],
): Omit<DataSummary, 'distinct'> {
  const where = names.length === 0 ? '' : ` in ${names.map((name) => `\`${name}\``).join(', ')}`;
  const withoutValue: LeftOut[] =
    missing === 0 ? [] : [{ kind: 'missing', because: `no value${where}`, rows: missing }];
  return { read: filter.read, columnNames: names, leftOut: [...filter.leftOut, ...withoutValue, ...others] };
}
