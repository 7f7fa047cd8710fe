/** Remedy for targets on a sphere that is too large: distances grow with the temperature, so a lower one fits. */
import { roundDown } from '../rounding';
import type { RemedyMaker } from './remedyMaker';
import { assignment, itemsWord, numberWords, numeral } from './words';

/** Formula: R² = τ R_Δ² ≤ 1 iff τ ≤ τ* = 1/R_Δ², rounded down so that it stays kept. Source: [Vock2026]. */
export const lowerTemperature: RemedyMaker = ({ definition, analysis }) => {
  const limit = analysis.temperatureLimit;
  const now = definition.parameters.temperature.value;
  if (analysis.reason !== 'radius' || limit === null || now === null) return null;
  const temperature = roundDown(limit);
  const shrunk = numberWords(Math.sqrt(temperature / now));
  return {
    id: 'lower-temperature',
    title: `Lower the temperature to ${numeral(temperature)}`,
    change: { values: { temperature } },
    effect: `Every distance that the weights ask for becomes ${shrunk} times as long, so all ${itemsWord(definition)} fit on the unit sphere at exactly the distances asked for; their bound stays the same.`,
    code: assignment(definition, 'temperature', temperature),
  };
};
