/** Advice for class objectives: the weight across classes that turns the classes into a regular simplex. */
import type { Analysis } from '../../../geometry/analysis';
import type { Definition } from '../../../objective/definition';
import { cosine, roundUp } from '../numbers';
import { hasDimensions, hasRoomForSimplex, simplexCosine } from '../simplex';
import { assignment, numeral } from './assignment';

/** A weight that a 32-bit float cannot hold is no advice. */
const SMALLEST_FLOAT = 1e-37;

export function adviseAcross(definition: Definition, analysis: Analysis): string[] {
  const value = advisedAcross(definition, analysis);
  if (value === null) return [];
  const simplex = `every two classes at cosine ${cosine(simplexCosine(analysis.items.length))}, whatever their sizes`;
  return definition.kind === 'soft-supcon'
    ? [
        `Raise the weight across classes: ${assignment(definition, 'across', value)} is realizable, with ${simplex}.`,
      ]
    : [
        `Give pairs of different classes the relative weight ${value} instead of 0 (objective: soft-supcon, across: ${value}): realizable, with ${simplex}.`,
      ];
}

/** The same in a few words, for findings. */
export function evenAcross(definition: Definition, analysis: Analysis): string[] {
  const value = advisedAcross(definition, analysis);
  return value === null
    ? []
    : [
        `Soft SupCon with across: ${value} puts every two classes at ${cosine(simplexCosine(analysis.items.length))}.`,
      ];
}

/**
 * Smallest weight across classes that stays realizable, at which every two classes stand at −1/(K − 1) whatever the
 * class sizes. Formula: ρ = 1 − τ log(1/ε) ≥ −1/(K−1), so ε = exp(−K / ((K−1) τ)), rounded up. Rounded, it asks for a
 * simplex a little inside the widest one, which takes K dimensions instead of K − 1. Source: [Vock2026].
 */
function advisedAcross(definition: Definition, { items }: Analysis): string | null {
  const temperature = definition.parameters.temperature.value;
  const count = items.length;
  if (temperature === null || count < 2 || !hasDimensions(definition, count)) return null;
  const across = Math.exp(-count / ((count - 1) * temperature));
  return across < SMALLEST_FLOAT ? null : numeral(roundUp(across));
}

/** Balancing anchors and denominators undoes imbalance; one of the two alone does not. Source: [Vock2026]. */
export function adviseBalance(definition: Definition, analysis: Analysis): string[] {
  const sizes = new Set(analysis.items.map((item) => item.size));
  const balance = definition.parameters.balance.value;
  if (!hasRoomForSimplex(definition, analysis.items.length)) return [];
  if (definition.kind !== 'supcon' || sizes.size < 2 || (balance?.anchors && balance.denominators)) return [];
  return [
    `Or count every class once, both as anchor and in denominators (balance: { anchors: true, denominators: true }): then all classes stand at cosine ${cosine(simplexCosine(analysis.items.length))}.`,
  ];
}
