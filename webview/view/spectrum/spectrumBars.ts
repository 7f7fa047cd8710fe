/** The bars of the eigenvalue chart, and the sentence beside it. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { formatCount, formatPercent } from '../numbers';

export interface Bar {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** `drawn` on the axes of the 3D picture, else a part of the geometry that three axes cannot show, or nothing. */
  readonly role: 'drawn' | 'undrawn' | 'empty';
}

/** More bars than this cannot be told apart. */
export const MOST_BARS = 48;

const WIDEST = 44;

/** A value of zero still shows where it stands. */
const LEAST_HEIGHT = 1.5;

/** Bars along `width`, the largest eigenvalue `height` high. */
export function spectrumBars(
  eigenvalues: readonly number[],
  rank: number | null,
  width: number,
  height: number,
): Bar[] {
  const shown = eigenvalues.slice(0, MOST_BARS);
  const pitch = Math.min(WIDEST, width / Math.max(1, shown.length));
  const largest = Math.max(...shown, Number.MIN_VALUE);
  const filled = rank ?? shown.length;
  return shown.map((value, index) => ({
    left: index * pitch,
    width: pitch * 0.78,
    height: Math.max(LEAST_HEIGHT, (Math.max(0, value) / largest) * height),
    role: index >= filled ? 'empty' : index < 3 ? 'drawn' : 'undrawn',
  }));
}

/** Where between two bars a count of dimensions ends. */
export function boundaryAfter(bars: readonly Bar[], count: number): number | null {
  if (count < 1 || count > bars.length) return null;
  const last = bars[count - 1];
  const pitch = bars.length > 1 ? bars[1].left : last.width / 0.78;
  return last.left + (last.width + pitch) / 2;
}

export function spectrumText(count: number, rank: number | null, dimension: number | null): string {
  const space = dimension === null ? '' : ` of ${formatCount(dimension)}`;
  const parts: string[] = [];
  if (rank !== null) {
    const noun = (dimension ?? rank) === 1 ? 'dimension' : 'dimensions';
    parts.push(`The optimum fills ${formatCount(rank)}${space} ${noun} of the embedding space.`);
  } else if (dimension !== null) parts.push(`The embedding space has ${formatCount(dimension)} dimensions.`);
  if (rank === null || rank > 3) parts.push('Full bars are the drawn axes.');
  if (count > MOST_BARS)
    parts.push(`The largest ${MOST_BARS} of ${formatCount(count)} eigenvalues are shown.`);
  return parts.join(' ');
}

/** How much of a point's length the drawn axes hold; null where its length is not known, or it has none. */
export function shareOnAxes(geometry: Geometry, point: number): string | null {
  const { similarity, attainable, rowOf, coordinates, points } = geometry;
  const row = rowOf[point];
  if (row === null || (similarity !== 'cosine' && similarity !== 'dot')) return null;
  const squaredLength = similarity === 'cosine' ? 1 : attainable[row][row];
  if (!(squaredLength > 0)) return null;
  const shares = coordinates[point].map((x) => formatPercent(Math.min(1, (x * x) / squaredLength)));
  return `${points[point].name}: ${shares[0]}, ${shares[1]} and ${shares[2]} of its squared length on axes 1, 2 and 3.`;
}
