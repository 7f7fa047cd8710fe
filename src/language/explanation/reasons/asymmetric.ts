/** Inconsistent by asymmetry: similarity is mutual, the weights are not. */
import { short } from '../numbers';
import { nameOf } from '../vocabulary';
import type { Writer } from './writer';

export const writeAsymmetric: Writer = (definition, analysis) => {
  const { proof } = analysis;
  const meaning =
    'The similarity of two points is the same in both directions, but the weights pull them by different amounts. Training ends in a compromise between anchors that belongs to none of them.';
  if (proof?.kind !== 'cycle') return [meaning];
  const names = proof.items.map((item) => nameOf(definition, analysis, item));
  const cycle = [...names, names[0]].join(' → ');
  const factor = Math.exp(Math.abs(proof.sum));
  return [
    meaning,
    `Proof: around ${cycle} the log-weights there and back should cancel, and leave ${short(proof.sum)} (a factor of ${short(factor)} between the weights of the two directions).`,
  ];
};
