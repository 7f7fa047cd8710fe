/** What to do in one line each: the computed remedies, or the limits to keep while values are unknown. */
import type { Analysis, Remedy, RemedyValue } from '../../geometry/analysis';
import { assignment, isObjectiveFile } from '../../geometry/remedy/words';
import { roundDown } from '../../geometry/rounding';
import type { Definition } from '../../objective/definition';

/** Sentences, the best first; none where nothing computed can be said. */
export function advise(definition: Definition, analysis: Analysis): readonly string[] {
  if (analysis.remedies.length > 0)
    return analysis.remedies.map((remedy) => adviseRemedy(definition, remedy));
  return [...adviseTemperature(definition, analysis), ...adviseDimension(analysis)];
}

/** `Lower the temperature to 0.445 (temperature: 0.445).` */
function adviseRemedy(definition: Definition, { title, changes }: Remedy): string {
  const entries = Object.entries(changes);
  const isTyped = isObjectiveFile(definition)
    ? entries.every(([, value]) => !Array.isArray(value))
    : entries.every(([key]) => key === 'temperature');
  if (!isTyped) return `${title}.`;
  return `${title} (${entries.map(([key, value]) => assignment(definition, key, written(value))).join(', ')}).`;
}

function written(value: RemedyValue): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join(', ')} }`;
}

/** Of a temperature that is not known, or of more items than remedies are tried on, the limit is known all the same. */
function adviseTemperature(
  definition: Definition,
  { verdict, reason, temperatureLimit }: Analysis,
): string[] {
  if (temperatureLimit === null || (verdict !== 'conditional' && reason !== 'radius')) return [];
  return [
    `Keep the temperature at or below τ*: ${assignment(definition, 'temperature', roundDown(temperatureLimit))} is the largest that fits.`,
  ];
}

function adviseDimension({ reason, proof }: Analysis): string[] {
  return reason === 'dimension' && proof?.kind === 'dimension'
    ? [`Use an embedding of at least ${proof.needed} dimensions.`]
    : [];
}
