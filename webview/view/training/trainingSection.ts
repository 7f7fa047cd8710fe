/** The section with the training preview: its settings, its buttons, its charts and how near it came. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import type { Figures } from '../../takeAway/figures';
import type { SavedPart, TrainingController } from '../../trainingController';
import { isActive, type TrainingState } from '../../trainingState';
import { button } from '../../widgets';
import { displayText, element, section } from '../dom';
import { sentence } from '../sentence';
import { createRunFields } from './runFields';
import { createTrainingCharts } from './trainingCharts';
import { announcement, backendText, resultText, statusText } from './trainingText';

const LEAD =
  'Embeddings start at random and follow the gradient of this objective. ' +
  'If the prediction is right, their loss comes down to its line and their similarities to the predicted ones.';

export function createTrainingSection(
  store: Store,
  controller: TrainingController,
  figures: Figures,
): HTMLElement {
  const settings = createSettings(store, controller);
  const charts = createTrainingCharts(figures);
  const status = element('p', { className: 'training-status', testId: 'training-status' });
  const backend = element('p', { className: 'hint', testId: 'training-backend' });
  const result = element('p', {
    className: 'result',
    testId: 'training-result',
    attributes: { role: 'status' },
  });
  const announced = element('p', { className: 'visually-hidden', attributes: { role: 'status' } });
  const saving = createSaving(controller);
  const preview = element(
    'div',
    { className: 'training-body' },
    element('p', { className: 'caption' }, LEAD),
    settings.root,
    element('div', { className: 'training-line' }, status, backend),
    announced,
    charts.root,
    result,
    saving.root,
  );
  const empty = element('p', { className: 'empty', testId: 'training-empty' });
  const root = section('Training preview', 'training', preview, empty);

  function show(): void {
    const { view, training } = store.get();
    preview.hidden = !view?.analysis.training;
    empty.hidden = !preview.hidden;
    empty.textContent = view === null ? '' : whyNot(view);
    if (view === null || preview.hidden) return;
    root.dataset.phase = training.phase;
    settings.show(view, training);
    status.textContent = statusText(training);
    backend.textContent = backendText(training);
    announced.textContent = announcement(training);
    result.textContent = resultText(training, view.analysis) ?? '';
    saving.show(training);
    charts.show(training, view.analysis);
  }
  store.watch((state) => state.view, show);
  store.watch((state) => state.training, show);
  return root;
}

function whyNot({ analysis }: ObjectiveView): string {
  const why = analysis.optimumNote ?? analysis.undecidedBecause ?? analysis.condition;
  return `There is no training preview for this objective. ${sentence(why ?? 'its values are not all known')}`;
}

interface Settings {
  readonly root: HTMLElement;
  show(view: ObjectiveView, training: TrainingState): void;
}

function createSettings(store: Store, controller: TrainingController): Settings {
  const phaseNow = () => store.get().training.phase;
  const fields = createRunFields(() => showStart());
  const start = button('Start', 'training-start', begin, 'primary');
  const pause = button('Pause', 'training-pause', () => {
    if (phaseNow() === 'paused') controller.resume();
    else controller.pause();
  });
  const reset = button('Reset', 'training-reset', controller.reset);
  let analysed: ObjectiveView['analysis'] | null = null;

  function begin(): void {
    const values = fields.read();
    if (values !== null) controller.start(values);
  }
  function showStart(): void {
    start.setEnabled(fields.read() !== null && !isActive(phaseNow()));
  }
  const buttons = element('div', { className: 'buttons' }, start.root, pause.root, reset.root);
  return {
    root: element(
      'div',
      { className: 'training-settings' },
      element('div', { className: 'training-controls' }, buttons, fields.first),
      fields.more,
    ),
    show({ analysis }, { phase }) {
      if (analysis !== analysed) fields.setAnalysis(analysis);
      analysed = analysis;
      fields.setEnabled(!isActive(phase));
      start.setLabel(phase === 'ended' || phase === 'failed' ? 'Start again' : 'Start');
      pause.setLabel(phase === 'paused' ? 'Resume' : 'Pause');
      pause.setEnabled(phase === 'running' || phase === 'paused');
      reset.setEnabled(phase !== 'idle');
      showStart();
    },
  };
}

/** What can be kept of a run that rests. */
function createSaving(controller: TrainingController): {
  readonly root: HTMLElement;
  show(training: TrainingState): void;
} {
  const said = element('span', {
    className: 'hint',
    testId: 'training-saved',
    attributes: { role: 'status' },
  });
  async function save(what: SavedPart): Promise<void> {
    said.textContent = '';
    try {
      said.textContent = displayText((await controller.save(what)) ?? '');
    } catch (error) {
      said.textContent = displayText(error instanceof Error ? error.message : String(error));
    }
  }
  const run = button('Save run…', 'training-save-run', () => void save('run'));
  const losses = button('Save losses…', 'training-save-losses', () => void save('losses'));
  const root = element('div', { className: 'buttons training-saving' }, run.root, losses.root, said);
  return {
    root,
    show({ phase, measured }) {
      root.hidden = measured.length === 0 || phase === 'running' || phase === 'starting';
      if (root.hidden) said.textContent = '';
    },
  };
}
