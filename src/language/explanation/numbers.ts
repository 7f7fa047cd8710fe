/** Numbers in sentences: few digits, a true minus sign, and never a small number written as zero. */

const MINUS = '\u2212';
/** Below this, four decimals would show one digit or none. */
const SMALLEST_FIXED = 1e-4;

/** Nats with four decimals, or two digits and a power of ten when that says more: `0.0738 nats`, `7.2e-5 nats`. */
export function nats(value: number): string {
  return `${decimals(value, 4)} nats`;
}

/** A cosine or similarity: two decimals, `−0.50`. */
export function cosine(value: number): string {
  const fixed = Math.abs(value).toFixed(2);
  return value < 0 && Number(fixed) !== 0 ? MINUS + fixed : fixed;
}

/** A number with at most `digits` significant digits: `0.445`, `12`, `3e-7`. */
export function short(value: number, digits = 3): string {
  return signed(value, String(Number(Math.abs(value).toPrecision(digits))));
}

/** A count with its noun: `1 class`, `12 classes`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en').replaceAll(',', '\u202f')} ${count === 1 ? one : many}`;
}

function decimals(value: number, places: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= SMALLEST_FIXED) return signed(value, size.toFixed(places));
  return signed(value, size.toExponential(1).replace('.0e', 'e'));
}

function signed(value: number, digits: string): string {
  return value < 0 && Number(digits) !== 0 ? MINUS + digits : digits;
}
