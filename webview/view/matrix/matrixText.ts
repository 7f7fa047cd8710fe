/** What the two matrices say, in words: for the line under them and for assistive technology. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { formatCount, formatNumber, formatSimilarity } from '../numbers';

/** Differences below this are rounding of the solver. */
const AGREES = 1e-4;

/** A table with more rows than this is not read; a summary of each row is. */
const MOST_TABLE_ROWS = 24;

/** One cell of both matrices. */
export function cellText({ points, target, attainable }: Geometry, row: number, column: number): string {
  const pair =
    row === column ? `${points[row].name} with itself` : `${points[row].name} with ${points[column].name}`;
  const reached = `predicted ${formatSimilarity(attainable[row][column], 3)}`;
  if (target === null) return `${pair}: ${reached}`;
  return `${pair}: asked for ${targetText(target[row][column])}, ${reached}`;
}

/** How far what is asked for and what is possible are apart. */
export function agreementText(geometry: Geometry): string {
  const { points, target, attainable } = geometry;
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
  const pair = `${points[largest.row].name} and ${points[largest.column].name}`;
  return `They differ most for ${pair}, by ${formatNumber(largest.difference, 3)}.`;
}

export interface TextTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The matrices as a table: whole while they are small, else the nearest and the farthest of each point. */
export function matrixTable(geometry: Geometry): TextTable {
  const { points, target, attainable } = geometry;
  const names = points.map((point) => point.name);
  if (points.length > MOST_TABLE_ROWS) return extremesTable(geometry);
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

function extremesTable({ points, attainable }: Geometry): TextTable {
  const rows = points.map(({ name }, row) => {
    const others = attainable[row].filter((_, column) => column !== row);
    return [name, formatSimilarity(Math.max(...others)), formatSimilarity(Math.min(...others))];
  });
  return {
    caption: `Predicted similarities of ${formatCount(points.length)} points, each with its nearest and farthest`,
    columns: ['Point', 'Largest similarity to another', 'Smallest similarity to another'],
    rows,
  };
}

function targetText(value: number | null): string {
  return value === null ? '−∞' : formatSimilarity(value, 3);
}
