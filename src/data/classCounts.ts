/** Counts the samples of each class, by the values of a column. */
import type { ClassSize } from '../objective/definition';
import { numberOf, ownText, showCell, textOf } from './cells';
import { MOST_CLASSES, UnreadableData } from './dataReading';
import type { Batch, Column } from './dataTable';

export class ClassCounts {
  /** By what stands in a cell; null for what is no class. */
  private readonly slots = new Map<unknown, number | null>();
  private readonly places = new Map<string, number>();
  private readonly counts: number[] = [];
  missing = 0;

  add(batch: Batch, column: Column, row: number, times: number): void {
    const cell: unknown = column.kind === 'cells' ? column.cells[row] : null;
    let slot = this.slots.get(cell);
    if (slot === undefined) slot = this.slotOf(cell, column, () => batch.placeOf(row));
    if (slot === null) this.missing++;
    else this.counts[slot] += times;
  }

  /** In the order of their names, or of the numbers that these are; classes that no sample has are left out. */
  finish(): ClassSize[] {
    const classes = [...this.places].map(([name, slot]) => ({ name, count: this.counts[slot] }));
    const areNumbers = classes.every(({ name }) => Number.isFinite(numberOf(name)));
    const inOrder = areNumbers
      ? (a: ClassSize, b: ClassSize) => Number(a.name) - Number(b.name)
      : (a: ClassSize, b: ClassSize) => (a.name < b.name ? -1 : 1);
    return classes.filter(({ count }) => count > 0).sort(inOrder);
  }

  private slotOf(cell: unknown, column: Column, place: () => string): number | null {
    const text = column.kind === 'cells' ? textOf(cell) : undefined;
    if (text === undefined)
      throw new UnreadableData(
        `${place()} holds ${column.kind === 'cells' ? showCell(cell) : 'a list'} where the name of a class should stand`,
      );
    const slot = text === null ? null : this.placeOf(text);
    // Every date is an object of its own.
    if (typeof cell !== 'object') this.slots.set(typeof cell === 'string' ? ownText(cell) : cell, slot);
    return slot;
  }

  private placeOf(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    if (this.places.size === MOST_CLASSES)
      throw new UnreadableData(
        `its column holds more than ${MOST_CLASSES} different values, so it is none of classes. Choose another column, or make classes of its numbers with \`bins\``,
      );
    this.counts.push(0);
    this.places.set(ownText(name), this.counts.length - 1);
    return this.counts.length - 1;
  }
}
