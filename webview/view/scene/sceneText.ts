/** The sentences beside the 3D picture, and what is said of the point under the pointer. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { formatCount, formatNumber, formatPercent, formatSimilarity } from '../numbers';
import { farthestPoint, showsSphere } from './pointRadii';

/** How much of the geometry three axes can show. */
export function spreadText({ explained }: Geometry, rank: number | null): string {
  if (rank === null) return `The three drawn axes hold ${formatPercent(explained)} of the spread.`;
  if (rank === 0) return 'All points coincide at the origin.';
  if (rank === 1) return 'One dimension, drawn whole.';
  if (rank <= 3) return `${rank === 2 ? 'Two' : 'Three'} dimensions, drawn whole.`;
  const share = explained < 1 && explained > 0.995 ? 'over 99%' : formatPercent(explained);
  return `3 of ${formatCount(rank)} dimensions, ${share} of the spread.`;
}

/** Said when the picture is larger than life; null when it is not. */
export function magnifiedText({ coordinates, onSphere }: Geometry): string | null {
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

export function pointText({ points, attainable }: Geometry, index: number): PointText {
  const others = points.map((_, other) => other).filter((other) => other !== index);
  const lines = [sizeText(points[index].size)];
  if (others.length > 0) {
    const row = attainable[index];
    const nearest = others.reduce((best, other) => (row[other] > row[best] ? other : best));
    const farthest = others.reduce((best, other) => (row[other] < row[best] ? other : best));
    const similarity = (other: number) => `${points[other].name} ${formatSimilarity(row[other])}`;
    lines.push(`most similar: ${similarity(nearest)}`);
    if (row[farthest] !== row[nearest]) lines.push(`least similar: ${similarity(farthest)}`);
  }
  return { name: points[index].name, lines };
}

export function pairText({ points, attainable }: Geometry, row: number, column: number): PointText {
  return {
    name: `${points[row].name} and ${points[column].name}`,
    lines: [`similarity ${formatSimilarity(attainable[row][column], 3)}`],
  };
}

/** One line for assistive technology. */
export function spoken({ name, lines }: PointText): string {
  return `${name}: ${lines.join(', ')}`;
}

function sizeText(size: number): string {
  return size === 1 ? '1 sample' : `${formatCount(size)} samples`;
}
