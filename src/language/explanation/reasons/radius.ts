/** Inconsistent by radius: a sphere fits, but it is larger than the unit sphere at this temperature. */
import { short } from '../numbers';
import { itemsWord } from '../vocabulary';
import { lowerBoundSentence, searchedLimitSentence } from './lowerBound';
import type { Writer } from './writer';

export const writeRadius: Writer = (definition, analysis) => {
  const { proof, temperatureLimit } = analysis;
  const { value: temperature } = definition.parameters.temperature;
  const now = temperature === null ? '' : ` of ${short(temperature)}`;
  const numbers =
    proof?.kind === 'sphere-too-large'
      ? [
          `Proof: the target points lie on a sphere of squared radius R² = ${short(proof.radiusSquared, 4)}, and the unit sphere has 1. R² grows in proportion to the temperature${now}, so up to τ* = ${short(temperatureLimit ?? proof.temperatureLimit)} the targets fit.`,
        ]
      : proof?.kind === 'no-constant'
        ? [
            `Proof: no item meets itself, so all similarities may rise or fall together; yet whatever their common level, the Gram matrix has an eigenvalue of ${short(proof.largest, 2)} or less, and that of unit vectors has none below 0.${temperatureLimit === null ? '' : ` Up to τ* = ${short(temperatureLimit)} some level will do.`}`,
          ]
        : [];
  return [
    `The weights ask for ${itemsWord(definition)} farther apart than the unit sphere has room for: at this temperature a given weight stands for too large a distance. Training presses them together, some pairs more than others.`,
    ...numbers,
    ...lowerBoundSentence(analysis),
    ...searchedLimitSentence(analysis),
  ];
};
