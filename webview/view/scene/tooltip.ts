/** What is said of the point, or the pair of points, under the pointer. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import type { Hovered } from '../../store';
import { element } from '../dom';
import type { ScreenPoint } from './picking';
import { pairText, pointText } from './sceneText';

export interface Tooltip {
  readonly root: HTMLElement;
  show(
    geometry: Geometry,
    hovered: Hovered | null,
    points: readonly ScreenPoint[],
    stage: { readonly width: number; readonly height: number },
  ): void;
}

const DISTANCE = 10;

export function createTooltip(): Tooltip {
  const root = element('div', { className: 'scene-tooltip', testId: 'scene-tooltip' });
  root.hidden = true;
  let shown = '';
  return {
    root,
    show(geometry, hovered, points, stage) {
      root.hidden = hovered === null || hovered.row >= points.length;
      if (hovered === null || root.hidden) return;
      const { row, column } = hovered;
      const isPair = column !== null && column !== row && column < points.length;
      const text = isPair ? pairText(geometry, row, column) : pointText(geometry, row);
      const key = JSON.stringify(text);
      if (key !== shown) {
        const lines = text.lines.map((line) => element('div', {}, line));
        root.replaceChildren(element('strong', {}, text.name), ...lines);
        shown = key;
      }
      place(root, isPair ? between(points[row], points[column]) : points[row], stage);
    },
  };
}

/** Beside the point, on the side where there is room. */
function place(
  root: HTMLElement,
  { x, y, radius }: ScreenPoint,
  stage: { readonly width: number; readonly height: number },
): void {
  const { offsetWidth: width, offsetHeight: height } = root;
  const away = radius + DISTANCE;
  const fitsRight = x + away + width <= stage.width;
  const left = fitsRight ? x + away : Math.max(0, x - away - width);
  const fitsBelow = y + away + height <= stage.height;
  const top = fitsBelow ? y + away : Math.max(0, y - away - height);
  root.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

function between(a: ScreenPoint, b: ScreenPoint): ScreenPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, radius: 0, depth: (a.depth + b.depth) / 2 };
}
