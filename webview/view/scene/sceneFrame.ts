/** The frame around the 3D picture: loads it when first shown, joins it with its surroundings, or says why it cannot. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import { element, onResize } from '../dom';
import { onThemeChange, readTheme } from '../theme';
import { atMostEvery, prefersReducedMotion } from './calm';
import { createLabels } from './labels';
import { createCameraButtons, listenToKeys, listenToPointer } from './sceneInput';
import { createScenePresenter, type ScenePresenter } from './scenePresenter';
import type { ThreeScene } from './threeScene';
import { createTooltip } from './tooltip';

export interface SceneFrame {
  readonly root: HTMLElement;
  /** How the picture is used; it stands below the picture's caption. */
  readonly help: HTMLElement;
  /** The camera stays while somebody edits the objective that they look at. */
  setGeometry(geometry: Geometry, keepCamera: boolean): void;
}

/** With reduced motion the training points move in steps this far apart, in milliseconds. */
const CALM_INTERVAL = 1000;

const HELP =
  'Drag to turn; click, then scroll to zoom. Keys: arrows turn, + and − zoom, 0 resets, N and P go from point to point.';

export function createSceneFrame(store: Store, onProblem: (problem: string) => void): SceneFrame {
  const canvas = element('canvas', {
    testId: 'geometry-canvas',
    attributes: { tabindex: '0', role: 'application', 'aria-describedby': 'scene-help' },
  });
  const labels = createLabels();
  const tooltip = createTooltip();
  const announcer = element('div', { className: 'visually-hidden', attributes: { role: 'status' } });
  const stage = element(
    'div',
    { className: 'scene-stage', testId: 'scene' },
    canvas,
    labels.root,
    tooltip.root,
  );
  const help = element('p', { className: 'hint', attributes: { id: 'scene-help' } }, HELP);
  const root = element('div', {}, stage, announcer);
  const presenter = createScenePresenter(store, { stage, canvas, labels, tooltip });

  openScene(canvas, presenter)
    .then((three) => join(three, { store, presenter, stage, canvas, announcer }))
    .catch((error: unknown) => {
      const because = error instanceof Error ? error.message : String(error);
      stage.replaceChildren(failure(because));
      help.hidden = true;
      onProblem(`The geometry could not be drawn in 3D: ${because}`);
    });
  return { root, help, setGeometry: presenter.setGeometry };
}

async function openScene(canvas: HTMLCanvasElement, presenter: ScenePresenter): Promise<ThreeScene> {
  const { createThreeScene } = await import('./threeScene');
  return createThreeScene(canvas, readTheme(), presenter.placeOverlay);
}

interface Surroundings {
  readonly store: Store;
  readonly presenter: ScenePresenter;
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly announcer: HTMLElement;
}

function join(three: ThreeScene, { store, presenter, stage, canvas, announcer }: Surroundings): void {
  const fillStage = () => {
    // Nothing has a size while the panel is hidden.
    if (stage.clientWidth > 0) three.resize(stage.clientWidth, stage.clientHeight);
  };
  fillStage();
  onResize(stage, fillStage);
  onThemeChange(() => three.setTheme(readTheme()));
  presenter.attach(three);
  stage.append(createCameraButtons(three));
  listenToPointer(canvas, three, store);
  listenToKeys(canvas, three, store, (text) => {
    announcer.textContent = text;
  });
  store.watch((state) => state.hovered, presenter.highlight);
  store.watch((state) => state.scene, presenter.showPoints);
  store.watch((state) => state.training.phase, presenter.showPoints);
  const movePoints = prefersReducedMotion()
    ? atMostEvery(CALM_INTERVAL, presenter.showPoints)
    : presenter.showPoints;
  store.watch((state) => state.training.coordinates, movePoints);
  stage.dataset.ready = 'true';
}

function failure(because: string): HTMLElement {
  return element(
    'div',
    { className: 'empty', testId: 'scene-problem' },
    element('p', {}, 'The geometry cannot be drawn in 3D here, because the editor offers no working WebGL.'),
    element('p', {}, 'The similarity matrix and the eigenvalues show the same geometry.'),
    element('p', { className: 'hint' }, because),
  );
}
