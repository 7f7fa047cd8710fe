/** What the training preview says: while it runs, and how near the prediction it ended. */
import type { Analysis } from '../../../src/protocol/panelMessages';
import { totalOf } from '../../training/miniBatch';
import type { RunSettings } from '../../training/runSettings';
import { latest, type TrainingPhase, type TrainingState } from '../../trainingState';
import { formatCount, formatNumber, formatPercent } from '../numbers';

/** Single precision ends about this far from a minimum; a smaller difference means none. */
const ROUNDING = 2e-5;

export function statusText(state: TrainingState): string {
  const now = latest(state);
  const progress = `step ${formatCount(now?.step ?? 0)} of ${formatCount(state.settings.steps)}`;
  const at = now === null ? progress : `${progress}, loss ${formatNumber(now.loss)}`;
  switch (state.phase) {
    case 'idle':
      return 'Not started.';
    case 'starting':
      return 'Starting…';
    case 'running':
      return `Running: ${at}`;
    case 'paused':
      return `Paused: ${at}`;
    case 'ended':
      return `Ended: ${at}`;
    case 'failed':
      return `Stopped: ${state.failure ?? 'the worker gave no reason'}.`;
  }
}

/** For those who hear the page: a change of the run, without its every step. */
export function announcement({ phase, failure }: TrainingState): string {
  const said: Readonly<Record<TrainingPhase, string>> = {
    idle: '',
    starting: 'Training starts.',
    running: 'Training runs.',
    paused: 'Training is paused.',
    ended: 'Training has ended.',
    failed: `Training has stopped: ${failure ?? 'the worker gave no reason'}.`,
  };
  return said[phase];
}

export function backendText({ backend }: TrainingState): string {
  if (backend === null) return '';
  return `Backend: ${backend.name}${backend.because === null ? '' : ` (${backend.because})`}`;
}

const TABLE =
  'A table holds one free embedding a point. It shows whether gradient descent finds the predicted geometry when no network stands in its way.';
const MLP =
  'A network of two layers maps a random input for each point to its embedding. It shows whether shared weights find the same geometry; ' +
  'as its inputs are random, it says nothing about your data or your encoder.';

export const encoderText = ({ encoder }: RunSettings): string => (encoder === 'table' ? TABLE : MLP);

/** What the steps see, and whether the prediction is for that. */
export function batchText({ batch }: RunSettings, { training }: Analysis): string {
  const drawing = training?.drawing;
  if (drawing === undefined)
    return 'Each step takes the whole loss: the loss of this objective is not made of softmaxes that mini-batches could be drawn for.';
  if (batch === null)
    return drawing.batch === null
      ? 'Each step takes the loss of all samples in one batch, as the prediction does.'
      : `Each step takes the mean loss of batches of ${formatCount(drawing.batch)}, as the prediction does.`;
  if (batch === drawing.batch)
    return 'Each step draws a batch of the objective’s own size. The prediction is for the mean over such batches.';
  const predictedFor =
    drawing.batch === null ? 'all samples in one batch' : `batches of ${formatCount(drawing.batch)}`;
  return (
    `Each step draws ${formatCount(batch)} of ${formatCount(totalOf(drawing.samples))} samples. The mean loss of such batches is another objective ` +
    `than that of ${predictedFor}, which the prediction is for: expect a run to end beside it. The chart has the loss that is predicted; that of the batches themselves is among the saved losses. Setting the objective’s batch size to ${formatCount(batch)} predicts its optimum.`
  );
}

/** How far the run ended from the prediction; null before the end. */
export function resultText(state: TrainingState, analysis: Analysis): string | null {
  const now = latest(state);
  if (state.phase !== 'ended' || now === null) return null;
  const start = `After ${formatCount(now.step)} steps the loss is ${formatNumber(now.loss)}`;
  const { minimum } = analysis;
  if (minimum === null) return `${start}. There is no predicted minimum to compare it with.`;
  return `${start}${excessText(now.loss - minimum, analysis)}${differenceText(state)}${driftText(analysis)}`;
}

function excessText(excess: number, { minimum, method }: Analysis): string {
  const relative = minimum ? ` (${formatPercent(excess / minimum)})` : '';
  const size = `${formatNumber(Math.abs(excess), 4)} nats${relative}`;
  if (Math.abs(excess) <= ROUNDING)
    return `, the predicted minimum to the precision of the preview: the difference is ${size}.`;
  if (excess > 0) return `: ${size} above the predicted minimum.`;
  const why =
    method === 'local-search'
      ? ' The prediction is the best of several local searches, and this run has found better.'
      : '';
  return `: ${size} below the predicted minimum.${why}`;
}

function differenceText(state: TrainingState): string {
  const differences = latest(state)?.differences;
  if (!differences) return '';
  return (
    ` The trained similarities differ from the predicted ones by at most ${formatNumber(differences.largest, 3)},` +
    ` by ${formatNumber(differences.mean, 3)} on average.`
  );
}

function driftText({ method }: Analysis): string {
  return method === 'bound-approached'
    ? ' The loss keeps falling as norms or distances grow, so more steps bring it nearer.'
    : '';
}
