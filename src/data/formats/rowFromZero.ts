/** A row of a file that has no lines, in words: as Python counts. */
export const rowFromZero = (row: number) => `row ${row} (counted from 0)`;
