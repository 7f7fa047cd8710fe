/** The verdict while values are unknown: one that holds whatever they are, or the condition in closed form. */
import { buildObjective } from '../../objective/buildObjective';
import {
  type Definition,
  type ParameterName,
  type Parameters,
  SIMILARITIES,
} from '../../objective/definition';
import { decideForeign, isLibraryKind } from '../foreignKinds';
import { decideVerdict } from '../verdict/decideVerdict';
import { conditional, type Decision } from '../verdict/decision';
import { softSupConCondition, zeroWeightCondition } from './classConditions';
import { featureCondition } from './featureConditions';
import { freeCondition } from './freeConditions';
import { labelCondition } from './labelConditions';
import { listed, withAuthorsNames, wordsFor } from './words';

/** `missing` are the parameters without which there is no objective. Deterministic; never throws on unknown values. */
export function decideUnknown(definition: Definition, missing: readonly ParameterName[]): Decision {
  const decision = decide(definition, missing);
  const { condition } = decision;
  return condition === null ? decision : { ...decision, condition: withAuthorsNames(condition, definition) };
}

function decide(definition: Definition, missing: readonly ParameterName[]): Decision {
  if (isLibraryKind(definition)) return decideForeign(definition);
  if (missing.includes('views')) return unknownViews(definition, missing);
  if (missing.includes('similarity')) return unknownSimilarity(definition, missing);
  if (missing.includes('balance') && missing.length === 1) return unknownBalance(definition);
  switch (definition.kind) {
    case 'supcon':
    case 'info-nce':
      return zeroWeightCondition(definition);
    case 'soft-supcon':
      return softSupConCondition(definition);
    case 'y-aware':
    case 'euclidean-euclidean':
      return freeCondition(definition, labelCondition(definition));
    case 'x-clr':
      return freeCondition(definition, featureCondition(definition));
    default:
      return conditional(
        `it depends on ${listed(missing.map(wordsFor))}, from which the distances between embeddings follow`,
      );
  }
}

function assume<N extends ParameterName>(
  definition: Definition,
  name: N,
  value: NonNullable<Parameters[N]>['value'],
): Definition {
  const assumed = { value, origin: 'unresolved', span: null };
  return { ...definition, parameters: { ...definition.parameters, [name]: assumed } };
}

/** What the decision is under an assumption, when other values may be unknown still. */
function decideAssuming(definition: Definition, missing: readonly ParameterName[]): Decision {
  if (missing.length > 0) return decide(definition, missing);
  const built = buildObjective(definition);
  if (built.kind === 'objective') return decideVerdict(built.objective);
  return conditional('it depends on more values than are known');
}

/** Weights relative to an item's own do not change with the number of views, as long as it has one of its own to see. */
function unknownViews(definition: Definition, missing: readonly ParameterName[]): Decision {
  const rest = missing.filter((name) => name !== 'views');
  const several = inWords(decideAssuming(assume(definition, 'views', { count: 2, tied: true }), rest));
  const single = inWords(decideAssuming(assume(definition, 'views', { count: 1, tied: true }), rest));
  return conditional(
    several === single
      ? `with any number of views: ${several}`
      : `by the number of views: with two or more, ${several}; with one, ${single}`,
  );
}

function unknownBalance(definition: Definition): Decision {
  const decision = decideAssuming(assume(definition, 'balance', { anchors: false, denominators: false }), []);
  if (decision.condition !== null) return decision;
  return {
    ...decision,
    condition: 'the verdict holds with and without the balancing, the minimum depends on it',
  };
}

function unknownSimilarity(definition: Definition, missing: readonly ParameterName[]): Decision {
  const rest = missing.filter((name) => name !== 'similarity');
  const each = SIMILARITIES.map((similarity) => ({
    similarity,
    decision: decideAssuming(assume(definition, 'similarity', similarity), rest),
  }));
  const [first] = each;
  const isSame = each.every(
    ({ decision }) =>
      decision.verdict === first.decision.verdict &&
      decision.reason === first.decision.reason &&
      decision.reason !== null,
  );
  if (isSame)
    return {
      ...first.decision,
      condition: 'the verdict holds whatever the similarity, the minimum depends on it',
    };
  return conditional(
    `by the similarity: ${each.map(({ similarity, decision }) => `${similarity}: ${inWords(decision)}`).join('; ')}`,
  );
}

function inWords(decision: Decision): string {
  if (decision.condition !== null && decision.verdict === 'conditional') return decision.condition;
  if (decision.verdict === 'undecided') return `undecided, ${decision.undecidedBecause}`;
  return decision.reason === null || decision.reason === 'exact'
    ? decision.verdict
    : `${decision.verdict} (${decision.reason})`;
}
