/** The names beside points: HTML over the picture, so that they stay sharp and have the editor's font. */
import { element } from '../dom';
import { groupLabel } from './coincidence';
import { declutter, type LabelRequest } from './declutter';
import type { ScreenPoint } from './picking';

const HEIGHT = 16;

/** As the stylesheet has it, for the bold of a highlighted name, which is the widest. */
const FONT = '600 12px';

/** With few points every name must be found; a place over another point is better than none. */
const FEW = 12;

/** More names than this are not read but searched; the pointer tells them one by one. */
const MOST_LABELS = 40;

/** More than any class has samples. */
const FIRST = 1e15;

interface Label {
  readonly node: HTMLElement;
  readonly point: number;
  readonly width: number;
  readonly size: number;
}

export interface Labels {
  readonly root: HTMLElement;
  /** One label a group of points at one place; it stands beside the group's first point. */
  setGroups(groups: readonly (readonly number[])[], names: readonly string[], sizes: readonly number[]): void;
  place(points: readonly ScreenPoint[], width: number, height: number, highlighted: readonly number[]): void;
}

export function createLabels(): Labels {
  const root = element('div', { className: 'scene-labels', attributes: { 'aria-hidden': 'true' } });
  let labels: Label[] = [];
  return {
    root,
    setGroups(groups, names, sizes) {
      const nodes = groups.map((group) =>
        element('span', { className: 'scene-label' }, groupLabel(group, names)),
      );
      root.replaceChildren(...nodes);
      const measure = textMeasure(`${FONT} ${getComputedStyle(document.body).fontFamily}`);
      labels = groups.map((group, k) => ({
        node: nodes[k],
        point: group[0],
        width: measure(nodes[k].textContent),
        size: group.reduce((sum, index) => sum + sizes[index], 0),
      }));
    },
    place(points, width, height, highlighted) {
      const requests = labels.map((label) =>
        requestFor(label, points[label.point], highlighted, labels.length),
      );
      const places = declutter(requests, width, height);
      labels.forEach(({ node, point }, k) => {
        const place = places[k];
        node.hidden = place === null;
        node.classList.toggle('highlighted', highlighted.includes(point));
        if (place !== null) node.style.transform = `translate(${place.left}px, ${place.top}px)`;
      });
      hideBeyond(labels, MOST_LABELS);
    },
  };
}

function requestFor(
  label: Label,
  { x, y, radius }: ScreenPoint,
  highlighted: readonly number[],
  count: number,
): LabelRequest {
  const isHighlighted = highlighted.includes(label.point);
  return {
    x,
    y,
    radius,
    width: label.width,
    height: HEIGHT,
    priority: label.size + (isHighlighted ? FIRST : 0),
    important: isHighlighted || count <= FEW,
  };
}

/** Widths by a canvas: elements have none while the panel is hidden. */
function textMeasure(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('this browser draws no 2D canvas');
  context.font = font;
  return (text) => Math.ceil(context.measureText(text).width);
}

/** Labels stand in the points' order; of too many the largest stay. */
function hideBeyond(labels: readonly Label[], most: number): void {
  const shown = labels.filter(({ node }) => !node.hidden).sort((a, b) => b.size - a.size);
  for (const { node } of shown.slice(most)) node.hidden = !node.classList.contains('highlighted');
}
