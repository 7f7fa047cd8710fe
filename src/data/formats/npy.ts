/** A NumPy file as a table: a list is one column, a matrix has as many as it is wide. */
import type { ByteSource } from '../dataFile';
import { BATCH_ROWS, type Batch, type DataTable } from '../dataTable';
import { type NpyArray, openNpy } from './npyArray';
import { rowFromZero } from './rowFromZero';

/** Numbers that are read at once. */
const BATCH_NUMBERS = 1 << 18;

export async function openNpyTable(bytes: ByteSource): Promise<DataTable> {
  const array = await openNpy(bytes);
  return {
    names: null,
    width: array.columns ?? 1,
    rows: array.rows,
    isList: array.columns === null,
    isMatrix: true,
    batches: (columns) => arrayBatches(array, columns),
    wholeRows: () => arrayBatches(array, [null]),
  };
}

/** A null among the columns stands for whole rows. */
async function* arrayBatches(array: NpyArray, columns: readonly (number | null)[]): AsyncGenerator<Batch> {
  const width = array.columns ?? 1;
  const step = Math.max(1, Math.min(array.rows, Math.max(BATCH_ROWS, Math.floor(BATCH_NUMBERS / width))));
  for (let start = 0; start < array.rows; start += step) {
    const end = Math.min(array.rows, start + step);
    const read = await Promise.all(columns.map((column) => array.read(start, end, column)));
    yield { rows: end - start, columns: read, placeOf: (row) => rowFromZero(start + row) };
  }
}
