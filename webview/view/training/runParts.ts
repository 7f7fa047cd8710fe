/** The single fields and lists of a run's settings, what has been chosen in them, and the fold that holds most of them. */
import { type Encoder, FIRST_SETTINGS, type Optimizer, type Schedule } from '../../training/runSettings';
import { type ChoiceWidget, dropdown, type TextFieldWidget, textField } from '../../widgets';
import { element } from '../dom';

/** A batch that is tried first, where the objective names none. */
export const USUAL_BATCH = 32;

interface Chosen {
  encoder: Encoder;
  optimizer: Optimizer;
  schedule: Schedule;
  isMini: boolean;
  /** Whether the user has typed a learning rate, which a change of optimiser then leaves alone. */
  hasOwnRate: boolean;
}

export interface RunParts {
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

export function createRunParts(changed: () => void): RunParts {
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

export function foldedParts(parts: RunParts, hint: HTMLElement): HTMLElement {
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
