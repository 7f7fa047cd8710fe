/** The fields of a run: steps and seed at first sight, the rest in a fold. */
import type { Analysis } from '../../../src/protocol/panelMessages';
import { totalOf } from '../../training/miniBatch';
import { readLearningRate, readWholeNumber } from '../../training/readSettings';
import { MAX_SEED, MAX_STEPS, type RunSettings, usualLearningRate } from '../../training/runSettings';
import type { ChoiceWidget, TextFieldWidget } from '../../widgets';
import { element } from '../dom';
import { createRunParts, foldedParts, type RunParts, USUAL_BATCH } from './runParts';
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

export function createRunFields(onInput: () => void): RunFields {
  const parts = createRunParts(changed);
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
    more: foldedParts(parts, hint),
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

type Drawing = NonNullable<Analysis['training']>['drawing'];

/** Begins with the objective's own batches, where it has any. */
function showSamples(parts: RunParts, drawing: Drawing): void {
  parts.chosen.isMini = drawing !== undefined && drawing.batch !== null;
  parts.sees.select(parts.chosen.isMini ? 'mini' : 'full');
  if (drawing === undefined) return;
  const half = Math.max(2, Math.floor(totalOf(drawing.samples) / 2));
  parts.batch.show(String(drawing.batch ?? Math.min(USUAL_BATCH, half)));
}

function readParts(parts: RunParts, analysis: Analysis | null): RunSettings | null {
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
