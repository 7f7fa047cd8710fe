/** The mathematics from end to end: a definition in, its verdict, optimum and picture out. */
import { buildObjective } from '../objective/buildObjective';
import type { Definition } from '../objective/definition';
import { entropicBound, type Objective } from '../objective/objective';
import type { Analysis } from './analysis';
import { findOptimum, type Optimum } from './optimum/findOptimum';
import { coincidingCells, predictedRank, predictedSimilarity } from './optimum/prediction';
import { drawGeometry } from './picture/drawGeometry';
import { drawnPoints, MAX_DRAWN } from './picture/drawnPoints';
import { trainingProblem } from './picture/trainingProblem';
import { decideVerdict } from './verdict/decideVerdict';
import type { Decision } from './verdict/decision';

const NOTHING: Analysis = {
  verdict: 'undecided',
  reason: null,
  condition: null,
  undecidedBecause: null,
  proof: null,
  bound: null,
  minimum: null,
  gap: null,
  certifiedWithin: null,
  method: 'none',
  optimumNote: null,
  rank: null,
  temperatureLimit: null,
  items: [],
  similarities: null,
  geometry: null,
  training: null,
};

/** Deterministic, and every number of the answer is finite. Throws: on values that the language room must refuse. */
export function analyze(definition: Definition): Analysis {
  const built = buildObjective(definition);
  switch (built.kind) {
    case 'objective':
      return analyzeObjective(built.objective);
    case 'unknown':
      return {
        ...NOTHING,
        verdict: 'conditional',
        condition: `the verdict depends on ${built.missing.join(' and ')}, not known here`,
      };
    case 'too-large':
      return { ...NOTHING, items: built.pairs.items, undecidedBecause: 'too many' };
    case 'foreign':
      return {
        ...NOTHING,
        undecidedBecause: `${definition.kind} is not a weighted contrastive loss of the family that is judged here`,
      };
  }
}

function analyzeObjective(objective: Objective): Analysis {
  const decision = decideVerdict(objective);
  const optimum = findOptimum(objective, decision);
  const bound = objective.anchorMass.some((mass) => mass > 0) ? entropicBound(objective) : null;
  return {
    ...NOTHING,
    verdict: decision.verdict,
    reason: decision.reason,
    condition: decision.condition,
    undecidedBecause: decision.undecidedBecause,
    proof: decision.proof,
    bound,
    minimum: bound === null || optimum.gap === null ? null : bound + optimum.gap,
    gap: optimum.gap,
    certifiedWithin: optimum.certifiedWithin,
    method: optimum.method,
    optimumNote: optimum.note,
    temperatureLimit: decision.temperatureLimit,
    items: objective.items,
    ...picture(objective, decision, optimum),
  };
}

function picture(
  objective: Objective,
  decision: Decision,
  { prediction }: Optimum,
): Pick<Analysis, 'rank' | 'similarities' | 'geometry' | 'training'> {
  const { temperature } = objective;
  if (prediction === null || temperature === null)
    return { rank: decision.rank, similarities: null, geometry: null, training: null };
  const { items } = objective;
  const coincide = coincidingCells(prediction);
  const cells = objective.counts.map((_, g) => prediction.cellOf[objective.groupOf.indexOf(g)]);
  return {
    rank: decision.rank ?? predictedRank(prediction, objective.similarity),
    similarities:
      items.length > MAX_DRAWN
        ? null
        : items.map((_, i) => items.map((_item, j) => predictedSimilarity(prediction, i, j))),
    geometry: drawGeometry(objective, temperature, prediction, drawnPoints(objective, prediction)),
    training: trainingProblem(
      objective,
      temperature,
      cells.map((cell) => coincide[cell]),
    ),
  };
}
