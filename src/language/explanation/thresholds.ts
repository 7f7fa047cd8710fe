/** The values at which a verdict turns, as far as the mathematics knows them in closed form: what sliders mark. */
import type { Analysis } from '../../geometry/analysis';
import { smallestAcross } from '../../geometry/remedy/simplex';
import type { Definition } from '../../objective/definition';
import { short } from './numbers';

export interface Threshold {
  /** The key of objective files whose value turns the verdict. */
  readonly key: string;
  readonly value: number;
  /** Few letters: `τ*`. */
  readonly label: string;
  /** What is so below and above it, in a sentence. */
  readonly meaning: string;
}

export function thresholds(definition: Definition, analysis: Analysis): Threshold[] {
  return [...temperatureThreshold(analysis), ...simplexThreshold(definition)];
}

function temperatureThreshold({ temperatureLimit }: Analysis): Threshold[] {
  if (temperatureLimit === null) return [];
  return [
    {
      key: 'temperature',
      value: temperatureLimit,
      label: 'τ*',
      meaning: `Up to τ* = ${short(temperatureLimit, 3)} the sphere has room for the distances that the weights ask for.`,
    },
  ];
}

/** Where the weight across classes asks for the regular simplex, the widest that the sphere has room for. Source: [Vock2026]. */
function simplexThreshold({ kind, parameters }: Definition): Threshold[] {
  const { temperature, similarity, classes } = parameters;
  const count = classes?.value?.length ?? 0;
  if (kind !== 'soft-supcon' || similarity.value !== 'cosine' || count < 2) return [];
  const across = temperature.value === null ? null : smallestAcross(count, temperature.value);
  if (across === null) return [];
  return [
    {
      key: 'across',
      value: across,
      label: 'simplex',
      meaning: `From ε = ${short(across, 3)} on the sphere has room for what the weights ask for; there all classes stand as the regular simplex.`,
    },
  ];
}
