/** Whether a copy of a y-Aware loss still divides its weights by the sums of columns, or its author has mended that. */
import type { LossClass } from '../lossClass';

/** `weights /= weights.sum(axis=1)`, `w = w / w.sum(1, keepdims=True)`: a division of weights by their own sums. */
const DIVISION = /\b(\w+)\s*(?:\/=|=\s*\1\s*\/)\s*\1\.sum\(([^()]*)\)([^\n]*)/g;
/** What turns the sums into a column, so that each row is divided by its own. */
const AS_COLUMN = /keepdims?\s*=\s*True/;
const RESHAPED = /^\s*(?:\[\s*:\s*,|\.(?:unsqueeze|reshape|view)\()/;

export function normalisesRows(source: string): boolean {
  const divisions = [...source.matchAll(DIVISION)];
  return (
    divisions.length > 0 &&
    divisions.every(([, , how, behind]) => AS_COLUMN.test(how) || RESHAPED.test(behind))
  );
}

/** Reads the same, but for what is said of columns. */
export function withoutColumns(read: NonNullable<LossClass['readOwn']>): NonNullable<LossClass['readOwn']> {
  return (args) => {
    const own = read(args);
    return {
      ...own,
      remarks: (own.remarks ?? []).filter(({ kind }) => kind !== 'column-normalised-weights'),
    };
  };
}
