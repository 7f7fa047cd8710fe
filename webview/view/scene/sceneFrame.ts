/** The frame around the 3D picture: loads it when first shown, joins it with its surroundings, or says why it cannot. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import { element, onResize } from '../dom';
import { onThemeChange, readTheme } from '../theme';
import { atMostEvery, prefersReducedMotion } from './calm';
import { createLabels } from './labels';
import type { LiveScene, WithoutWebgl } from './liveScene';
import type { PictureSettings } from './pictureSettings';
import { createCameraButtons, listenToKeys, listenToPointer } from './sceneInput';
import type { Drawing } from './sceneModel';
import { createScenePresenter, type ScenePresenter } from './scenePresenter';
import type { SceneSnapshot } from './sceneSnapshot';
import { createTooltip } from './tooltip';

export interface SceneFrame {
  readonly root: HTMLElement;
  /** How the picture is used; it stands below the picture's caption. */
  readonly help: HTMLElement;
  /** The camera stays while somebody edits the objective that they look at. */
  setGeometry(geometry: Geometry, keepCamera: boolean): void;
  /** The picture as it stands on the screen, as plain shapes; null before it is drawn. */
  snapshot(): SceneSnapshot | null;
}

interface FrameListener {
  onDrawing(geometry: Geometry, settings: PictureSettings, drawing: Drawing): void;
  onProblem(problem: string): void;
}

/** With reduced motion the training points move in steps this far apart, in milliseconds. */
const CALM_INTERVAL = 1000;

const HELP =
  'Drag to turn; click, then scroll to zoom. Keys: arrows turn, + and − zoom, 0 resets, N and P go from point to point.';

export function createSceneFrame(store: Store, { onDrawing, onProblem }: FrameListener): SceneFrame {
  const canvas = element('canvas', {
    testId: 'geometry-canvas',
    attributes: { tabindex: '0', role: 'application', 'aria-describedby': 'scene-help' },
  });
  const plain = element('canvas', {
    className: 'scene-plain',
    testId: 'geometry-plain',
    attributes: { 'aria-hidden': 'true' },
  });
  const labels = createLabels();
  const tooltip = createTooltip();
  const announcer = element('div', { className: 'visually-hidden', attributes: { role: 'status' } });
  const parts = [canvas, plain, labels.root, tooltip.root];
  const stage = element('div', { className: 'scene-stage', testId: 'scene' }, ...parts);
  const without = element('p', {
    className: 'hint',
    testId: 'scene-problem',
    attributes: { role: 'status' },
  });
  without.hidden = true;
  const help = element('p', { className: 'hint', attributes: { id: 'scene-help' } }, HELP);
  const root = element('div', {}, stage, without, announcer);
  const presenter = createScenePresenter(store, { stage, canvas, labels, tooltip }, onDrawing);
  const sayWebgl = (reason: WithoutWebgl) => {
    without.hidden = reason === null;
    without.textContent = reason === null ? '' : withoutText(reason);
    if (reason !== null) onProblem(`The geometry is drawn without WebGL: ${reason.because}`);
  };

  loadScene({ canvas, plain }, presenter, sayWebgl)
    .then((scene) => join(scene, { store, presenter, stage, canvas, announcer }))
    .catch((error: unknown) => {
      const because = error instanceof Error ? error.message : String(error);
      stage.replaceChildren(failure(because));
      help.hidden = true;
      onProblem(`The geometry could not be drawn: ${because}`);
    });
  return { root, help, setGeometry: presenter.setGeometry, snapshot: presenter.snapshot };
}

async function loadScene(
  canvases: { readonly canvas: HTMLCanvasElement; readonly plain: HTMLCanvasElement },
  presenter: ScenePresenter,
  onWebgl: (without: WithoutWebgl) => void,
): Promise<LiveScene> {
  const { createLiveScene } = await import('./liveScene');
  return createLiveScene(canvases, readTheme(), presenter.placeOverlay, onWebgl);
}

interface Surroundings {
  readonly store: Store;
  readonly presenter: ScenePresenter;
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly announcer: HTMLElement;
}

function join(scene: LiveScene, { store, presenter, stage, canvas, announcer }: Surroundings): void {
  const fillStage = () => {
    // Nothing has a size while the panel is hidden.
    if (stage.clientWidth > 0) scene.resize({ width: stage.clientWidth, height: stage.clientHeight });
  };
  fillStage();
  onResize(stage, fillStage);
  onThemeChange(() => {
    scene.setTheme(readTheme());
    presenter.showPoints(true);
  });
  presenter.attach(scene);
  stage.append(createCameraButtons(scene));
  listenToPointer(canvas, scene, store, presenter.edges);
  listenToKeys(canvas, scene, store, (text) => {
    announcer.textContent = text;
  });
  follow(store, scene, presenter, stage);
  stage.dataset.ready = 'true';
}

/** Draws again with every change of what is shown. */
function follow(store: Store, scene: LiveScene, presenter: ScenePresenter, stage: HTMLElement): void {
  const showPoints = () => presenter.showPoints(true);
  store.watch((state) => state.hovered, presenter.highlight);
  store.watch((state) => state.scene, showPoints);
  store.watch((state) => state.training.phase, showPoints);
  store.watch(
    (state) => state.training.coordinates,
    prefersReducedMotion() ? atMostEvery(CALM_INTERVAL, showPoints) : showPoints,
  );
  store.watch((state) => state.picture.strain, showPoints);
  // Other axes are another picture, to be looked at from its own first place.
  store.watch(
    (state) => state.picture.axes,
    () => presenter.showPoints(false),
  );
  store.watch(
    (state) => state.picture.surface,
    () => presenter.showPoints(false),
  );
  store.watch(
    (state) => state.picture.focus,
    (focus) => {
      if (focus === null) return;
      scene.face(focus.point);
      stage.scrollIntoView({ block: 'nearest' });
    },
  );
}

function withoutText({ lost }: NonNullable<WithoutWebgl>): string {
  return lost
    ? 'The graphics card was reset; until it comes back the picture is drawn without it. It turns as before.'
    : 'The editor offers no working WebGL, so the picture is drawn without the graphics card: plainer, and slower with many points. It turns as before.';
}

function failure(because: string): HTMLElement {
  return element(
    'div',
    { className: 'empty', testId: 'scene-failure' },
    element('p', {}, 'The geometry cannot be drawn here.'),
    element('p', {}, 'The similarity matrix and the eigenvalues show the same geometry.'),
    element('p', { className: 'hint' }, because),
  );
}
