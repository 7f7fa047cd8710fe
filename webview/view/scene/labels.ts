/** The names beside points: HTML over the picture, so that they stay sharp and have the editor's font. */
import { element } from '../dom';
import { groupLabel } from './coincidence';
import { declutter, type LabelRequest } from './declutter';
import { labelCandidates } from './labelled';
import type { ScreenPoint } from './picking';
import type { SnapshotLabel } from './sceneSnapshot';
import type { Size } from './viewpoint';

const HEIGHT = 16;

/** As the stylesheet has it, for the bold of a highlighted name, which is the widest. */
const FONT = '600 12px';

/** With few points every name must be found; a place over another point is better than none. */
const FEW = 12;

/** Names in one picture: fewer where points leave little room between them. */
const MOST_LABELS = 40;
const MOST_IN_A_CROWD = 10;
const CROWD = 300;

/** More than any class has samples. */
const FIRST = 1e15;

interface Label {
  readonly node: HTMLElement;
  readonly point: number;
  readonly width: number;
  readonly size: number;
}

export interface LabelContent {
  /** Points at one place: one label, beside the first. */
  readonly groups: readonly (readonly number[])[];
  readonly names: readonly string[];
  readonly sizes: readonly number[];
}

export interface Labels {
  readonly root: HTMLElement;
  setContent(content: LabelContent): void;
  /** `highlighted` have a label whatever stands there, and `important` ones before all others. */
  place(
    points: readonly ScreenPoint[],
    size: Size,
    highlighted: readonly number[],
    important: readonly number[],
  ): void;
  /** As they stand now. */
  placed(): SnapshotLabel[];
}

export function createLabels(): Labels {
  const root = element('div', { className: 'scene-labels', attributes: { 'aria-hidden': 'true' } });
  let content: LabelContent = { groups: [], names: [], sizes: [] };
  let labels: Label[] = [];
  let now: SnapshotLabel[] = [];
  let measure = textMeasure();

  function make(points: readonly number[]): Label {
    const node = element('span', { className: 'scene-label' }, groupLabel(points, content.names));
    const size = points.reduce((sum, index) => sum + content.sizes[index], 0);
    return { node, point: points[0], width: measure(node.textContent), size };
  }
  /** Labels of the candidates, and of others that must be named. */
  function withNamed(named: readonly number[]): Label[] {
    const missing = named.filter((point) => !labels.some((label) => label.point === point));
    return [...labels, ...missing.map((point) => make([point]))];
  }
  function show(nodes: readonly HTMLElement[]): void {
    const isShown =
      nodes.length === root.childElementCount && nodes.every((node) => node.parentNode === root);
    if (!isShown) root.replaceChildren(...nodes);
  }
  return {
    root,
    setContent(next) {
      content = next;
      measure = textMeasure();
      root.classList.toggle('crowded', next.groups.length > CROWD);
      const groups = next.groups.map((points) => ({
        points,
        size: points.reduce((sum, index) => sum + next.sizes[index], 0),
      }));
      labels = labelCandidates(groups).map(({ points }) => make(points));
    },
    place(points, size, highlighted, important) {
      const shown = withNamed([...highlighted, ...important].filter((point) => point < points.length));
      const requests = shown.map((label) =>
        requestFor(label, points[label.point], highlighted, important, shown),
      );
      const places = declutter(requests, size.width, size.height);
      const most = content.groups.length > CROWD ? MOST_IN_A_CROWD : MOST_LABELS;
      const order = shown
        .map((_, k) => k)
        .filter((k) => places[k] !== null)
        .sort((a, b) => requests[b].priority - requests[a].priority)
        .slice(0, most);
      show(order.map((k) => shown[k].node));
      now = order.map((k) => {
        const { left, top } = places[k] ?? { left: 0, top: 0 };
        const bold = highlighted.includes(shown[k].point);
        shown[k].node.classList.toggle('highlighted', bold);
        shown[k].node.style.transform = `translate(${left}px, ${top}px)`;
        return { text: shown[k].node.textContent, x: left, y: top, bold };
      });
    },
    placed: () => now,
  };
}

function requestFor(
  label: Label,
  { x, y, radius }: ScreenPoint,
  highlighted: readonly number[],
  important: readonly number[],
  all: readonly Label[],
): LabelRequest {
  const isHighlighted = highlighted.includes(label.point);
  const isImportant = important.includes(label.point);
  return {
    x,
    y,
    radius,
    width: label.width,
    height: HEIGHT,
    priority: label.size + (isHighlighted ? 2 * FIRST : isImportant ? FIRST : 0),
    important: isHighlighted || isImportant || all.length <= FEW,
  };
}

/** Widths by a canvas: elements have none while the panel is hidden. */
function textMeasure(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('this browser draws no 2D canvas');
  context.font = `${FONT} ${getComputedStyle(document.body).fontFamily}`;
  return (text) => Math.ceil(context.measureText(text).width);
}
