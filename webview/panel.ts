/** The panel's entry: joins host, store, training and views. */
import './panel.css';
import { createDesignController, type DesignController } from './design/designController';
import { connectHost, type Host, type ToldByHost } from './host';
import { rememberPanel } from './panelMemory';
import { watchHiddenPage } from './phase/hiddenPage';
import { createPhaseController, type PhaseController } from './phase/phaseController';
import { createStore, type Store, type Tab } from './store';
import { createFigures, type Figures } from './takeAway/figures';
import { createTrainingClient } from './training/trainingClient';
import { createTrainingController, isSameRun, type TrainingController } from './trainingController';
import { createCompareSection } from './view/compare/compareSection';
import { createDataSection } from './view/data/dataSection';
import { createDesignSection } from './view/design/designSection';
import { element } from './view/dom';
import { createHeader, createReasons } from './view/header';
import { createItemsSection } from './view/items/itemsSection';
import { createMatrixSection } from './view/matrix/matrixSection';
import { createNotices } from './view/notices';
import { createParametersSection } from './view/parameters';
import { createPhaseSection } from './view/phase/phaseSection';
import { createSceneSection } from './view/scene/sceneSection';
import { createSpectrumSection } from './view/spectrum/spectrumSection';
import { createTabs, type TabPage } from './view/tabs';
import { createTakeAwayMenu } from './view/takeAway/takeAwayMenu';
import { createTrainingSection } from './view/training/trainingSection';
import { createWhatIfSection } from './view/whatIf/whatIfSection';
import { createWhatIfController, type WhatIfController } from './whatIf/whatIfController';

const root = document.getElementById('panel');
if (root === null) throw new Error('the page has no element for the panel');
start(root);

function start(page: HTMLElement): void {
  const store = createStore();
  const host = connectHost(
    (message) => receive(message, store, controllers),
    (problem) => tell(store, host, problem),
  );
  const training = createTrainingController(store, host, (onAnswer) =>
    createTrainingClient(page.dataset.trainingWorker ?? '', onAnswer),
  );
  const whatIf = createWhatIfController(store, host);
  const phase = createPhaseController({
    store,
    host,
    whatIf,
    now: () => performance.now(),
    watchHidden: watchHiddenPage,
  });
  const design = createDesignController(store, host);
  const controllers = { training, whatIf, phase, design };
  endForeignRuns(store, training);
  rememberPanel(store, host, controllers);
  const reportError = (error: unknown) =>
    tell(store, host, `The panel made an error: ${error instanceof Error ? error.message : String(error)}`);
  window.addEventListener('error', (event) => reportError(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => reportError(event.reason));
  page.append(createNotices(store), createPage(store, host, controllers));
  host.post({ type: 'ready' });
}

interface Controllers {
  readonly training: TrainingController;
  readonly whatIf: WhatIfController;
  readonly phase: PhaseController;
  readonly design: DesignController;
}

function receive(message: ToldByHost, store: Store, { training, whatIf }: Controllers): void {
  if (message.type === 'analyzing') {
    store.set({ analyzing: message.name });
    return;
  }
  const before = store.get().source;
  const source = message.type === 'objective' ? message.view : null;
  const notice = message.type === 'nothing' ? message.because : null;
  store.set({ source, notice, analyzing: null, problem: null, hovered: null });
  whatIf.sourceChanged(before);
  if (source === null) training.reset();
}

/** A run of other values than those that are shown now would be compared with the wrong prediction. */
function endForeignRuns(store: Store, training: TrainingController): void {
  let before = store.get().view;
  store.watch(
    (state) => state.view,
    (view) => {
      if (!isSameRun(before, view)) training.reset();
      before = view;
    },
  );
}

/** To the user who looks at the panel, and to the log that a report is written from. */
function tell(store: Store, host: Host, problem: string): void {
  store.set({ problem, analyzing: null });
  host.post({ type: 'problem', message: problem });
}

function createPage(store: Store, host: Host, controllers: Controllers): HTMLElement {
  const figures = createFigures();
  const { whatIf } = controllers;
  const reasons = createReasons(
    store,
    whatIf,
    createDataSection(store, host, whatIf),
    createParametersSection(store),
  );
  const page = element(
    'div',
    { className: 'page', testId: 'page' },
    createHeader(store, host, createTakeAwayMenu(store, figures, host)),
    createWhatIfSection(store, whatIf),
    element(
      'div',
      { className: 'columns' },
      element('div', { className: 'column words' }, reasons),
      createTabs(store, tabPages(store, host, controllers, figures)),
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

/** A declaration: a remembered page is made while this module still starts. */
function tabPages(
  store: Store,
  host: Host,
  { training, phase, design }: Controllers,
  figures: Figures,
): readonly TabPage[] {
  const page = (tab: Tab, label: string, sections: () => readonly HTMLElement[]): TabPage => ({
    tab,
    label,
    create: () => element('div', {}, ...sections()),
  });
  return [
    page('geometry', 'Geometry', () => geometrySections(store, host, training, figures)),
    page('phase', 'Phase picture', () => [createPhaseSection(store, phase, figures)]),
    page('compare', 'Compare', () => [createCompareSection(store, host)]),
    page('design', 'Design', () => [createDesignSection(store, host, design)]),
  ];
}

function geometrySections(store: Store, host: Host, training: TrainingController, figures: Figures) {
  return [
    createSceneSection(store, host, figures),
    createTrainingSection(store, training, figures),
    createMatrixSection(store, figures),
    createItemsSection(store),
    createSpectrumSection(store, figures),
  ];
}
