/** What a run looks like at a step: read from the device once, and held against the prediction. */
import * as tf from '@tensorflow/tfjs';
import { collapse, differences } from './comparison';
import { alignToPrediction, centreRows } from './procrustes';
import type { EndState, Measurement, Prediction, Progress } from './runMessages';
import { currentGeometry, currentLoss, type TrainingRun } from './trainer';

export interface Current {
  readonly loss: number;
  /** Embeddings, a point a row. */
  readonly rows: readonly Float32Array[];
  readonly similarities: readonly Float32Array[];
}

export async function readCurrent(run: TrainingRun): Promise<Current> {
  const { rows, similarities } = currentGeometry(run);
  const loss = currentLoss(run);
  const [flatRows, flatSimilarities, [value]] = await Promise.all([
    rows.data(),
    similarities.data(),
    loss.data(),
  ]);
  tf.dispose([rows, similarities, loss]);
  const { size } = run.problem;
  return {
    loss: value,
    rows: split(flatRows, size, run.dimension),
    similarities: split(flatSimilarities, size, size),
  };
}

export function measureRun(
  run: TrainingRun,
  { loss, rows, similarities }: Current,
  predicted: Prediction | null,
): Pick<Progress, 'measured' | 'coordinates'> {
  const { step } = run;
  const alone: Measurement = { step, loss, differences: null, collapse: null };
  if (predicted === null) return { measured: alone, coordinates: null };
  const isEuclidean = run.problem.similarity.startsWith('negative');
  return {
    measured: {
      ...alone,
      differences: differences(similarities, predicted.similarities),
      collapse: collapse(similarities, predicted.sizes),
    },
    coordinates: alignToPrediction(isEuclidean ? centreRows(rows) : rows, predicted.coordinates),
  };
}

export const endOf = ({ rows, similarities }: Current): EndState => ({
  embeddings: rows.map((row) => [...row]),
  similarities: similarities.map((row) => [...row]),
});

function split(values: ArrayLike<number>, rows: number, columns: number): Float32Array[] {
  const flat = Float32Array.from(values);
  return Array.from({ length: rows }, (_, i) => flat.slice(i * columns, (i + 1) * columns));
}
