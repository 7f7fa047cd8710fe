/** Makes classes of numbers: intervals that hold their lower edge, and the last one its upper edge too. */
import type { ClassSize } from '../objective/definition';
import { numberOf, showCell } from './cells';
import { MOST_CLASSES, UnreadableData } from './dataReading';
import type { Bins } from './dataRequest';
import type { Batch, Column } from './dataTable';

/** The number in a cell, NaN for a missing one. Throws: UnreadableData. */
export function binnedNumber(batch: Batch, column: Column, row: number): number {
  const value = column.kind === 'cells' ? numberOf(column.cells[row]) : undefined;
  if (value !== undefined && Math.abs(value) !== Infinity) return value;
  const shown = column.kind === 'cells' ? showCell(column.cells[row]) : 'a list';
  throw new UnreadableData(`${batch.placeOf(row)} holds ${shown} where a finite number should stand`);
}

export class BinnedCounts {
  /** By the number of the interval. */
  private readonly counts = new Map<number, number>();
  missing = 0;
  outside = 0;

  /** The smallest and the largest number, where intervals are to lie between them. */
  constructor(
    private readonly bins: Bins,
    private readonly range: readonly [number, number],
  ) {}

  add(batch: Batch, column: Column, row: number, times: number): void {
    const value = binnedNumber(batch, column, row);
    if (Number.isNaN(value)) this.missing++;
    else {
      const bin = this.binOf(value);
      if (bin === null) this.outside++;
      else this.counts.set(bin, (this.counts.get(bin) ?? 0) + times);
    }
    if (this.counts.size > MOST_CLASSES)
      throw new UnreadableData(`the bins make more than ${MOST_CLASSES} classes. Make them wider`);
  }

  /** From low to high. */
  finish(): ClassSize[] {
    return [...this.counts]
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => a - b)
      .map(([bin, count]) => ({ name: this.nameOf(bin), count }));
  }

  private binOf(value: number): number | null {
    const { bins } = this;
    if (bins.kind === 'width') return Math.floor(value / bins.width);
    if (bins.kind === 'edges') return betweenEdges(value, bins.edges);
    const [low, high] = this.range;
    if (low === high) return 0;
    return Math.min(bins.count - 1, Math.floor(((value - low) / (high - low)) * bins.count));
  }

  private nameOf(bin: number): string {
    const { bins } = this;
    const [low, high] = this.range;
    if (bins.kind === 'edges') return interval(bins.edges[bin], bins.edges[bin + 1]);
    const [from, width] = bins.kind === 'width' ? [0, bins.width] : [low, (high - low) / bins.count];
    return interval(from + bin * width, from + (bin + 1) * width);
  }
}

function betweenEdges(value: number, edges: readonly number[]): number | null {
  const last = edges.length - 1;
  if (value === edges[last]) return last - 1;
  const above = edges.findIndex((edge) => value < edge);
  return above <= 0 ? null : above - 1;
}

const interval = (low: number, high: number) => `${short(low)} to ${short(high)}`;
const short = (x: number) => String(Number(x.toPrecision(6)));
