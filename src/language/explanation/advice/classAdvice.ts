/** Advice for class objectives: the weight across classes that turns the classes into a regular simplex. */
import type { Analysis } from '../../../geometry/analysis';
import type { Definition } from '../../../objective/definition';
import { cosine, roundUp } from '../numbers';
import { assignment, numeral } from './assignment';

/** A weight that a 32-bit float cannot hold is no advice. */
const SMALLEST_FLOAT = 1e-37;

/**
 * Smallest weight across classes that stays realizable, at which every two classes stand at −1/(K − 1) whatever the
 * class sizes. Formula: ρ = 1 − τ log(1/ε) ≥ −1/(K−1), so ε = exp(−K / ((K−1) τ)). Source: [Vock2026].
 */
export function smallestAcross(classes: number, temperature: number): number {
  return Math.exp(-classes / ((classes - 1) * temperature));
}

/** The same in a few words, for findings. */
export function evenAcross(definition: Definition, analysis: Analysis): string[] {
  const temperature = definition.parameters.temperature.value;
  const count = analysis.items.length;
  if (temperature === null || count < 2) return [];
  const across = roundUp(smallestAcross(count, temperature));
  return across < SMALLEST_FLOAT
    ? []
    : [`Soft SupCon with across: ${numeral(across)} puts every two classes at ${cosine(-1 / (count - 1))}.`];
}

export function adviseAcross(definition: Definition, analysis: Analysis): string[] {
  const temperature = definition.parameters.temperature.value;
  const count = analysis.items.length;
  if (temperature === null || count < 2) return [];
  const across = smallestAcross(count, temperature);
  if (across < SMALLEST_FLOAT) return [];
  const simplex = `every two classes at cosine ${cosine(-1 / (count - 1))}, whatever their sizes`;
  const value = numeral(roundUp(across));
  return definition.kind === 'soft-supcon'
    ? [
        `Raise the weight across classes: ${assignment(definition, 'across', value)} is realizable, with ${simplex}.`,
      ]
    : [
        `Give pairs of different classes the relative weight ${value} instead of 0 (objective: soft-supcon, across: ${value}): realizable, with ${simplex}.`,
      ];
}

/** Balancing anchors and denominators undoes imbalance; one of the two alone does not. Source: [Vock2026]. */
export function adviseBalance(definition: Definition, analysis: Analysis): string[] {
  const sizes = new Set(analysis.items.map((item) => item.size));
  const balance = definition.parameters.balance.value;
  if (definition.kind !== 'supcon' || sizes.size < 2 || (balance?.anchors && balance.denominators)) return [];
  return [
    `Or count every class once, both as anchor and in denominators (balance: { anchors: true, denominators: true }): then all classes stand at cosine ${cosine(-1 / (analysis.items.length - 1))}.`,
  ];
}
