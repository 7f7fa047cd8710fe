/** The fields of a run: steps and seed at first sight, the rest in a fold. */
import type { Analysis } from '../../../src/protocol/panelMessages';
import { totalOf } from '../../training/miniBatch';
import { readLearningRate, readWholeNumber } from '../../training/readSettings';
import {
  type Encoder,
  FIRST_SETTINGS,
  MAX_SEED,
  MAX_STEPS,
  type Optimizer,
  type RunSettings,
  type Schedule,
  usualLearningRate,
} from '../../training/runSettings';
import { type ChoiceWidget, dropdown, type TextFieldWidget, textField } from '../../widgets';
import { element } from '../dom';
import { batchText, encoderText } from './trainingText';

export interface RunFields {
  /** Steps and seed. */
  readonly first: HTMLElement;
  /** All others, folded. */
  readonly more: HTMLElement;
  /** Null while a field holds something else than it should, which it then says. */
  read(): RunSettings | null;
  /** Another objective has other samples to draw. */
  setAnalysis(analysis: Analysis): void;
  setEnabled(enabled: boolean): void;
}

/** A batch that is tried first, where the objective names none. */
const USUAL_BATCH = 32;

export function createRunFields(onInput: () => void): RunFields {
  const parts = createParts(changed);
  const hint = element('p', {
    className: 'hint',
    testId: 'training-hint',
    attributes: { 'aria-live': 'polite' },
  });
  let analysis: Analysis | null = null;
  let isEnabled = true;
  let sampled = '';

  function changed(): void {
    const { encoder, optimizer } = parts.chosen;
    if (!parts.chosen.hasOwnRate) parts.learningRate.show(String(usualLearningRate(encoder, optimizer)));
    showEnabled();
    showHint();
    onInput();
  }
  function showEnabled(): void {
    const drawing = analysis?.training?.drawing;
    for (const field of [parts.seed, parts.steps, parts.learningRate]) field.setEnabled(isEnabled);
    for (const choice of [parts.encoder, parts.optimizer, parts.schedule]) setChoosable(choice, isEnabled);
    setChoosable(parts.sees, isEnabled && drawing !== undefined);
    parts.batch.setEnabled(isEnabled && parts.chosen.isMini);
    parts.batch.root.hidden = !parts.chosen.isMini;
  }
  function showHint(): void {
    const settings = readParts(parts, analysis);
    if (settings === null || analysis === null) return;
    hint.textContent = `${encoderText(settings)} ${batchText(settings, analysis)} ${HIDDEN_TEXT}`;
  }
  return {
    first: element('div', { className: 'fields' }, parts.steps.root, parts.seed.root),
    more: fold(parts, hint),
    read: () => readParts(parts, analysis),
    setAnalysis(next) {
      analysis = next;
      const drawing = next.training?.drawing;
      const now = JSON.stringify([drawing?.batch, drawing?.samples]);
      if (now !== sampled) showSamples(parts, drawing);
      sampled = now;
      showEnabled();
      showHint();
    },
    setEnabled(enabled) {
      isEnabled = enabled;
      showEnabled();
    },
  };
}

const HIDDEN_TEXT = 'A run goes on while the panel is hidden, and ends when the panel is closed.';

interface Chosen {
  encoder: Encoder;
  optimizer: Optimizer;
  schedule: Schedule;
  isMini: boolean;
  /** Whether the user has typed a learning rate, which a change of optimiser then leaves alone. */
  hasOwnRate: boolean;
}

interface Parts {
  readonly chosen: Chosen;
  readonly seed: TextFieldWidget;
  readonly steps: TextFieldWidget;
  readonly batch: TextFieldWidget;
  readonly learningRate: TextFieldWidget;
  readonly encoder: ChoiceWidget;
  readonly sees: ChoiceWidget;
  readonly optimizer: ChoiceWidget;
  readonly schedule: ChoiceWidget;
}

function createParts(changed: () => void): Parts {
  const { encoder, optimizer, schedule, seed, steps, learningRate } = FIRST_SETTINGS;
  const chosen: Chosen = { encoder, optimizer, schedule, isMini: false, hasOwnRate: false };
  const choose = (change: Partial<Chosen>) => {
    Object.assign(chosen, change);
    changed();
  };
  const option = (value: string, label: string) => ({ value, label });
  return {
    chosen,
    steps: textField('Steps', 'training-steps', String(steps), changed),
    seed: textField('Seed', 'training-seed', String(seed), changed),
    batch: textField('Samples in a batch', 'training-batch', String(USUAL_BATCH), changed),
    learningRate: textField('Learning rate', 'training-rate', String(learningRate), () =>
      choose({ hasOwnRate: true }),
    ),
    encoder: dropdown(
      'Encoder',
      'training-encoder',
      [option('table', 'Table'), option('mlp', 'Small network')],
      (value) => choose({ encoder: value as Encoder }),
    ),
    sees: dropdown(
      'Each step sees',
      'training-sees',
      [option('full', 'All samples'), option('mini', 'A mini-batch')],
      (value) => choose({ isMini: value === 'mini' }),
    ),
    optimizer: dropdown(
      'Optimiser',
      'training-optimizer',
      [option('adam', 'Adam'), option('sgd', 'SGD, momentum 0.9')],
      (value) => choose({ optimizer: value as Optimizer }),
    ),
    schedule: dropdown(
      'Schedule',
      'training-schedule',
      [option('cosine', 'Falls to 0'), option('constant', 'Constant')],
      (value) => choose({ schedule: value as Schedule }),
    ),
  };
}

function fold(parts: Parts, hint: HTMLElement): HTMLElement {
  const named = (label: string, { root }: ChoiceWidget) =>
    element(
      'div',
      { className: 'field' },
      element('span', { attributes: { 'aria-hidden': 'true' } }, label),
      root,
    );
  return element(
    'details',
    { className: 'training-more', testId: 'training-more' },
    element('summary', {}, 'More settings'),
    element(
      'div',
      { className: 'fields' },
      named('Encoder', parts.encoder),
      named('Each step sees', parts.sees),
      parts.batch.root,
      named('Optimiser', parts.optimizer),
      parts.learningRate.root,
      named('Schedule', parts.schedule),
    ),
    hint,
  );
}

type Drawing = NonNullable<Analysis['training']>['drawing'];

/** Begins with the objective's own batches, where it has any. */
function showSamples(parts: Parts, drawing: Drawing): void {
  parts.chosen.isMini = drawing !== undefined && drawing.batch !== null;
  parts.sees.select(parts.chosen.isMini ? 'mini' : 'full');
  if (drawing === undefined) return;
  const half = Math.max(2, Math.floor(totalOf(drawing.samples) / 2));
  parts.batch.show(String(drawing.batch ?? Math.min(USUAL_BATCH, half)));
}

function readParts(parts: Parts, analysis: Analysis | null): RunSettings | null {
  const { encoder, optimizer, schedule, isMini } = parts.chosen;
  const most = Math.min(totalOf(analysis?.training?.drawing?.samples ?? []), LARGEST_BATCH);
  const seed = checked(parts.seed, (text) => readWholeNumber(text, 0, MAX_SEED));
  const steps = checked(parts.steps, (text) => readWholeNumber(text, 1, MAX_STEPS));
  const learningRate = checked(parts.learningRate, readLearningRate);
  const batch = isMini ? checked(parts.batch, (text) => readWholeNumber(text, 2, most)) : 0;
  if (seed === null || steps === null || learningRate === null || batch === null) return null;
  return { seed, steps, learningRate, batch: isMini ? batch : null, encoder, optimizer, schedule };
}

/** A batch is drawn sample by sample in each step. */
const LARGEST_BATCH = 100_000;

function checked(field: TextFieldWidget, read: (text: string) => number | string): number | null {
  const value = read(field.value());
  field.setProblem(typeof value === 'string' ? value : null);
  return typeof value === 'string' ? null : value;
}

/** The toolkit's dropdown reads the attribute. */
const setChoosable = ({ root }: ChoiceWidget, isChoosable: boolean): void => {
  root.toggleAttribute('disabled', !isChoosable);
};
