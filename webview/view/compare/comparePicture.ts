/** One objective's geometry beside others: small, turned together with them, and in the same colours. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { alignGeometry, matchPoints } from '../../compare/alignment';
import { displayText, element, onResize } from '../dom';
import { createCanvasPainter } from '../scene/canvasPainter';
import type { Point } from '../scene/orientation';
import { FIRST_PICTURE } from '../scene/pictureSettings';
import { cameraDistance } from '../scene/pointRadii';
import { buildDrawing, type SceneModel } from '../scene/sceneModel';
import { FIELD_OF_VIEW } from '../scene/viewpoint';
import { onThemeChange, readTheme } from '../theme';
import type { Turning } from './turning';

export interface Reference {
  readonly points: Geometry['points'];
  readonly model: SceneModel;
}

export interface ComparePicture {
  readonly root: HTMLElement;
  /** Lies over `reference` as well as a rotation lets it; null for the first picture. Answers what was drawn. */
  show(name: string, geometry: Geometry, reference: Reference | null): Reference;
}

/** Radians for a pixel of dragging, and for a press of an arrow key. */
const DRAG_TURN = 0.008;
const KEY_TURN = Math.PI / 24;

export function createComparePicture(turning: Turning): ComparePicture {
  const canvas = element('canvas', {
    className: 'compare-canvas',
    testId: 'compare-canvas',
    attributes: { tabindex: '0', role: 'img' },
  });
  const root = element('div', { className: 'compare-picture' }, canvas);
  const painter = createCanvasPainter(canvas);
  let model: SceneModel | null = null;

  function draw(): void {
    const { clientWidth: width, clientHeight: height } = root;
    if (model === null || width === 0 || height === 0) return;
    painter.resize({ width, height }, window.devicePixelRatio || 1);
    painter.draw(turning.eye(cameraDistance(model.radius, FIELD_OF_VIEW, width / height)));
  }
  painter.setTheme(readTheme());
  onThemeChange(() => {
    painter.setTheme(readTheme());
    draw();
  });
  onResize(root, draw);
  turning.onTurn(draw);
  listenToTurns(canvas, turning);
  return {
    root,
    show(name, geometry, reference) {
      canvas.setAttribute('aria-label', `Geometry of ${displayText(name)}; arrow keys turn all`);
      const own = buildDrawing(geometry, FIRST_PICTURE, readTheme()).model;
      model = reference === null ? own : laidOver(own, geometry, reference);
      painter.setModel(model);
      draw();
      return { points: geometry.points, model };
    },
  };
}

/** Points without a partner keep the colour of their own place. */
function laidOver(own: SceneModel, { points }: Geometry, reference: Reference): SceneModel {
  const partners = matchPoints(points, reference.points);
  const { coordinates, colors } = reference.model;
  return {
    ...own,
    coordinates: alignGeometry(own.coordinates, coordinates, partners),
    colors: own.colors.map((color, place) => {
      const partner = partners[place];
      return partner === null ? color : colors[partner];
    }),
  };
}

function listenToTurns(canvas: HTMLCanvasElement, turning: Turning): void {
  let last: Point | null = null;
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = [event.clientX, event.clientY, 0];
  });
  canvas.addEventListener('pointermove', (event) => {
    if (last === null || event.buttons === 0) return;
    turning.turn(-DRAG_TURN * (event.clientX - last[0]), DRAG_TURN * (event.clientY - last[1]));
    last = [event.clientX, event.clientY, 0];
  });
  canvas.addEventListener('keydown', (event) => {
    const turns: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => turning.turn(-KEY_TURN, 0),
      ArrowRight: () => turning.turn(KEY_TURN, 0),
      ArrowUp: () => turning.turn(0, KEY_TURN),
      ArrowDown: () => turning.turn(0, -KEY_TURN),
      '0': turning.reset,
    };
    const turn = turns[event.key];
    if (turn === undefined) return;
    event.preventDefault();
    turn();
  });
}
