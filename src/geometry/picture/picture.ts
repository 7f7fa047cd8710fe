/** What of an optimum is shown, trained and listed. */
import type { Objective } from '../../objective/objective';
import type { Analysis, Geometry } from '../analysis';
import type { Optimum } from '../optimum/findOptimum';
import { groupsAtOnePoint, type Prediction, predictedRank, predictedSimilarity } from '../optimum/prediction';
import type { Decision } from '../verdict/decision';
import { targetDistances, wishedTogether } from '../verdict/targets';
import { drawGeometry } from './drawGeometry';
import { drawnPoints, MAX_APART } from './drawnPoints';
import { trainingProblem } from './trainingProblem';

type Picture = Pick<Analysis, 'rank' | 'similarities' | 'geometry' | 'training' | 'optimumNote'>;

export function picture(
  objective: Objective,
  decision: Decision,
  { prediction, method, note }: Optimum,
): Picture {
  const { temperature, items, similarity } = objective;
  const nothing = { rank: decision.rank, similarities: null, geometry: null };
  if (temperature === null || method === 'none') return { ...nothing, training: null, optimumNote: note };
  const together =
    prediction === null
      ? wishedTogether(objective, targetDistances(objective))
      : groupsAtOnePoint(objective, prediction);
  const problem = trainingProblem(objective, temperature, together);
  const training = typeof problem === 'string' ? null : problem;
  const optimumNote = typeof problem === 'string' ? [note ?? [], problem].flat().join('; ') : note;
  if (prediction === null) return { ...nothing, training, optimumNote };
  return {
    rank: decision.rank ?? predictedRank(prediction, similarity),
    similarities:
      items.length <= MAX_APART
        ? items.map((_, i) => items.map((_item, j) => predictedSimilarity(prediction, i, j)))
        : null,
    geometry: drawPrediction(objective, temperature, prediction),
    training,
    optimumNote,
  };
}

export function drawPrediction(objective: Objective, temperature: number, prediction: Prediction): Geometry {
  return drawGeometry(objective, temperature, prediction, drawnPoints(objective, prediction));
}
