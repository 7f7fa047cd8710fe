/** A run as files: everything that is needed to repeat it, and all that came of it, nothing rounded. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';
import { latest, type TrainingState } from '../trainingState';
import { MLP_HIDDEN, MLP_INPUTS } from './mlpShape';
import { predictionOf } from './predictionOf';

/** Of the form of the file; raised when a key changes its meaning. */
const FORMAT = 1;

export function runJson({ summary, parameters, analysis }: ObjectiveView, state: TrainingState): string {
  const { settings, backend, phase, measured, losses, end } = state;
  const { training, bound, minimum, method } = analysis;
  const prediction = predictionOf(analysis);
  const now = latest(state);
  const report = {
    format: FORMAT,
    objective: { name: summary.name, kind: summary.kind, dialect: summary.dialect, parameters },
    run: {
      ...settings,
      ...(settings.encoder === 'mlp' ? { inputs: MLP_INPUTS, hidden: MLP_HIDDEN } : {}),
      dimension: training?.dimension ?? null,
      points: training?.size ?? null,
      similarity: training?.similarity ?? null,
      temperature: training?.temperature ?? null,
      backend: backend?.name ?? null,
      state: phase,
      stepsDone: now?.step ?? 0,
    },
    predicted: { bound, minimum, method, similarities: prediction?.similarities ?? null },
    end: {
      loss: now?.loss ?? null,
      excess: now === null || minimum === null ? null : now.loss - minimum,
      differences: now?.differences ?? null,
      collapse: now?.collapse ?? null,
      names: prediction === null ? null : (analysis.geometry?.points.map(({ name }) => name) ?? null),
      embeddings: end?.embeddings ?? null,
      similarities: end?.similarities ?? null,
    },
    measured,
    losses,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** One row a step: what the step saw, and where the run was measured the whole loss and its distances. */
export function lossCsv({ losses, measured }: TrainingState): string {
  const at = new Map(measured.map((one) => [one.step, one]));
  const last = Math.max(losses.length, measured.at(-1)?.step ?? 0);
  const rows = Array.from({ length: last + 1 }, (_, step) => {
    const { loss, differences, collapse } = at.get(step) ?? {};
    return [step, losses[step], loss, differences?.largest, differences?.mean, collapse]
      .map((value) => value ?? '')
      .join(',');
  });
  return `step,step_loss,loss,largest_difference,mean_difference,collapse\n${rows.join('\n')}\n`;
}
