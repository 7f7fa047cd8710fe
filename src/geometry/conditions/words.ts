/** How conditions speak of numbers and of values that are not known. */
import type { Definition, ParameterName } from '../../objective/definition';

/** Four digits are enough to set a value by, and short enough to read. */
export function number(x: number): string {
  return String(Number(x.toPrecision(4)));
}

/** The words by which conditions name a value. */
const WORDS: Partial<Record<ParameterName, string>> = {
  temperature: 'the temperature',
  similarity: 'the similarity',
  views: 'the number of views',
  balance: 'the balancing',
  dimension: 'the embedding dimension',
  classes: 'the class sizes',
  across: 'the weight across classes',
  labels: 'the labels',
  kernel: 'the kernel',
  bandwidth: 'the bandwidth',
  features: 'the features',
  weightTemperature: 'the weight temperature',
  samples: 'the number of samples',
  weights: 'the weights',
};

export function wordsFor(name: ParameterName): string {
  return WORDS[name] ?? name;
}

/** `the temperature` becomes `the temperature (args.temp)` where the author's own name is known; at its first mention. */
export function withAuthorsNames(text: string, { parameters }: Definition): string {
  let named = text;
  for (const name of Object.keys(WORDS) as ParameterName[]) {
    const parameter = parameters[name];
    if (parameter?.value === null && parameter.missing !== undefined)
      named = named.replace(wordsFor(name), (words) => `${words} (${parameter.missing})`);
  }
  return named;
}

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
