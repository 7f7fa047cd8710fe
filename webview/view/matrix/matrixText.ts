/** What the two matrices say, in words: for the line under them and for assistive technology. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { formatCount, formatNumber, formatSimilarity } from '../numbers';
import { hasAllRows, reachedSimilarity, wishedSimilarity } from '../pairs';

/** Differences below this are rounding of the solver. */
const AGREES = 1e-4;

/** A table with more rows than this is not read; a summary of each row is. */
const MOST_TABLE_ROWS = 24;

/** What is pointed at: one cell of both matrices, or a point alone. */
export function markedText(geometry: Geometry, point: number, other: number | null): string {
  if (other !== null) return cellText(geometry, point, other);
  const near = geometry.nearest[point];
  const { name } = geometry.points[point];
  return near === null
    ? name
    : `${name}: most similar to ${geometry.points[near[0]].name}, predicted ${formatSimilarity(near[1], 3)}`;
}

/** One cell of both matrices. */
export function cellText(geometry: Geometry, point: number, other: number): string {
  const { points } = geometry;
  const pair =
    point === other
      ? `${points[point].name} with itself`
      : `${points[point].name} with ${points[other].name}`;
  const reached = reachedSimilarity(geometry, point, other);
  if (reached === null) return `${pair}: not in the matrices`;
  const predicted = `predicted ${formatSimilarity(reached, 3)}`;
  const wished = wishedSimilarity(geometry, point, other);
  return wished === undefined
    ? `${pair}: ${predicted}`
    : `${pair}: asked for ${targetText(wished)}, ${predicted}`;
}

/** Null when every point has its row. */
export function rowsText(geometry: Geometry): string | null {
  if (hasAllRows(geometry)) return null;
  const { points, rows } = geometry;
  return `The matrices have rows for ${formatCount(rows.length)} of the ${formatCount(points.length)} points.`;
}

/** How far what is asked for and what is possible are apart. */
export function agreementText(geometry: Geometry): string {
  const { target, attainable } = geometry;
  const nameOf = (row: number) => geometry.points[geometry.rows[row]].name;
  if (target === null) return 'The weights ask for no particular similarities, so only the optimum is shown.';
  let largest = { difference: 0, row: 0, column: 0 };
  let zeros = 0;
  target.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value === null) zeros += 1;
      const difference = value === null ? 0 : Math.abs(value - attainable[row][column]);
      if (difference > largest.difference) largest = { difference, row, column };
    });
  });
  const finite = largest.difference < AGREES;
  if (zeros > 0 && finite)
    return 'Pairs of weight zero are asked to −∞, which no embedding gives: the optimum pushes them apart as far as the others allow.';
  if (finite) return 'Both agree: every similarity that the weights ask for is reached.';
  const pair = `${nameOf(largest.row)} and ${nameOf(largest.column)}`;
  return `They differ most for ${pair}, by ${formatNumber(largest.difference, 3)}.`;
}

export interface TextTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The matrices as a table: whole while they are small, else the nearest and the farthest of each point. */
export function matrixTable(geometry: Geometry): TextTable {
  const { points, rows, target, attainable } = geometry;
  const names = rows.map((point) => points[point].name);
  if (rows.length > MOST_TABLE_ROWS) return extremesTable(geometry);
  const cell = (row: number, column: number) =>
    target === null
      ? formatSimilarity(attainable[row][column])
      : `asked for ${targetText(target[row][column])}, predicted ${formatSimilarity(attainable[row][column])}`;
  return {
    caption: 'Similarities between all points',
    columns: ['Point', ...names],
    rows: names.map((name, row) => [name, ...names.map((_, column) => cell(row, column))]),
  };
}

function extremesTable({ points, rows, attainable }: Geometry): TextTable {
  const texts = rows.map((point, row) => {
    const others = attainable[row].filter((_, column) => column !== row);
    return [points[point].name, formatSimilarity(Math.max(...others)), formatSimilarity(Math.min(...others))];
  });
  return {
    caption: `Predicted similarities of ${formatCount(rows.length)} points, each with its nearest and farthest`,
    columns: ['Point', 'Largest similarity to another', 'Smallest similarity to another'],
    rows: texts,
  };
}

function targetText(value: number | null): string {
  return value === null ? '−∞' : formatSimilarity(value, 3);
}
