/** Verdicts without a matrix over all pairs: what the structure of labels, features or classes tells, or a part proves. */
import { buildObjective, objectiveOf } from '../../objective/buildObjective';
import type { Definition, ObjectiveKind } from '../../objective/definition';
import { MAX_PAIRED } from '../../objective/manyRows';
import type { PairWeights } from '../../objective/pairWeights';
import { sampleDefinition, spreadItems } from '../../objective/sampleDefinition';
import { type PairScan, scanPairsUntil } from '../../objective/scanPairs';
import { entropicBound } from '../../objective/softmaxes';
import { softmaxesOf } from '../../objective/softmaxesOf';
import type { Proof } from '../analysis';
import { type Interrupt, NEVER, STOPPED_EARLY } from '../interrupt';
import { decideVerdict } from '../verdict/decideVerdict';
import { type Decision, decided, undecided } from '../verdict/decision';
import { hasFreeConstant } from '../verdict/freeConstant/wishes';
import { hasUnknownDistances } from '../verdict/unknownDistances';
import { decideByStructure } from './decideByStructure';

/** Different items in the part that may prove the whole impossible. */
const SAMPLE = 200;

export interface LargeDecision {
  readonly decision: Decision;
  /** B in nats, or null where the pairs are too many. */
  readonly bound: number | null;
}

/** `pairs` is null where there are too many different items to group them. Items are named by their index in the whole. */
export function decideLarge(
  definition: Definition,
  pairs: PairWeights | null,
  interrupt: Interrupt = NEVER,
): LargeDecision {
  const few = pairs !== null && pairs.grouping.counts.length <= MAX_PAIRED ? pairs : null;
  return (
    decideStructure(definition, few, interrupt) ??
    decideByPairs(definition, few, interrupt) ??
    decideByPart(definition, pairs, few, interrupt)
  );
}

function decideStructure(
  definition: Definition,
  few: PairWeights | null,
  interrupt: Interrupt,
): LargeDecision | null {
  const decision = decideByStructure(definition, interrupt);
  if (decision === null) return null;
  return { decision, bound: few && (scanPairsUntil(few, () => interrupt.isRaised())?.bound ?? null) };
}

function decideByPart(
  definition: Definition,
  pairs: PairWeights | null,
  few: PairWeights | null,
  interrupt: Interrupt,
): LargeDecision {
  const scan = few && scanPairsUntil(few, () => interrupt.isRaised());
  const decision = decideZero(definition, pairs, scan) ?? decideBySample(definition, pairs, interrupt);
  return { decision, bound: scan?.bound ?? null };
}

/** Kinds whose loss is one softmax for each anchor: their verdict needs the matrix over all pairs, and nothing larger. */
const ONE_SOFTMAX: readonly ObjectiveKind[] = ['y-aware', 'euclidean-euclidean', 'x-clr', 'weighted'];

function decideByPairs(
  definition: Definition,
  pairs: PairWeights | null,
  interrupt: Interrupt,
): LargeDecision | null {
  if (pairs === null || !ONE_SOFTMAX.includes(definition.kind) || interrupt.isRaised()) return null;
  const objective = objectiveOf(definition, pairs);
  // These verdicts take searches over all items.
  if (hasUnknownDistances(objective) || hasFreeConstant(objective)) return null;
  return { decision: decideVerdict(objective, interrupt), bound: entropicBound(softmaxesOf(objective)) };
}

function decideZero(
  definition: Definition,
  pairs: PairWeights | null,
  scan: PairScan | null,
): Decision | null {
  if (pairs === null || scan?.firstZero == null) return null;
  const { groupOf } = pairs.grouping;
  const [g, h] = scan.firstZero;
  const anchor = groupOf.indexOf(g);
  const other = groupOf.findIndex((group, item) => group === h && item !== anchor);
  const candidate = other < 0 ? anchor : other;
  if ((definition.parameters.similarity.value ?? 'cosine') === 'cosine')
    return decided('degenerate', 'zero-weight', {
      kind: 'zero-pair',
      anchor,
      candidate,
      pairs: scan.zeroPairs,
    });
  const keepsClassesApart = definition.kind === 'supcon' || definition.kind === 'info-nce';
  return keepsClassesApart
    ? decided('degenerate', 'unbounded', { kind: 'escape', cause: 'zero-weights' })
    : null;
}

/** A part that no points can realize proves the same of the whole; one that points can realize proves nothing. */
function decideBySample(definition: Definition, pairs: PairWeights | null, interrupt: Interrupt): Decision {
  const items = spreadItems(definition, pairs, SAMPLE);
  const built = buildObjective(sampleDefinition(definition, items));
  if (built.kind !== 'objective') throw new Error('A sample of known values is an objective.');
  // The whole lists samples; where views are items of their own the part lists those, a sample's one after the other.
  const views = built.objective.items.length / items.length;
  const named = built.objective.items.map((_, item) => items[Math.floor(item / views)]);
  const part = decideVerdict(built.objective, interrupt);
  const cosineZero = part.reason === 'zero-weight' && built.objective.similarity === 'cosine';
  if (part.verdict === 'inconsistent' || cosineZero)
    // The whole's sphere is at least as large as the part's: its τ* is not told by the part.
    return { ...part, proof: part.proof && inTheWhole(part.proof, named), temperatureLimit: null };
  if (part.undecidedBecause?.startsWith(STOPPED_EARLY)) return part;
  const size = pairs?.grouping.counts.length ?? `more than ${MAX_PAIRED}`;
  const found = part.reason === null ? part.verdict : `${part.verdict} (${part.reason})`;
  return undecided(
    `${size} different items are too many for a decision on all pairs; a sample of ${items.length} of them by itself is ${found}`,
  );
}

function inTheWhole(proof: Proof, items: readonly number[]): Proof {
  switch (proof.kind) {
    case 'zero-pair':
      return { ...proof, anchor: items[proof.anchor], candidate: items[proof.candidate] };
    case 'cycle':
      return { ...proof, items: proof.items.map((item) => items[item]) };
    case 'negative-direction': {
      const { triangle } = proof;
      const [a, b, c] = triangle?.items ?? [0, 0, 0];
      return {
        ...proof,
        items: proof.items.map((item) => items[item]),
        triangle: triangle && { ...triangle, items: [items[a], items[b], items[c]] },
      };
    }
    default:
      return proof;
  }
}
