/** Labels and features so many that only their structure can be looked at: told before anything is made of each. */
import type { Definition } from './definition';
import { groupRowsUpTo, type Rows } from './grouping';

/** Above this many different items not even a row of pairs at a time is looked at. */
export const MAX_PAIRED = 2000;

/** Whether a definition has more than MAX_PAIRED different labels or features. */
export function hasManyRows(definition: Definition): boolean {
  const rows = rowsOf(definition);
  return rows !== null && rows.count > MAX_PAIRED && groupRowsUpTo(rows, MAX_PAIRED) === null;
}

/** The rows by which samples differ: labels as they are, features as unit vectors; null for other kinds. */
export function rowsOf({ kind, parameters }: Definition): Rows | null {
  const { labels, features } = parameters;
  if (kind === 'y-aware' || kind === 'euclidean-euclidean')
    return labels?.value ? plainRows(labels.value) : null;
  return kind === 'x-clr' && features?.value ? unitRows(features.value) : null;
}

type Table = readonly (readonly number[])[];

export function plainRows(table: Table): Rows {
  const width = table[0].length;
  return {
    count: table.length,
    width,
    write: (i, into) => {
      const row = table[i];
      for (let k = 0; k < width; k++) into[k] = row[k];
    },
  };
}

export function unitRows(table: Table): Rows {
  const { count, width, write } = plainRows(table);
  return {
    count,
    width,
    write: (i, into) => {
      write(i, into);
      makeUnit(into);
    },
  };
}

/** Divides by the norm; the largest entry is taken out first, so that no square leaves the range of a double. */
function makeUnit(row: Float64Array): void {
  let largest = 0;
  for (let k = 0; k < row.length; k++) largest = Math.max(largest, Math.abs(row[k]));
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += (row[k] / largest) ** 2;
  const norm = Math.sqrt(sum);
  for (let k = 0; k < row.length; k++) row[k] = row[k] / largest / norm;
}
