/**
 * One similarity matrix as plain rectangles and texts: what is painted, what is saved as an image of lines, and what a
 * review of a change compares.
 */
import { formatSimilarity } from '../numbers';
import { type SimilarityScale, textOn } from '../palette';
import type { Theme } from '../theme';
import type { MatrixLayout } from './matrixLayout';

export interface MatrixContent {
  readonly names: readonly string[];
  /** Null stands for −∞. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly scale: SimilarityScale;
}

export interface MatrixSnapshot {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** Of the stripes that stand for −∞. */
  readonly stripes: string;
  readonly foreground: string;
  readonly fontFamily: string;
  readonly cells: readonly SnapshotCell[];
  readonly names: readonly SnapshotName[];
}

export interface SnapshotCell {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Null for −∞, which no colour of the scale may stand for: stripes do. */
  readonly color: string | null;
  /** Side of the folded corner of a value that no unit vectors have; 0 for others. */
  readonly corner: number;
  /** Null where it does not fit. */
  readonly text: string | null;
  readonly textColor: string;
}

export interface SnapshotName {
  /** Row or column that it names. */
  readonly item: number;
  readonly text: string;
  /** Where the text ends beside its row, or has its middle above its column. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'end' | 'middle';
  readonly room: number;
}

/** A value of five characters needs this much room. */
const VALUE_WIDTH = 33;

/** Cells smaller than this touch, so that a picture of many is a surface and not a grid. */
const GAP_FROM = 14;

export function matrixSnapshot(layout: MatrixLayout, content: MatrixContent, theme: Theme): MatrixSnapshot {
  const { count, gutter, header, side } = layout;
  const indices = Array.from({ length: count }, (_, k) => k);
  return {
    width: gutter + side + 1,
    height: header + side + 1,
    background: theme.background,
    stripes: theme.muted,
    foreground: theme.foreground,
    fontFamily: theme.fontFamily,
    cells: indices.flatMap((row) => indices.map((column) => cellOf(layout, content, row, column, theme))),
    names: indices.flatMap((item) => namesOf(layout, content.names[item], item)),
  };
}

/** Whether no unit vectors have such a cosine; rounding beyond ±1 is not meant. */
export function isOutside(value: number, { kind }: Pick<SimilarityScale, 'kind'>): boolean {
  return kind === 'diverging' && Math.abs(value) > 1 + 1e-6;
}

function cellOf(
  { cell, gutter, header }: MatrixLayout,
  { values, scale }: MatrixContent,
  row: number,
  column: number,
  theme: Theme,
): SnapshotCell {
  const gap = cell >= GAP_FROM ? 1 : 0;
  // Rounded edges: fractions would blur into seams between cells.
  const x = Math.round(gutter + column * cell);
  const y = Math.round(header + row * cell);
  const value = values[row][column];
  const color = value === null ? null : scale.color(value);
  const hasCorner = value !== null && isOutside(value, scale);
  const hasText = cell >= VALUE_WIDTH;
  return {
    row,
    column,
    x,
    y,
    width: Math.round(gutter + (column + 1) * cell) - x - gap,
    height: Math.round(header + (row + 1) * cell) - y - gap,
    color,
    corner: hasCorner ? Math.max(2, Math.min(9, cell / 3)) : 0,
    text: hasText ? (value === null ? '−∞' : formatSimilarity(value)) : null,
    textColor: color === null || !hasText ? theme.foreground : textOn(color),
  };
}

/** At its row and above its column, where there is room. */
function namesOf({ gutter, header, cell }: MatrixLayout, text: string, item: number): SnapshotName[] {
  const beside: SnapshotName = {
    item,
    text,
    x: gutter - 6,
    y: header + (item + 0.5) * cell,
    anchor: 'end',
    room: gutter - 6,
  };
  const above: SnapshotName = {
    item,
    text,
    x: gutter + (item + 0.5) * cell,
    y: header / 2 - 1,
    anchor: 'middle',
    room: cell - 4,
  };
  return [...(gutter > 0 ? [beside] : []), ...(header > 0 ? [above] : [])];
}
