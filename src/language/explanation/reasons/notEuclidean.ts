/** Inconsistent distances: no points, in any number of dimensions, are as far apart as the weights ask. */
import { short } from '../numbers';
import { nameOf } from '../vocabulary';
import { lowerBoundSentence } from './lowerBound';
import type { Writer } from './writer';

export const writeNotEuclidean: Writer = (definition, analysis) => {
  const { proof } = analysis;
  const meaning =
    'The weights ask for distances that no set of points has, in any number of dimensions. Training settles on the nearest compromise, so distances between embeddings do not follow the weights.';
  if (proof?.kind !== 'negative-direction') return [meaning, ...lowerBoundSentence(analysis)];
  const name = (item: number) => nameOf(definition, analysis, item);
  if (proof.triangle !== null) {
    const [a, b, c] = proof.triangle.items.map(name);
    const [long, left, right] = proof.triangle.sides.map((side) => short(side));
    return [
      meaning,
      `Proof: a triangle that cannot close. ${a} and ${b} should be ${long} apart, yet both near ${c}: ${left} + ${right} is less than ${long} (in units of √τ for squared distances).`,
    ];
  }
  const terms = proof.items
    .map((item, k) => `${short(proof.coefficients[k], 2)} at ${name(item)}`)
    .join(', ');
  return [
    meaning,
    `Proof: every triangle closes, but larger sets do not. With the coefficients ${terms} (they sum to 0 over all items), points would need xᵀDx ≤ 0; here it is ${short(proof.value)}.`,
  ];
};
