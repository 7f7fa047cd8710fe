/** Joins the buttons with the training worker: what is asked of it, and what its answers change in the store. */
import type { ObjectiveView } from '../src/protocol/panelMessages';
import type { Host } from './host';
import type { Store } from './store';
import type { TrainerAnswer } from './training/runMessages';
import type { TrainingClient } from './training/trainingClient';
import { afterAnswer, idleTraining, latestLoss } from './trainingState';

export interface TrainingController {
  start(seed: number, steps: number): void;
  pause(): void;
  resume(): void;
  reset(): void;
}

export function createTrainingController(
  store: Store,
  host: Host,
  connect: (onAnswer: (answer: TrainerAnswer) => void) => TrainingClient,
): TrainingController {
  const client = connect((answer) => {
    store.set({ training: afterAnswer(store.get().training, answer) });
    const view = store.get().view;
    if (answer.type === 'failed')
      host.post({ type: 'problem', message: `The training preview stopped: ${answer.because}` });
    else if (answer.ended && view !== null) reportEnd(store, host, view);
  });
  return {
    start(seed, steps) {
      const analysis = store.get().view?.analysis;
      if (!analysis?.training) return;
      const { training: problem, geometry } = analysis;
      store.set({ training: { ...idleTraining(seed, steps), phase: 'starting' }, scene: 'training' });
      // The run can be laid over the prediction only where both have the same points.
      const comparable = geometry !== null && geometry.points.length === problem.size;
      const predicted = comparable
        ? { coordinates: geometry.coordinates, similarities: geometry.attainable }
        : null;
      client.start({ problem, seed, steps, predicted });
    },
    pause() {
      client.pause();
      store.set({ training: { ...store.get().training, phase: 'paused' } });
    },
    resume() {
      client.resume();
      store.set({ training: { ...store.get().training, phase: 'running' } });
    },
    reset() {
      const { seed, steps } = store.get().training;
      client.stop();
      store.set({ training: idleTraining(seed, steps), scene: 'predicted' });
    },
  };
}

/** Whether a run of the one would be a run of the other, so that it may go on when the view is replaced. */
export function isSameRun(before: ObjectiveView | null, after: ObjectiveView | null): boolean {
  if (before === null || after === null) return before === after;
  return (
    before.summary.id === after.summary.id &&
    JSON.stringify(before.analysis.training) === JSON.stringify(after.analysis.training) &&
    before.analysis.minimum === after.analysis.minimum
  );
}

function reportEnd(store: Store, host: Host, view: ObjectiveView): void {
  const { training } = store.get();
  const loss = latestLoss(training);
  if (loss === null) return;
  const { minimum } = view.analysis;
  host.post({
    type: 'training-ended',
    id: view.summary.id,
    backend: training.backend ?? 'unknown',
    steps: training.step,
    loss,
    excess: minimum === null ? null : loss - minimum,
  });
}
