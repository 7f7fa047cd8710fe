/** Where the plane lies on its canvas, and which node lies where. */
import { FINEST, type Node } from '../../phase/phaseGrid';

export interface PhaseLayout {
  readonly width: number;
  readonly height: number;
  /** The plane itself, in CSS pixels. */
  readonly left: number;
  readonly top: number;
  readonly planeWidth: number;
  readonly planeHeight: number;
}

/** Room for the numbers and names of the axes. */
const LEFT = 52;
const BOTTOM = 40;
const TOP = 24;
const RIGHT = 12;
/** Below this width the plane is a square; above, it is no higher than this. */
const MOST_HEIGHT = 400;

export function phaseLayout(width: number): PhaseLayout {
  const planeWidth = Math.max(80, width - LEFT - RIGHT);
  const planeHeight = Math.round(Math.min(MOST_HEIGHT, planeWidth * 0.8));
  return { width, height: planeHeight + TOP + BOTTOM, left: LEFT, top: TOP, planeWidth, planeHeight };
}

/** From shares of the plane's sides, counted from its lower left corner. */
export function pixelOf(
  { left, top, planeWidth, planeHeight }: PhaseLayout,
  [x, y]: readonly [number, number],
): readonly [number, number] {
  return [left + x * planeWidth, top + (1 - y) * planeHeight];
}

export const nodePixel = (layout: PhaseLayout, { x, y }: Node) => pixelOf(layout, [x / FINEST, y / FINEST]);

/** Null outside of the plane. */
export function nodeAt(layout: PhaseLayout, offsetX: number, offsetY: number): Node | null {
  const x = (offsetX - layout.left) / layout.planeWidth;
  const y = 1 - (offsetY - layout.top) / layout.planeHeight;
  if (x < 0 || x > 1 || y < 0 || y > 1) return null;
  return { x: Math.round(x * FINEST), y: Math.round(y * FINEST) };
}

/** Nodes that an arrow key goes, and with Shift. */
const STEP = 2;
const LEAP = 8;

/** Null for a key that moves nothing. */
export function nodeAfterKey(key: string, isLeap: boolean, { x, y }: Node): Node | null {
  const step = isLeap ? LEAP : STEP;
  const within = (value: number) => Math.min(FINEST, Math.max(0, value));
  switch (key) {
    case 'ArrowLeft':
      return { x: within(x - step), y };
    case 'ArrowRight':
      return { x: within(x + step), y };
    case 'ArrowUp':
      return { x, y: within(y + step) };
    case 'ArrowDown':
      return { x, y: within(y - step) };
    default:
      return null;
  }
}
