/** The analysis of inputs for which no matrix over all pairs is made. */
import { buildObjective } from '../../objective/buildObjective';
import type { Definition } from '../../objective/definition';
import { rowsOf } from '../../objective/manyRows';
import type { PairWeights } from '../../objective/pairWeights';
import { sampleDefinition, spreadItems } from '../../objective/sampleDefinition';
import type { Geometry } from '../analysis';
import { type Interrupt, NEVER } from '../interrupt';
import type { Optimum } from '../optimum/findOptimum';
import { reachedTargets } from '../optimum/reachedTargets';
import { MAX_DRAWN } from '../picture/drawnPoints';
import { drawPrediction } from '../picture/picture';
import type { Decision } from '../verdict/decision';
import { decideLarge } from './decideLarge';

export interface LargeAnalysis {
  readonly decision: Decision;
  readonly bound: number | null;
  readonly optimum: Omit<Optimum, 'prediction'>;
  readonly geometry: Geometry | null;
}

export function analyzeLarge(
  definition: Definition,
  pairs: PairWeights | null,
  interrupt: Interrupt = NEVER,
): LargeAnalysis {
  const { decision, bound } = decideLarge(definition, pairs, interrupt);
  return {
    decision,
    bound,
    optimum: optimumOf(decision, bound, definition.parameters.temperature.value),
    geometry: decision.verdict === 'realizable' ? drawSample(definition, pairs) : null,
  };
}

const TOO_MANY = 'there are more different items than an optimum is computed for';

function optimumOf(
  decision: Decision,
  bound: number | null,
  temperature: number | null,
): Omit<Optimum, 'prediction'> {
  if (decision.proof?.kind === 'escape')
    return {
      method: 'bound-approached',
      gap: 0,
      certifiedWithin: 0,
      note: 'the bound is approached as norms or distances grow without limit, and never reached',
    };
  if (decision.verdict !== 'realizable' || temperature === null)
    return { method: 'none', gap: null, certifiedWithin: null, note: TOO_MANY };
  const note =
    bound === null
      ? 'the minimum is the entropic bound, which is not computed for so many different items'
      : 'too many different items to train in a preview';
  return { method: 'bound-reached', gap: 0, certifiedWithin: 0, note };
}

/**
 * Realizable targets do not depend on the items left out. What is realizable among so many is so with the views of a
 * sample at one point, tied or not.
 */
function drawSample(definition: Definition, pairs: PairWeights | null): Geometry | null {
  const shown = spreadItems(definition, pairs, MAX_DRAWN);
  const sample = buildObjective(withTiedViews(sampleDefinition(definition, shown)), MAX_DRAWN);
  if (sample.kind !== 'objective' || sample.objective.temperature === null) return null;
  const { objective } = sample;
  const prediction = reachedTargets(objective, sample.objective.temperature);
  return {
    ...drawPrediction(objective, sample.objective.temperature, prediction),
    omitted: countOf(definition, pairs) - shown.length,
  };
}

function withTiedViews(definition: Definition): Definition {
  const { views } = definition.parameters;
  const count = Math.max(2, views.value?.count ?? 2);
  return {
    ...definition,
    parameters: { ...definition.parameters, views: { ...views, value: { count, tied: true } } },
  };
}

function countOf(definition: Definition, pairs: PairWeights | null): number {
  return pairs?.items.length ?? rowsOf(definition)?.count ?? 0;
}
