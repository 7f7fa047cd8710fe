/** Goes through the rows of a table that fit the conditions, with how many samples each stands for, and counts the rest. */
import type { LeftOut } from '../objective/definition';
import { numberOf, showCell } from './cells';
import type { ChosenColumns } from './columnChoice';
import { UnreadableData } from './dataReading';
import type { Batch } from './dataTable';
import { RowCondition } from './rowCondition';

export class RowFilter {
  /** Rows that were looked at. */
  read = 0;
  private withoutWeight = 0;
  private readonly conditions: readonly { readonly at: number; readonly condition: RowCondition }[];

  constructor(private readonly chosen: ChosenColumns) {
    this.conditions = chosen.where.map(({ at, condition }) => ({
      at,
      condition: new RowCondition(condition),
    }));
  }

  each(batch: Batch, take: (row: number, times: number) => void): void {
    this.read += batch.rows;
    for (let row = 0; row < batch.rows; row++) {
      if (!this.fits(batch, row)) continue;
      const times = this.chosen.weight === null ? 1 : this.weightOf(batch, row, this.chosen.weight);
      if (times === null) this.withoutWeight++;
      else take(row, times);
    }
  }

  /** Throws: UnreadableData, when a condition left nothing. */
  checkAny(): void {
    const [, ...later] = this.conditions;
    let left = this.read;
    for (const { condition } of this.conditions) {
      left -= condition.leftOut;
      if (left > 0 || this.read === 0) continue;
      const together = later.length > 0 ? ' among the rows that fit what stands before' : '';
      throw new UnreadableData(condition.nothingFits + together);
    }
  }

  get leftOut(): LeftOut[] {
    const filtered = this.conditions.map(
      ({ condition }): LeftOut => ({ kind: 'filtered', because: condition.words, rows: condition.leftOut }),
    );
    const weight: LeftOut = {
      kind: 'missing',
      because: `no value in \`${this.chosen.weight?.name}\``,
      rows: this.withoutWeight,
    };
    return [...filtered, weight].filter(({ rows }) => rows > 0);
  }

  private fits(batch: Batch, row: number): boolean {
    for (const { at, condition } of this.conditions)
      if (!condition.accepts(batch.columns[at], row)) return false;
    return true;
  }

  /** Null for a missing one. */
  private weightOf(
    batch: Batch,
    row: number,
    { at, name }: NonNullable<ChosenColumns['weight']>,
  ): number | null {
    const column = batch.columns[at];
    const cell: unknown = column.kind === 'cells' ? column.cells[row] : column.values;
    const weight = numberOf(cell);
    if (weight !== undefined && Number.isNaN(weight)) return null;
    if (weight !== undefined && Number.isSafeInteger(weight) && weight >= 0) return weight;
    throw new UnreadableData(
      `${batch.placeOf(row)} holds ${showCell(cell)} in \`${name}\`, but a weight is the whole number of samples that a row stands for`,
    );
  }
}
