/** How remedies speak: numbers, the objective's items, and values as their author would type them. */
import type { Definition } from '../../objective/definition';
import type { Item } from '../../objective/objective';
import { number } from '../conditions/words';
import type { Ailment, Outcome } from './remedyMaker';

/** A cosine with a true minus sign: `−0.50`. */
export function cosineWords(value: number, decimals = 2): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** Nats with three digits; a small number is written with a power of ten, never as zeros. */
function digits(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-4
    ? value.toExponential(1)
    : String(Number(value.toPrecision(3)));
}

/** A number with up to four digits: enough to set a value by. */
export const numberWords = number;

export const dimensionsWords = (count: number) => `${count} ${count === 1 ? 'dimension' : 'dimensions'}`;

export function hasClassItems({ kind, parameters }: Definition): boolean {
  return kind === 'supcon' || kind === 'soft-supcon' || (parameters.classes?.value ?? null) !== null;
}

/** `label 0.3`, `cat`, `sample 4`. */
export function itemName({ parameters }: Definition, { name }: Item): string {
  return (parameters.labels?.value ?? null) === null ? name : `label ${name}`;
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
  const dimensions = rank === null ? '' : `, in ${dimensionsWords(rank)}`;
  // Another loss that does not reach its bound either: the two gaps are not to be compared.
  if (verdict !== 'realizable')
    return `A perfect run stays ${digits(gap)} nats above the bound of the changed loss${dimensions}.`;
  // A bound that is reached by one point, or only in the limit, has no gap to close.
  const change = analysis.gap ? ` (gap ${digits(analysis.gap)} → 0 nats)` : '';
  return `A perfect run reaches the bound${change}${dimensions}.`;
}
