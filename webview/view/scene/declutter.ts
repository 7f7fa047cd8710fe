/** Places the labels of points so that none covers another: the most important first, each beside its point. */

export interface LabelRequest {
  /** Centre and radius of the point on screen, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** The highest is placed first. */
  readonly priority: number;
  /** Placed even over another point when there is no free place. */
  readonly important: boolean;
}

export interface Place {
  /** Upper left corner. */
  readonly left: number;
  readonly top: number;
}

interface Box extends Place {
  readonly right: number;
  readonly bottom: number;
}

/** Pixels between a point and its label, and between two labels. */
const DISTANCE = 4;
const MARGIN = 1;

/** The picture's upper right corner, where the camera's buttons are. */
export const BUTTONS = { width: 34, height: 90 };

/** One place a label, or null where there is none. Shape: as `labels`. */
export function declutter(labels: readonly LabelRequest[], width: number, height: number): (Place | null)[] {
  const placed: Box[] = [{ left: width - BUTTONS.width, top: 0, right: width, bottom: BUTTONS.height }];
  const places: (Place | null)[] = labels.map(() => null);
  const order = labels.map((_, index) => index).sort((a, b) => labels[b].priority - labels[a].priority);
  for (const index of order) {
    const label = labels[index];
    const inside = candidates(label, width / 2).filter(
      (box) => box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height,
    );
    const free = inside.filter((box) => !placed.some((other) => overlaps(box, other)));
    const clear = free.find((box) => !labels.some((other) => covers(box, other)));
    const box = clear ?? (label.important ? free[0] : undefined);
    if (box === undefined) continue;
    placed.push(box);
    places[index] = { left: box.left, top: box.top };
  }
  return places;
}

/** The side that looks away from the middle, above, below, the other side. */
function candidates({ x, y, radius, width, height }: LabelRequest, middle: number): Box[] {
  const away = radius + DISTANCE;
  const right: Place = { left: x + away, top: y - height / 2 };
  const left: Place = { left: x - away - width, top: y - height / 2 };
  const above: Place = { left: x - width / 2, top: y - away - height + 2 };
  const below: Place = { left: x - width / 2, top: y + away - 2 };
  const corners = x < middle ? [left, above, below, right] : [right, above, below, left];
  return corners.map(({ left, top }) => ({ left, top, right: left + width, bottom: top + height }));
}

function overlaps(a: Box, b: Box): boolean {
  return (
    a.left < b.right + MARGIN &&
    b.left < a.right + MARGIN &&
    a.top < b.bottom + MARGIN &&
    b.top < a.bottom + MARGIN
  );
}

/** Whether a box lies over a point's disc. */
function covers(box: Box, { x, y, radius }: LabelRequest): boolean {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return dx * dx + dy * dy < radius * radius;
}
