/** Numbers that are typed into a control: the number, or what is wrong with the text. */

export function readPositive(text: string, atMost = Infinity): number | string {
  const value = Number(text.trim());
  if (text.trim() !== '' && value > 0 && value <= atMost && Number.isFinite(value)) return value;
  return atMost === Infinity ? 'Enter a number above 0.' : `Enter a number above 0, at most ${atMost}.`;
}

export function readCount(text: string, least: number): number | string {
  const value = Number(text.trim());
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= MOST) return value;
  return `Enter a whole number from ${least} on.`;
}

/** More than any batch or dimension has. */
const MOST = 1e9;
