/** The sentences beside the 3D picture, and what is said of the point under the pointer. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { formatCount, formatNumber, formatPercent, formatSimilarity } from '../numbers';
import { reachedSimilarity, wishedSimilarity } from '../pairs';
import { farthestPoint, showsSphere } from './pointRadii';

/** How much of the geometry three axes can show. */
export function spreadText({ explained }: Geometry, rank: number | null): string {
  if (rank === null) return `The three drawn axes hold ${formatPercent(explained)} of the spread.`;
  if (rank === 0) return 'All points coincide at the origin.';
  if (rank === 1) return 'One dimension, drawn whole.';
  if (rank <= 3) return `${rank === 2 ? 'Two' : 'Three'} dimensions, drawn whole.`;
  return `3 of ${formatCount(rank)} dimensions, ${shareText(explained)} of the spread.`;
}

/** Never all of it where something is missing. */
export function shareText(share: number): string {
  return share < 1 && share > 0.995 ? 'over 99%' : formatPercent(share);
}

/** Said when the picture is larger than life; null when it is not. */
export function magnifiedText({
  coordinates,
  onSphere,
}: Pick<Geometry, 'coordinates' | 'onSphere'>): string | null {
  if (!onSphere || showsSphere(coordinates)) return null;
  const reach = formatNumber(farthestPoint(coordinates), 2);
  return `On these three axes the unit vectors are at most ${reach} long; the picture is magnified and leaves out their sphere.`;
}

/** Null when every item is drawn. */
export function omittedText({ omitted, points }: Geometry): string | null {
  if (omitted === 0) return null;
  const all = formatCount(points.length + omitted);
  return `${formatCount(points.length)} of ${all} points are drawn; the others look alike.`;
}

export interface PointText {
  readonly name: string;
  readonly lines: readonly string[];
}

export function pointText(geometry: Geometry, index: number): PointText {
  const { points, nearest, rowOf, rows, attainable } = geometry;
  const lines = [sizeText(points[index].size)];
  const near = nearest[index];
  if (near !== null) {
    lines.push(`most similar: ${points[near[0]].name} ${formatSimilarity(near[1])}`);
    const row = rowOf[index];
    const far = row === null ? null : farthestIn(attainable[row], row);
    if (far !== null && far.similarity !== near[1])
      lines.push(`least similar: ${points[rows[far.row]].name} ${formatSimilarity(far.similarity)}`);
  }
  return { name: points[index].name, lines };
}

function farthestIn(
  similarities: readonly number[],
  own: number,
): { row: number; similarity: number } | null {
  let far: { row: number; similarity: number } | null = null;
  for (const [row, similarity] of similarities.entries())
    if (row !== own && (far === null || similarity < far.similarity)) far = { row, similarity };
  return far;
}

/** What two points reach, and what was asked for where that is another number. */
export function pairText(geometry: Geometry, row: number, column: number): PointText {
  const { points } = geometry;
  const reached = reachedSimilarity(geometry, row, column);
  const lines = [
    reached === null ? 'similarity not in the picture' : `similarity ${formatSimilarity(reached, 3)}`,
    ...wishLines(reached, wishedSimilarity(geometry, row, column)),
  ];
  return { name: `${points[row].name} and ${points[column].name}`, lines };
}

function wishLines(reached: number | null, wished: number | null | undefined): string[] {
  if (reached === null || wished === undefined) return [];
  if (wished === null) return ['asked for −∞: pushed apart without end'];
  if (formatSimilarity(wished, 3) === formatSimilarity(reached, 3)) return ['as asked for'];
  const direction = reached > wished ? 'closer together than asked for' : 'farther apart than asked for';
  return [`asked for ${formatSimilarity(wished, 3)}`, direction];
}

/** One line for assistive technology. */
export function spoken({ name, lines }: PointText): string {
  return `${name}: ${lines.join(', ')}`;
}

function sizeText(size: number): string {
  return size === 1 ? '1 sample' : `${formatCount(size)} samples`;
}
