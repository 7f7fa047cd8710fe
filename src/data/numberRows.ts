/** Collects labels, features and matrices: a row of numbers for each row of the file. */
import { numberOf, showCell } from './cells';
import { type DataReading, type DataSummary, UnreadableData } from './dataReading';
import type { Batch, Column } from './dataTable';
import { GrowingNumbers } from './growingNumbers';

export interface RowsPurpose {
  /** What a row without a number is: left out, or, in a matrix, wrong. */
  readonly leavesOut: boolean;
  readonly isList: boolean;
  /** Numbers that there will be, where that is known. */
  readonly expected: number;
}

/** Numbers of rows whose different values are counted. */
const MOST_COUNTED = 2_000_000;

export class NumberRows {
  private readonly numbers: GrowingNumbers;
  private width: number | null = null;
  private rows = 0;
  /** Rows left out for want of a number in them. */
  missing = 0;

  constructor(private readonly purpose: RowsPurpose) {
    this.numbers = new GrowingNumbers(purpose.expected);
  }

  /** Whole batches of rows of doubles, none of which is filtered. Null when rows must be looked at one by one. */
  addAll(column: Column): boolean {
    if (column.kind !== 'vectors') return false;
    const { values, width } = column;
    if (this.purpose.leavesOut && hasNaN(values)) return false;
    this.expect(width, '');
    this.numbers.pushAll(values);
    this.rows += values.length / width;
    return true;
  }

  /** `times` is how many samples the row stands for. */
  add(batch: Batch, columns: readonly Column[], row: number, times: number): void {
    const begin = this.numbers.length;
    for (const column of columns) this.addCell(column, row, batch);
    const width = this.numbers.length - begin;
    const added = this.numbers.length;
    if (this.purpose.leavesOut && this.hasMissing(begin, added)) {
      this.numbers.shorten(begin);
      this.missing++;
      return;
    }
    this.expect(width, batch.placeOf(row));
    if (times === 0) this.numbers.shorten(begin);
    for (let copy = 1; copy < times; copy++)
      for (let k = begin; k < added; k++) this.numbers.push(this.numbers.at(k));
    this.rows += times;
  }

  finish(summary: Omit<DataSummary, 'distinct'>): DataReading {
    const { rows, width } = this;
    if (rows === 0 || width === null) throw new UnreadableData('it holds no numbers');
    const values = this.numbers.take();
    const table = { dimensions: this.purpose.isList ? 1 : 2, rows, columns: width, values } as const;
    return { kind: 'numbers', table, summary: { ...summary, distinct: distinct(values, width) } };
  }

  private addCell(column: Column, row: number, batch: Batch): void {
    if (column.kind === 'vectors') {
      this.numbers.pushAll(column.values.subarray(row * column.width, (row + 1) * column.width));
      return;
    }
    const cell: unknown = column.cells[row];
    const items: ArrayLike<unknown> = isListCell(cell) ? cell : [cell];
    for (let k = 0; k < items.length; k++) {
      const value = numberOf(items[k]);
      if (value === undefined || (Number.isNaN(value) && !this.purpose.leavesOut && isBlank(items[k])))
        throw new UnreadableData(
          `${batch.placeOf(row)} holds ${showCell(items[k])} where a number should stand`,
        );
      this.numbers.push(value);
    }
  }

  private hasMissing(begin: number, end: number): boolean {
    if (begin === end) return true;
    for (let k = begin; k < end; k++) if (Number.isNaN(this.numbers.at(k))) return true;
    return false;
  }

  private expect(width: number, place: string): void {
    this.width ??= width;
    if (this.width !== width)
      throw new UnreadableData(`${place} has length ${width}, but the rows before have length ${this.width}`);
  }
}

function hasNaN(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) if (Number.isNaN(values[k])) return true;
  return false;
}

/** In a matrix NaN itself is a number to refuse later, with its place; a cell without anything is not. */
const isBlank = (cell: unknown) =>
  typeof cell !== 'number' && !(typeof cell === 'string' && cell.trim().toLowerCase() === 'nan');

function isListCell(cell: unknown): cell is ArrayLike<unknown> {
  return Array.isArray(cell) || (ArrayBuffer.isView(cell) && !(cell instanceof DataView));
}

/** Of single numbers only: that rows of many differ is no news. */
function distinct(values: Float64Array, width: number): number | null {
  if (width !== 1 || values.length > MOST_COUNTED) return null;
  const sorted = values.slice().sort();
  let count = 1;
  for (let k = 1; k < sorted.length; k++) if (sorted[k] !== sorted[k - 1]) count++;
  return count;
}
