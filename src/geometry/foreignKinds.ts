/** Kinds that objective files do not have: their verdicts, and what those are that are no weighted InfoNCE at all. */
import type { Definition, ObjectiveKind } from '../objective/definition';
import { isOpaqueSum } from '../objective/kinds/summedPositives';
import type { Objective } from '../objective/objective';
import { softmaxesOf } from '../objective/softmaxesOf';
import type { Interrupt } from './interrupt';
import { decideRanked, rankedWhateverLabels } from './rankedVerdict';
import { decideVerdict } from './verdict/decideVerdict';
import { conditional, type Decision, decided, undecided } from './verdict/decision';

const LIBRARY_KINDS: readonly ObjectiveKind[] = ['rank-n-contrast', 'clip', 'balanced-supcon', 'decoupled'];

/** Kinds whose verdict is known whatever the values that are not. */
export function isLibraryKind({ kind }: Definition): boolean {
  return LIBRARY_KINDS.includes(kind);
}

/** The decision on an objective that was built, by its kind where the weights alone do not tell. */
export function decideKind(definition: Definition, objective: Objective, interrupt: Interrupt): Decision {
  if (objective.severalSoftmaxes?.decoupled) return decideDecoupled(objective);
  if (definition.kind === 'rank-n-contrast') return decideRanked(definition, objective, interrupt);
  if (definition.kind === 'balanced-supcon' && spreadsForEver(objective))
    return decided('degenerate', 'unbounded', { kind: 'escape', cause: 'zero-weights' });
  return decideVerdict(objective, interrupt);
}

/** Classes with their centers that may move apart without limit: on a line by distances, on a circle by dot products. */
function spreadsForEver({ similarity, dimension, items }: Objective): boolean {
  const classes = items.length / 2;
  if (similarity === 'cosine' || classes < 2) return false;
  return similarity !== 'dot' || classes === 2 || dimension === null || dimension >= 2;
}

/** Positives with b = 0: without them in the denominator no entropic bound exists. Source: [Vock2026]. */
function decideDecoupled(objective: Objective): Decision {
  const { anchorOf, size, weight } = softmaxesOf(objective);
  const { counts } = objective;
  let pairs = 0;
  for (const [r, g] of anchorOf.entries())
    for (let k = 0; k <= size; k++) {
      if (weight[r * (size + 1) + k] === 0) continue;
      pairs += counts[g] * (k === size ? 1 : counts[k] - (k === g ? 1 : 0));
    }
  return decided('degenerate', 'decoupled', { kind: 'absent-positives', pairs });
}

/** The decision on a kind for which no weights are built, or none yet. */
export function decideForeign(definition: Definition): Decision {
  if (isOpaqueSum(definition)) return undecided(whyOpaque(definition));
  switch (definition.kind) {
    case 'decoupled':
      return decided('degenerate', 'decoupled', { kind: 'absent-positives', pairs: null });
    case 'rank-n-contrast':
      return rankedWhateverLabels(definition);
    case 'clip':
      return twoTowers(definition);
    case 'balanced-supcon':
      return conditional(
        'degenerate (zero weights) for any two or more classes: equal sizes give the regular simplex with cosines −1/(K−1), each class with its center; unequal sizes do not',
      );
    case 'targeted-supcon':
      return undecided(
        'targeted SupCon pulls classes to points fixed in advance, which its geometry then follows; fixed targets are not decided yet',
      );
    case 'parametric-supcon':
      return undecided(
        'parametric contrastive learning adds learned class centers with a rebalanced prior to the softmax; learned priors are not decided yet',
      );
    default:
      return undecided(
        `this loss (${definition.dialect}) is not a softmax over weighted pairs, so the geometry of weighted contrastive objectives says nothing about it`,
      );
  }
}

/** Why a kind with a verdict has no numbers. */
export function whyNoOptimum({ kind, parameters }: Definition): string | null {
  if (kind === 'decoupled') return 'a single class or sample has no negatives: its denominator is empty';
  if (kind !== 'rank-n-contrast') return null;
  const count = parameters.labels?.value?.length ?? 0;
  return `the ${count} labels make more softmaxes than a minimum is computed for`;
}

function whyOpaque({ kind, parameters }: Definition): string {
  if (kind !== 'supcon' && kind !== 'info-nce')
    return 'the loss sums its weighted positives inside the logarithm, so it is no cross-entropy between weights and a softmax; with weights that differ between positives its minimum is not known';
  if (parameters.similarity.value === 'dot')
    return 'the loss sums its positives inside the logarithm; with dot products of unlimited norm whether classes collapse is not known';
  return 'the loss sums its positives inside the logarithm; with balanced denominators whether classes collapse is not known';
}

function twoTowers({ parameters: { similarity, dimension } }: Definition): Decision {
  if ((similarity.value ?? 'cosine') !== 'cosine')
    return conditional(
      'degenerate for any two or more pairs: zero weights push other pairs apart and nothing stops distances or norms from growing',
    );
  const d = dimension?.value ?? null;
  const most = d === null ? 'n is at most one more than the embedding dimension' : `n is at most ${d + 1}`;
  return conditional(
    `degenerate (zero weights) for any two or more pairs: an image and its text meet at one point, and the n pairs of a batch form a regular simplex with cosines −1/(n−1) as long as ${most}, more spread as evenly as they can`,
  );
}
