/** Draws the same picture on a plane canvas, for editors without a working WebGL. */
import { fitCanvas } from '../dom';
import type { Theme } from '../theme';
import { RIM } from './sceneMeasures';
import type { SceneModel } from './sceneModel';
import type { ScenePainter } from './scenePainter';
import { type SceneSnapshot, type SnapshotShape, sceneSnapshot } from './sceneSnapshot';
import type { Size } from './viewpoint';

/** Balls are shaded while there are few; a gradient for each of thousands would take longer than a frame. */
const MOST_SHADED = 300;

export function createCanvasPainter(canvas: HTMLCanvasElement): ScenePainter {
  let model: SceneModel | null = null;
  let theme: Theme | null = null;
  let size: Size = { width: 1, height: 1 };
  let highlighted: readonly number[] = [];
  let ratio = 1;
  return {
    setModel(next) {
      model = next;
    },
    highlight(indices) {
      highlighted = indices;
    },
    setTheme(next) {
      theme = next;
    },
    resize(next) {
      size = next;
      ratio = fitCanvas(canvas, size.width, size.height);
    },
    draw(eye) {
      const context = canvas.getContext('2d');
      if (context === null || model === null || theme === null) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      paintSnapshot(context, sceneSnapshot(model, eye, size, theme, highlighted), model.radii.length);
    },
  };
}

function paintSnapshot(context: CanvasRenderingContext2D, snapshot: SceneSnapshot, points: number): void {
  context.fillStyle = snapshot.background;
  context.fillRect(0, 0, snapshot.width, snapshot.height);
  for (const { path, color, width } of snapshot.lines) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    for (const [x, y] of path) context.lineTo(x, y);
    context.stroke();
  }
  for (const shape of snapshot.shapes) {
    if (shape.kind === 'ball') paintBall(context, shape, snapshot, points <= MOST_SHADED);
    else paintStroke(context, shape);
  }
}

function paintStroke(
  context: CanvasRenderingContext2D,
  { from, to, color, width }: Extract<SnapshotShape, { kind: 'stroke' }>,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

function paintBall(
  context: CanvasRenderingContext2D,
  { x, y, radius, color, opacity, ring }: Extract<SnapshotShape, { kind: 'ball' }>,
  { background, foreground }: SceneSnapshot,
  isShaded: boolean,
): void {
  const disc = (size: number, fill: string | CanvasGradient) => {
    context.fillStyle = fill;
    context.beginPath();
    context.arc(x, y, size, 0, 2 * Math.PI);
    context.fill();
  };
  context.globalAlpha = opacity;
  if (opacity === 1) disc(radius + ring + Math.max(0.7, RIM * 200), background);
  if (ring > 0) disc(radius + ring, foreground);
  disc(radius, color);
  if (isShaded) disc(radius, shading(context, x, y, radius));
  context.globalAlpha = 1;
}

/** Lighter towards the light, darker away from it. */
function shading(context: CanvasRenderingContext2D, x: number, y: number, radius: number): CanvasGradient {
  const gradient = context.createRadialGradient(x - radius / 3, y - radius / 2.2, 0, x, y, radius);
  gradient.addColorStop(0, 'rgba(255, 255, 255, 0.16)');
  gradient.addColorStop(0.6, 'rgba(0, 0, 0, 0)');
  gradient.addColorStop(1, 'rgba(0, 0, 0, 0.24)');
  return gradient;
}
