/** Decides what the 3D picture shows now: which points, which labels, which are highlighted. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import { coincidentGroups } from './coincidence';
import type { Labels } from './labels';
import { buildSceneModel, type SceneModel } from './sceneModel';
import type { ThreeScene } from './threeScene';
import type { Tooltip } from './tooltip';

export interface ScenePresenter {
  setGeometry(geometry: Geometry, keepCamera: boolean): void;
  /** The picture, once it has been loaded. */
  attach(three: ThreeScene): void;
  showPoints(): void;
  highlight(): void;
  /** Puts what lies over the picture where its points are now. */
  placeOverlay(): void;
}

interface Overlay {
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly labels: Labels;
  readonly tooltip: Tooltip;
}

export function createScenePresenter(store: Store, overlay: Overlay): ScenePresenter {
  const { stage, canvas, labels, tooltip } = overlay;
  let geometry: Geometry | null = null;
  let three: ThreeScene | null = null;
  /** The labels' present content: setting it again would only cost time. */
  let labelled = '';

  function show(keepCamera: boolean): void {
    if (geometry === null) return;
    const { scene, training } = store.get();
    const moving = scene === 'training' ? training.coordinates : null;
    const model = buildSceneModel(geometry, moving);
    canvas.setAttribute('aria-label', describe(geometry, moving !== null));
    const together = moving === null || training.phase === 'ended';
    label(geometry, model, together);
    three?.setModel(model, keepCamera);
  }
  function label({ points }: Geometry, model: SceneModel, together: boolean): void {
    const groups = together
      ? coincidentGroups(model.coordinates, model.radius)
      : points.map((_, index) => [index]);
    const names = points.map((point) => point.name);
    const content = JSON.stringify([groups, names]);
    if (content === labelled) return;
    labelled = content;
    const sizes = points.map((point) => point.size);
    labels.setGroups(groups, names, sizes);
  }

  return {
    setGeometry(next, keepCamera) {
      geometry = next;
      show(keepCamera);
    },
    attach(loaded) {
      three = loaded;
      show(false);
    },
    showPoints: () => show(true),
    highlight: () => three?.highlight(highlightedPoints(store)),
    placeOverlay() {
      if (three === null || geometry === null) return;
      const { clientWidth: width, clientHeight: height } = stage;
      const points = three.screenPoints();
      labels.place(points, width, height, highlightedPoints(store));
      tooltip.show(geometry, store.get().hovered, points, { width, height });
    },
  };
}

function highlightedPoints(store: Store): number[] {
  const { hovered } = store.get();
  if (hovered === null) return [];
  const { row, column } = hovered;
  return column === null || column === row ? [row] : [row, column];
}

function describe({ points }: Geometry, training: boolean): string {
  const what = points.length === 1 ? '1 point' : `${points.length} points`;
  return `3D picture of ${what}, ${training ? 'as trained so far' : 'as predicted'}`;
}
