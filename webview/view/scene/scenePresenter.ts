/** Decides what the 3D picture shows now: which points, which labels, which are highlighted. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import { readTheme } from '../theme';
import { coincidentGroups } from './coincidence';
import type { Labels } from './labels';
import type { LiveScene } from './liveScene';
import type { PictureSettings } from './pictureSettings';
import { buildDrawing, type Drawing, type SceneEdge, type SceneModel } from './sceneModel';
import { type SceneSnapshot, sceneSnapshot } from './sceneSnapshot';
import type { Tooltip } from './tooltip';

export interface ScenePresenter {
  setGeometry(geometry: Geometry, keepCamera: boolean): void;
  /** The picture, once it has been loaded. */
  attach(scene: LiveScene): void;
  /** Draws again after a change of points, settings or theme. */
  showPoints(keepCamera: boolean): void;
  highlight(): void;
  /** Puts what lies over the picture where its points are now. */
  placeOverlay(): void;
  edges(): readonly SceneEdge[];
  /** As it stands on the screen; null before the first drawing. */
  snapshot(): SceneSnapshot | null;
}

interface Overlay {
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly labels: Labels;
  readonly tooltip: Tooltip;
}

export function createScenePresenter(
  store: Store,
  { stage, canvas, labels, tooltip }: Overlay,
  onDrawing: (geometry: Geometry, settings: PictureSettings, drawing: Drawing) => void,
): ScenePresenter {
  let geometry: Geometry | null = null;
  let scene: LiveScene | null = null;
  let drawing: Drawing | null = null;
  /** The labels' present content: setting it again would only cost time. */
  let labelled = '';

  function show(keepCamera: boolean): void {
    if (geometry === null) return;
    const { scene: content, training, picture } = store.get();
    const { coordinates } = training;
    // A run of other points than those that are predicted has no place in their picture.
    const isOfThese = content === 'training' && coordinates?.length === geometry.points.length;
    const moving = isOfThese ? coordinates : null;
    drawing = buildDrawing(geometry, picture, readTheme(), moving);
    canvas.setAttribute('aria-label', describe(geometry, moving !== null));
    // Labels lie over a picture: before it is there, finding what they would say only delays the first words.
    if (scene !== null) label(geometry, drawing.model, moving === null || training.phase === 'ended');
    onDrawing(geometry, picture, drawing);
    scene?.setModel(drawing.model, keepCamera);
  }
  function label({ points }: Geometry, { coordinates, radii, radius }: SceneModel, together: boolean): void {
    const drawn = points.map((_, index) => index).filter((index) => radii[index] > 0);
    const groups = together
      ? coincidentGroups(
          drawn.map((index) => coordinates[index]),
          radius,
        ).map((group) => group.map((k) => drawn[k]))
      : drawn.map((index) => [index]);
    const names = points.map((point) => point.name);
    const content = JSON.stringify([groups, names]);
    if (content === labelled) return;
    labelled = content;
    labels.setContent({ groups, names, sizes: points.map((point) => point.size) });
  }
  const sizeNow = () => ({ width: stage.clientWidth, height: stage.clientHeight });

  return {
    setGeometry(next, keepCamera) {
      geometry = next;
      show(keepCamera);
    },
    attach(loaded) {
      scene = loaded;
      show(false);
    },
    showPoints: show,
    highlight: () => scene?.highlight(highlightedPoints(store)),
    placeOverlay() {
      if (scene === null || geometry === null) return;
      const points = scene.screenPoints();
      labels.place(points, sizeNow(), highlightedPoints(store), chosenPoints(store));
      tooltip.show(geometry, store.get().hovered, points, sizeNow());
    },
    edges: () => drawing?.model.edges ?? [],
    snapshot() {
      if (scene === null || drawing === null) return null;
      const { model } = drawing;
      return sceneSnapshot(model, scene.eye(), sizeNow(), readTheme(), [], labels.placed());
    },
  };
}

function highlightedPoints(store: Store): number[] {
  const { hovered } = store.get();
  if (hovered === null) return [];
  const { row, column } = hovered;
  return column === null || column === row ? [row] : [row, column];
}

/** Points that the axes run through are always named. */
function chosenPoints(store: Store): readonly number[] {
  const { axes } = store.get().picture;
  return axes.kind === 'points' ? [...new Set(axes.points)] : [];
}

function describe({ points }: Geometry, training: boolean): string {
  const what = points.length === 1 ? '1 point' : `${points.length} points`;
  return `3D picture of ${what}, ${training ? 'as trained so far' : 'as predicted'}`;
}
