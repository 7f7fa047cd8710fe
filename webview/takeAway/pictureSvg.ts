/** The pictures of the panel as SVG files: the shapes that are on the screen, at their places and in their colours. */
import type { MatrixSnapshot, SnapshotCell, SnapshotName } from '../view/matrix/matrixSnapshot';
import type { SceneSnapshot, SnapshotLabel, SnapshotShape } from '../view/scene/sceneSnapshot';
import { escaped, pathThrough, svgFile, tag } from './svg';

/** Half the height of a capital letter, in pixels: texts are centred on their baseline. */
const HALF_CAPITAL = 4.2;

export function sceneSvg(snapshot: SceneSnapshot, title: string): string {
  return svgFile(
    { ...snapshot, title },
    ...snapshot.lines.map(({ path, color, width }) =>
      tag('path', { d: pathThrough(path), fill: 'none', stroke: color, 'stroke-width': width }),
    ),
    ...snapshot.shapes.flatMap((shape) => shapeSvg(shape, snapshot)),
    ...snapshot.labels.map((label) => labelSvg(label, snapshot)),
  );
}

function shapeSvg(shape: SnapshotShape, { background, foreground }: SceneSnapshot): string[] {
  if (shape.kind === 'stroke') {
    const { from, to, color, width } = shape;
    return [
      tag('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: color, 'stroke-width': width }),
    ];
  }
  const { x, y, radius, color, opacity, ring } = shape;
  const disc = (size: number, fill: string) => tag('circle', { cx: x, cy: y, r: size, fill, opacity });
  return [
    ...(opacity === 1 ? [disc(radius + ring + 1, background)] : []),
    ...(ring > 0 ? [disc(radius + ring, foreground)] : []),
    disc(radius, color),
  ];
}

/** A label's place is its upper left corner; the outline keeps it readable over lines. */
function labelSvg({ text, x, y, bold }: SnapshotLabel, { background, foreground }: SceneSnapshot): string {
  return tag(
    'text',
    {
      x,
      y: y + 12,
      fill: foreground,
      stroke: background,
      'stroke-width': 3,
      'paint-order': 'stroke',
      ...(bold ? { 'font-weight': 600 } : {}),
    },
    escaped(text),
  );
}

export function matrixSvg(snapshot: MatrixSnapshot, title: string): string {
  const hasStripes = snapshot.cells.some(({ color }) => color === null);
  return svgFile(
    { ...snapshot, title },
    ...(hasStripes ? [stripes(snapshot)] : []),
    ...snapshot.cells.flatMap(cellSvg),
    ...snapshot.names.map((name) => nameSvg(name, snapshot)),
  );
}

/** What stands for −∞, as on the screen. */
function stripes({ stripes: color }: MatrixSnapshot): string {
  const line = tag('path', { d: 'M-1 7L7 -1M-1 3L3 -1M3 7L7 3', stroke: color, 'stroke-width': 1 });
  return tag(
    'defs',
    {},
    tag('pattern', { id: 'minus-infinity', width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, line),
  );
}

function cellSvg({ x, y, width, height, color, corner, text, textColor }: SnapshotCell): string[] {
  const folded: readonly (readonly [number, number])[] = [
    [x + width - corner, y],
    [x + width, y],
    [x + width, y + corner],
  ];
  return [
    tag('rect', { x, y, width, height, fill: color ?? 'url(#minus-infinity)' }),
    ...(corner > 0 ? [tag('path', { d: `${pathThrough(folded)}Z`, fill: textColor })] : []),
    ...(text === null
      ? []
      : [
          tag(
            'text',
            {
              x: x + width / 2,
              y: y + height / 2 + HALF_CAPITAL,
              'text-anchor': 'middle',
              'font-size': 11,
              fill: textColor,
            },
            escaped(text),
          ),
        ]),
  ];
}

function nameSvg({ text, x, y, anchor, room }: SnapshotName, { foreground }: MatrixSnapshot): string {
  return tag(
    'text',
    { x, y: y + HALF_CAPITAL, 'text-anchor': anchor, fill: foreground },
    escaped(fitting(text, room)),
  );
}

/** Pixels of a letter, on average. */
const LETTER = 6.4;

function fitting(text: string, room: number): string {
  const letters = Math.max(1, Math.floor(room / LETTER));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}
