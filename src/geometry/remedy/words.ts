/** How remedies speak: numbers, the objective's items, and values as their author would type them. */
import type { Definition } from '../../objective/definition';
import { number } from '../conditions/words';
import type { Ailment, Outcome } from './remedyMaker';

/** A cosine with two decimals and a true minus sign: `−0.50`. */
export function cosineWords(value: number): string {
  const digits = Math.abs(value).toFixed(2);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

export function natsWords(value: number): string {
  return value === 0 ? '0 nats' : `${Number(value.toPrecision(3))} nats`;
}

/** A number with up to four digits: enough to set a value by. */
export const numberWords = number;

export const dimensionsWords = (count: number) => `${count} ${count === 1 ? 'dimension' : 'dimensions'}`;

export function hasClassItems({ kind, parameters }: Definition): boolean {
  return kind === 'supcon' || kind === 'soft-supcon' || (parameters.classes?.value ?? null) !== null;
}

export const itemsWord = (definition: Definition) => (hasClassItems(definition) ? 'classes' : 'samples');

/** `temperature: 0.445` in objective files, `temperature=0.445` in Python. */
export function assignment(definition: Definition, key: string, value: string | number): string {
  const written = typeof value === 'number' ? numeral(value) : value;
  return isObjectiveFile(definition) ? `${key}: ${written}` : `${key.replaceAll('-', '_')}=${written}`;
}

export const isObjectiveFile = ({ dialect }: Definition) => dialect === 'objective-file';

/** PyYAML takes `3e-7` for a string, and `3.0e-7` for the number it is. */
export function numeral(value: number): string {
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** What the change gives in nats, and costs in dimensions. */
export function outcomeWords({ analysis }: Ailment, { gap, rank, verdict }: Outcome): string {
  const dimensions = rank === null ? '' : `; the optimum takes ${dimensionsWords(rank)}`;
  // Another loss that does not reach its bound either: the two gaps are not to be compared.
  if (verdict !== 'realizable')
    return `The changed loss stays ${natsWords(gap)} above its own bound${dimensions}.`;
  const before = analysis.gap === null ? '' : ` instead of staying ${natsWords(analysis.gap)} above it`;
  return `A perfect run reaches the bound${before}${dimensions}.`;
}
