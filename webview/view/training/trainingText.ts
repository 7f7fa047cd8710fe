/** What the training preview says: while it runs, and how near the prediction it ended. */
import type { Analysis } from '../../../src/protocol/panelMessages';
import { latestLoss, type TrainingState } from '../../trainingState';
import { formatCount, formatNumber, formatPercent } from '../numbers';

/** Single precision ends about this far from a minimum; a smaller difference means none. */
const ROUNDING = 2e-5;

export function statusText(state: TrainingState): string {
  const loss = latestLoss(state);
  const progress = `step ${formatCount(state.step)} of ${formatCount(state.steps)}`;
  const at = loss === null ? progress : `${progress}, loss ${formatNumber(loss)}`;
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
      return `Stopped: ${state.failure ?? 'the worker gave no reason'}`;
  }
}

export function backendText({ backend }: TrainingState): string {
  if (backend === null) return '';
  return `Backend: ${backend}${backend === 'cpu' ? ' (plain JavaScript; WebGL cannot be used here)' : ''}`;
}

/** How far the run ended from the prediction; null before the end. */
export function resultText(state: TrainingState, analysis: Analysis): string | null {
  const loss = latestLoss(state);
  if (state.phase !== 'ended' || loss === null) return null;
  const start = `After ${formatCount(state.step)} steps the loss is ${formatNumber(loss)}`;
  const { minimum } = analysis;
  if (minimum === null) return `${start}. There is no predicted minimum to compare it with.`;
  return `${start}${excessText(loss - minimum, analysis)}${differenceText(state)}${driftText(analysis)}`;
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

function differenceText({ largestDifference }: TrainingState): string {
  if (largestDifference === null) return '';
  return ` The trained similarities differ from the predicted ones by at most ${formatNumber(largestDifference, 3)}.`;
}

function driftText({ method }: Analysis): string {
  return method === 'bound-approached'
    ? ' The loss keeps falling as norms or distances grow, so more steps bring it nearer.'
    : '';
}
