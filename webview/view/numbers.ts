/** Numbers as the panel writes them: few digits, a true minus sign, and never NaN. */

const MINUS = '\u2212';

/** Below this a fixed number of decimals would show only zeros. */
const SMALLEST_FIXED = 5e-5;

/** Four decimals, or two digits and a power of ten when that would read 0.0000. */
export function formatNumber(value: number, decimals = 4): string {
  if (!Number.isFinite(value)) throw new Error(`a number to show is ${value}`);
  const size = Math.abs(value);
  const sign = value < 0 && size >= Number.MIN_VALUE ? MINUS : '';
  if (size === 0) return '0';
  if (size < SMALLEST_FIXED || size >= 1e6) {
    const [digits, exponent] = size.toExponential(1).split('e');
    return `${sign}${digits.replace('.0', '')}e${exponent.replace('+', '').replace('-', MINUS)}`;
  }
  const fixed = size.toFixed(decimals);
  return Number(fixed) === 0 ? fixed : `${sign}${fixed}`;
}

/** A similarity: two decimals, more only where two would hide that it is not 0. */
export function formatSimilarity(value: number, decimals = 2): string {
  const fixed = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(fixed) !== 0 ? `${MINUS}${fixed}` : fixed;
}

/** A share as percent: `93%`, `0.007%`. */
export function formatPercent(share: number): string {
  const percent = 100 * Math.abs(share);
  if (percent === 0) return '0%';
  if (percent >= 10) return `${percent.toFixed(0)}%`;
  const decimals = Math.min(6, Math.max(1, Math.ceil(-Math.log10(percent))));
  return `${percent.toFixed(decimals)}%`;
}

/** Thousands apart, as in `10 015`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en').replaceAll(',', '\u202f');
}
