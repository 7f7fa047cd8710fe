/** The section with the 3D picture: what is shown in it, and what stands there when nothing can be drawn. */

import type { Geometry, ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Host } from '../../host';
import type { SceneContent, Store } from '../../store';
import type { Figures } from '../../takeAway/figures';
import { sceneSvg } from '../../takeAway/pictureSvg';
import { choice } from '../../widgets';
import { displayText, element, section } from '../dom';
import { sentence } from '../sentence';
import { readTheme } from '../theme';
import { TOP_AXES } from './pictureSettings';
import { pictureText } from './pictureText';
import { createSceneControls } from './sceneControls';
import { createSceneFrame, type SceneFrame } from './sceneFrame';
import { createStrainLegend } from './strainLegend';

export function createSceneSection(store: Store, host: Host, figures: Figures): HTMLElement {
  const content = choice(
    'Points to show',
    'scene-content',
    [
      { value: 'predicted', label: 'Predicted' },
      { value: 'training', label: 'Training' },
    ],
    (value) => store.set({ scene: value as SceneContent }),
  );
  const caption = element('p', { className: 'caption', testId: 'scene-caption' });
  const body = element('div', { className: 'scene-body' });
  const legend = element('div', {});
  const controls = createSceneControls(store);
  const root = section('Geometry', 'geometry', body);
  const heading = root.querySelector('h2');
  if (heading !== null) root.prepend(element('div', { className: 'section-head' }, heading, content.root));
  let frame: SceneFrame | null = null;
  let shownId: string | null = null;

  function drawnFrame(): SceneFrame {
    frame ??= createSceneFrame(store, {
      onProblem: (problem) => host.post({ type: 'problem', message: problem }),
      onDrawing: (geometry, settings, drawing) => {
        const rank = store.get().view?.analysis.rank ?? null;
        caption.textContent = displayText(pictureText(geometry, settings, drawing, rank));
        legend.replaceChildren(
          ...(drawing.strain === null ? [] : [createStrainLegend(drawing.strain, readTheme())]),
        );
      },
    });
    return frame;
  }
  /** Axes through points are of one objective, and of no others than it has. */
  function keepAxesThatExist({ rows }: Geometry, isSame: boolean): void {
    const { picture } = store.get();
    if (
      picture.axes.kind === 'points' &&
      !(isSame && picture.axes.points.every((point) => rows.includes(point)))
    )
      store.set({ picture: { ...picture, axes: TOP_AXES } });
  }
  function showView(view: ObjectiveView | null): void {
    content.root.hidden = view?.analysis.training === null || view?.analysis.geometry === null;
    if (view === null) return;
    const { geometry } = view.analysis;
    if (geometry === null) {
      body.replaceChildren(nothingDrawn(view));
      return;
    }
    const isSame = shownId === view.summary.id;
    keepAxesThatExist(geometry, isSame);
    const shown = drawnFrame();
    if (!body.contains(shown.root)) body.replaceChildren(controls, shown.root, legend, caption, shown.help);
    shown.setGeometry(geometry, geometry.onSphere && isSame);
    shownId = view.summary.id;
  }

  figures.add({
    id: 'geometry',
    label: 'Geometry',
    svg: () => {
      const snapshot = store.get().view?.analysis.geometry ? frame?.snapshot() : null;
      return snapshot ? sceneSvg(snapshot, `Geometry of ${store.get().view?.summary.name}`) : null;
    },
  });
  store.watch((state) => state.view, showView);
  store.watch((state) => state.scene, content.select);
  return root;
}

function nothingDrawn({ analysis }: ObjectiveView): HTMLElement {
  const why = analysis.optimumNote ?? analysis.undecidedBecause ?? analysis.condition;
  return element(
    'p',
    { className: 'empty', testId: 'geometry-empty' },
    `No geometry is drawn. ${sentence(why ?? 'the optimum of this objective was not computed')}`,
  );
}
