/** The section with the training preview: its settings, its buttons, the loss curve and how near it came. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import type { TrainingController } from '../../trainingController';
import {
  DEFAULT_SEED,
  DEFAULT_STEPS,
  MAX_SEED,
  MAX_STEPS,
  readWholeNumber,
  type TrainingPhase,
} from '../../trainingState';
import { button, textField } from '../../widgets';
import { element, section } from '../dom';
import { sentence } from '../sentence';
import { createLossChart } from './lossChart';
import { backendText, resultText, statusText } from './trainingText';

const LEAD =
  'Free embeddings, one a point, start at random and follow the gradient of this objective. ' +
  'If the prediction is right, their loss comes down to its line.';

export function createTrainingSection(store: Store, controller: TrainingController): HTMLElement {
  const settings = createSettings(store, controller);
  const chart = createLossChart();
  const status = element('p', { className: 'training-status', testId: 'training-status' });
  const backend = element('p', { className: 'hint', testId: 'training-backend' });
  const result = element('p', {
    className: 'result',
    testId: 'training-result',
    attributes: { role: 'status' },
  });
  const preview = element(
    'div',
    { className: 'training-body' },
    element('p', { className: 'caption' }, LEAD),
    settings.root,
    element('div', { className: 'training-line' }, status, backend),
    chart.root,
    result,
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
    settings.show(training.phase);
    status.textContent = statusText(training);
    backend.textContent = backendText(training);
    result.textContent = resultText(training, view.analysis) ?? '';
    chart.show(training, view.analysis);
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
  show(phase: TrainingPhase): void;
}

function createSettings(store: Store, controller: TrainingController): Settings {
  const phaseNow = () => store.get().training.phase;
  const fields = createFields(() => showStart());
  const start = button('Start', 'training-start', begin, 'primary');
  const pause = button('Pause', 'training-pause', () => {
    if (phaseNow() === 'paused') controller.resume();
    else controller.pause();
  });
  const reset = button('Reset', 'training-reset', controller.reset);

  function begin(): void {
    const values = fields.read();
    if (values !== null) controller.start(values.seed, values.steps);
  }
  function showStart(): void {
    start.setEnabled(fields.read() !== null && !isActive(phaseNow()));
  }
  const buttons = element('div', { className: 'buttons' }, start.root, pause.root, reset.root);
  return {
    root: element('div', { className: 'training-controls' }, fields.root, buttons),
    show(phase) {
      fields.setEnabled(!isActive(phase));
      start.setLabel(phase === 'ended' || phase === 'failed' ? 'Start again' : 'Start');
      pause.setLabel(phase === 'paused' ? 'Resume' : 'Pause');
      pause.setEnabled(phase === 'running' || phase === 'paused');
      reset.setEnabled(phase !== 'idle');
      showStart();
    },
  };
}

function isActive(phase: TrainingPhase): boolean {
  return phase === 'starting' || phase === 'running' || phase === 'paused';
}

interface Fields {
  readonly root: HTMLElement;
  /** Null while a field holds something else than it should, which it then says. */
  read(): { readonly seed: number; readonly steps: number } | null;
  setEnabled(enabled: boolean): void;
}

function createFields(onInput: () => void): Fields {
  const seed = textField('Seed', 'training-seed', String(DEFAULT_SEED), onInput);
  const steps = textField('Steps', 'training-steps', String(DEFAULT_STEPS), onInput);
  const problemOf = (value: number | string) => (typeof value === 'string' ? value : null);
  return {
    root: element('div', { className: 'fields' }, seed.root, steps.root),
    read() {
      const values = {
        seed: readWholeNumber(seed.value(), 0, MAX_SEED),
        steps: readWholeNumber(steps.value(), 1, MAX_STEPS),
      };
      seed.setProblem(problemOf(values.seed));
      steps.setProblem(problemOf(values.steps));
      if (typeof values.seed === 'string' || typeof values.steps === 'string') return null;
      return { seed: values.seed, steps: values.steps };
    },
    setEnabled(enabled) {
      seed.setEnabled(enabled);
      steps.setEnabled(enabled);
    },
  };
}
