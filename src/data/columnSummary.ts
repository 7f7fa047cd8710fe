/** What a column holds, counted row by row: for whoever is to choose among columns. */
import type { ClassSize } from '../objective/definition';
import { drawBlocks, type Histogram, histogramOfClasses, NumberHistogram } from '../objective/histogram';
import { numberOf, ownText, textOf } from './cells';
import type { Column } from './dataTable';

export interface ColumnSummary {
  /** Null for all that a row holds. */
  readonly column: string | number | null;
  readonly holds: 'numbers' | 'words' | 'lists' | 'nothing';
  readonly missing: number;
  /** Null where there are more than are counted. */
  readonly distinct: number | null;
  /** Of numbers. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether all numbers are whole and none is negative, as numbers of samples are. */
  readonly isCounting: boolean;
  /** Numbers of a list; null where lists differ in length. */
  readonly width: number | null;
  /** A histogram in block characters; '' where there is nothing to draw. */
  readonly blocks: string;
  /** The values with their rows, where they are few. */
  readonly values: readonly ClassSize[];
}

/** Different values that are counted. */
const MOST_DISTINCT = 10_000;
/** Values that are told one by one. */
const MOST_VALUES = 1000;

export class ColumnCounter {
  private counts: Map<string, number> | null = new Map();
  private readonly histogram = new NumberHistogram();
  private areNumbers = true;
  private isCounting = true;
  private lists = 0;
  private width: number | null = null;
  private missing = 0;
  private low = Infinity;
  private high = -Infinity;

  constructor(private readonly column: string | number | null) {}

  add(column: Column, rows: number): void {
    if (column.kind === 'vectors') {
      this.addList(column.width, rows);
      for (const value of column.values) this.addNumber(value);
    } else for (let row = 0; row < rows; row++) this.addCell(column.cells[row]);
  }

  finish(): ColumnSummary {
    const { column, missing, low, high, counts } = this;
    const holds = this.holds();
    const isRanged = (holds === 'numbers' || holds === 'lists') && low <= high;
    return {
      column,
      holds,
      missing,
      distinct: holds === 'lists' ? null : (counts?.size ?? null),
      low: isRanged ? low : null,
      high: isRanged ? high : null,
      isCounting: holds === 'numbers' && this.isCounting,
      width: holds === 'lists' ? this.width : null,
      blocks: this.blocks(holds),
      values: counts && counts.size <= MOST_VALUES && holds !== 'lists' ? sizes(counts) : [],
    };
  }

  private holds(): ColumnSummary['holds'] {
    if (this.lists > 0) return 'lists';
    if (this.counts?.size === 0) return 'nothing';
    return this.areNumbers ? 'numbers' : 'words';
  }

  private blocks(holds: ColumnSummary['holds']): string {
    const drawn: Histogram | null =
      holds === 'words'
        ? this.counts && histogramOfClasses([...sizes(this.counts)].sort((a, b) => b.count - a.count))
        : this.histogram.finish();
    return drawn === null || holds === 'nothing' ? '' : drawBlocks(drawn);
  }

  private addCell(cell: unknown): void {
    if (ArrayBuffer.isView(cell) || Array.isArray(cell)) {
      const values = cell as ArrayLike<unknown>;
      this.addList(values.length, 1);
      for (let k = 0; k < values.length; k++) this.addNumber(numberOf(values[k]) ?? Number.NaN);
      return;
    }
    const text = textOf(cell);
    if (text === null || text === undefined) {
      this.missing++;
      return;
    }
    this.count(text);
    if (!this.areNumbers) return;
    const value = numberOf(cell);
    if (value === undefined || typeof cell === 'boolean') this.areNumbers = false;
    else this.addNumber(value);
  }

  private addNumber(value: number): void {
    this.histogram.add(value);
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
    if (this.isCounting && !(Number.isInteger(value) && value >= 0)) this.isCounting = false;
  }

  private addList(width: number, rows: number): void {
    if (this.lists === 0) this.width = width;
    else if (this.width !== width) this.width = null;
    this.lists += rows;
  }

  private count(text: string): void {
    const { counts } = this;
    if (counts === null) return;
    const known = counts.get(text);
    if (known !== undefined) counts.set(text, known + 1);
    else if (counts.size === MOST_DISTINCT) this.counts = null;
    else counts.set(ownText(text), 1);
  }
}

const sizes = (counts: ReadonlyMap<string, number>): ClassSize[] =>
  [...counts].map(([name, count]) => ({ name, count }));
