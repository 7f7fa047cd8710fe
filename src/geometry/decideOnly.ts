/** Verdict and gap alone, as quickly as they can be had: for a picture over many values of an objective. */
import { buildObjective } from '../objective/buildObjective';
import type { Definition } from '../objective/definition';
import type { Objective } from '../objective/objective';
import { UnusableWeight } from '../objective/unusableWeight';
import type { Reason, Verdict } from './analysis';
import { decideEmptyBatches } from './batchNote';
import { decideUnknown } from './conditions/decideUnknown';
import { decideForeign, decideKind } from './foreignKinds';
import { type Interrupt, NEVER } from './interrupt';
import { decideLarge } from './large/decideLarge';
import { overBatches } from './optimum/overBatches';
import { type Decision, undecided } from './verdict/decision';
import { chooseConstant } from './verdict/freeConstant/chooseConstant';

export interface QuickVerdict {
  readonly verdict: Verdict;
  /** As in `Analysis`. */
  readonly reason: Reason | null;
  /** minimum − bound, in nats; null where there is no bound, or no minimum is searched for. */
  readonly gap: number | null;
  /** Why the verdict is `undecided`, in words. */
  readonly undecidedBecause: string | null;
}

/**
 * The verdict of `analyze`, and its gap from a search of less effort: to some two digits where batches are drawn or
 * dimensions are few, as good as there otherwise. Deterministic. Throws: as `analyze` does. Source: [Vock2026].
 */
export function decideOnly(definition: Definition, interrupt: Interrupt = NEVER): QuickVerdict {
  try {
    return decideBuilt(definition, interrupt);
  } catch (error) {
    if (error instanceof UnusableWeight) return quick(undecided(error.message), null);
    throw error;
  }
}

function decideBuilt(definition: Definition, interrupt: Interrupt): QuickVerdict {
  const built = buildObjective(definition);
  switch (built.kind) {
    case 'objective':
      return decideObjective(definition, built.objective, interrupt);
    case 'unknown':
      return quick(decideUnknown(definition, built.missing), null);
    case 'too-large':
    case 'too-many': {
      const pairs = built.kind === 'too-large' ? built.pairs : null;
      const { decision } = decideLarge(definition, pairs, interrupt);
      const isKnown = isReached(decision) || decision.proof?.kind === 'escape';
      return quick(decision, isKnown && definition.parameters.temperature.value !== null ? 0 : null);
    }
    case 'foreign':
      return quick(decideForeign(definition), null);
  }
}

function decideObjective(definition: Definition, built: Objective, interrupt: Interrupt): QuickVerdict {
  const decision = decideEmptyBatches(definition, built) ?? decideKind(definition, built, interrupt);
  // A loss without a bound has no gap: its minimum is not asked for here.
  if (built.severalSoftmaxes?.decoupled) return quick(decision, null);
  if (isReached(decision)) return quick(decision, built.temperature === null ? null : 0);
  const { optimum } = overBatches(definition, chooseConstant(built, decision), decision, interrupt, 'quick');
  return quick(decision, optimum.gap);
}

/** The bound itself is the minimum, and where it is reached need not be known. */
const isReached = ({ verdict, reason }: Decision) => verdict === 'realizable' || reason === 'total-collapse';

const quick = ({ verdict, reason, undecidedBecause }: Decision, gap: number | null): QuickVerdict => ({
  verdict,
  reason,
  gap,
  undecidedBecause,
});
