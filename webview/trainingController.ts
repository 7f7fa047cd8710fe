/** Joins the buttons with the training worker: what is asked of it, and what its answers change in the store. */
import type { ObjectiveView } from '../src/protocol/panelMessages';
import type { Host } from './host';
import type { Store } from './store';
import { fileStem } from './takeAway/takeAway';
import { predictionOf } from './training/predictionOf';
import type { TrainerAnswer } from './training/runMessages';
import { lossCsv, runJson } from './training/runReport';
import type { RunSettings } from './training/runSettings';
import type { TrainingClient } from './training/trainingClient';
import { afterAnswer, idleTraining, latest } from './trainingState';

export interface TrainingController {
  start(settings: RunSettings): void;
  pause(): void;
  resume(): void;
  reset(): void;
  /** The run as a file; answers what was done, null where the user has changed their mind. Rejects where it cannot be. */
  save(what: SavedPart): Promise<string | null>;
}

export type SavedPart = 'run' | 'losses';

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
    else if (answer.end !== null && view !== null) reportEnd(store, host, view);
  });
  return {
    start(settings) {
      const analysis = store.get().view?.analysis;
      if (!analysis?.training) return;
      store.set({ training: { ...idleTraining(settings), phase: 'starting' }, scene: 'training' });
      client.start({ problem: analysis.training, settings, predicted: predictionOf(analysis) });
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
      const { settings } = store.get().training;
      client.stop();
      store.set({ training: idleTraining(settings), scene: 'predicted' });
    },
    async save(what) {
      const { view, training } = store.get();
      if (view === null) return null;
      const stem = fileStem(view.summary.name);
      const file =
        what === 'run'
          ? { name: `${stem}-run.json`, content: { text: runJson(view, training) } }
          : { name: `${stem}-losses.csv`, content: { text: lossCsv(training) } };
      const { savedAs } = await host.ask('save', file);
      return savedAs === null ? null : `Saved as ${savedAs}.`;
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
  const now = latest(training);
  if (now === null) return;
  const { minimum } = view.analysis;
  host.post({
    type: 'training-ended',
    id: view.summary.id,
    backend: training.backend?.name ?? 'unknown',
    steps: now.step,
    loss: now.loss,
    excess: minimum === null ? null : now.loss - minimum,
  });
}
