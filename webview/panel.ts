/** The panel's entry: joins host, store, training and views. */
import './panel.css';
import type { HostMessage } from '../src/protocol/panelMessages';
import { connectHost, type Host } from './host';
import { createStore, type Store } from './store';
import { createTrainingClient } from './training/trainingClient';
import { createTrainingController, isSameRun, type TrainingController } from './trainingController';
import { element } from './view/dom';
import { createHeader, createReasons } from './view/header';
import { createMatrixSection } from './view/matrix/matrixSection';
import { createNotices } from './view/notices';
import { createParametersSection } from './view/parameters';
import { createSceneSection } from './view/scene/sceneSection';
import { createSpectrumSection } from './view/spectrum/spectrumSection';
import { createTrainingSection } from './view/training/trainingSection';

const root = document.getElementById('panel');
if (root === null) throw new Error('the page has no element for the panel');
start(root);

function start(page: HTMLElement): void {
  const store = createStore();
  const host = connectHost(
    (message) => receive(message, store, controller),
    (problem) => tell(store, host, problem),
  );
  const controller = createTrainingController(store, host, (onAnswer) =>
    createTrainingClient(page.dataset.trainingWorker ?? '', onAnswer),
  );
  const reportError = (error: unknown) =>
    tell(store, host, `The panel made an error: ${error instanceof Error ? error.message : String(error)}`);
  window.addEventListener('error', (event) => reportError(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => reportError(event.reason));
  page.append(createNotices(store), createPage(store, host, controller));
  host.post({ type: 'ready' });
}

function receive(message: HostMessage, store: Store, controller: TrainingController): void {
  if (message.type === 'analyzing') {
    store.set({ analyzing: message.name });
    return;
  }
  if (message.type === 'nothing') {
    controller.reset();
    store.set({ view: null, notice: message.because, analyzing: null, problem: null, hovered: null });
    return;
  }
  if (!isSameRun(store.get().view, message.view)) controller.reset();
  store.set({ view: message.view, notice: null, analyzing: null, problem: null, hovered: null });
}

/** To the user who looks at the panel, and to the log that a report is written from. */
function tell(store: Store, host: Host, problem: string): void {
  store.set({ problem, analyzing: null });
  host.post({ type: 'problem', message: problem });
}

function createPage(store: Store, host: Host, controller: TrainingController): HTMLElement {
  const page = element(
    'div',
    { className: 'page', testId: 'page' },
    createHeader(store, host),
    element(
      'div',
      { className: 'columns' },
      createReasons(store),
      element(
        'div',
        { className: 'column pictures' },
        createSceneSection(store, host),
        createTrainingSection(store, controller),
        createParametersSection(store),
      ),
      element('div', { className: 'column' }, createMatrixSection(store), createSpectrumSection(store)),
    ),
  );
  store.watch(
    (state) => state.view === null,
    (isEmpty) => {
      page.hidden = isEmpty;
    },
  );
  return page;
}
