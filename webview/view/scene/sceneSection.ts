/** The section with the 3D picture: what is shown in it, and what stands there when nothing can be drawn. */

import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Host } from '../../host';
import type { SceneContent, Store } from '../../store';
import { choice } from '../../widgets';
import { element, section } from '../dom';
import { sentence } from '../sentence';
import { createSceneFrame, type SceneFrame } from './sceneFrame';
import { magnifiedText, omittedText, spreadText } from './sceneText';

export function createSceneSection(store: Store, host: Host): HTMLElement {
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
  const root = section('Geometry', 'geometry', body);
  const heading = root.querySelector('h2');
  if (heading !== null) root.prepend(element('div', { className: 'section-head' }, heading, content.root));
  let frame: SceneFrame | null = null;
  let shownId: string | null = null;

  function drawnFrame(): SceneFrame {
    frame ??= createSceneFrame(store, (problem) => host.post({ type: 'problem', message: problem }));
    return frame;
  }
  function showView(view: ObjectiveView | null): void {
    content.root.hidden = view?.analysis.training === null || view?.analysis.geometry === null;
    if (view === null) return;
    const { geometry, rank } = view.analysis;
    if (geometry === null) {
      body.replaceChildren(nothingDrawn(view));
      return;
    }
    caption.textContent = [spreadText(geometry, rank), magnifiedText(geometry), omittedText(geometry)]
      .filter((sentence) => sentence !== null)
      .join(' ');
    const shown = drawnFrame();
    if (!body.contains(shown.root)) body.replaceChildren(shown.root, caption, shown.help);
    shown.setGeometry(geometry, geometry.onSphere && shownId === view.summary.id);
    shownId = view.summary.id;
  }

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
