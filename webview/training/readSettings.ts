/** Reads what was typed into the fields of a run: a number, or what is wrong with it. */
import { LEARNING_RATES } from './runSettings';

export function readWholeNumber(text: string, least: number, most: number): number | string {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) return `Enter a whole number from ${least} to ${most}.`;
  const value = Number(trimmed);
  return value < least || value > most ? `Enter a whole number from ${least} to ${most}.` : value;
}

export function readLearningRate(text: string): number | string {
  const trimmed = text.trim();
  const [least, most] = LEARNING_RATES;
  const wanted = 'Enter a number from 1e-6 to 100, such as 0.05 or 1e-3.';
  if (!/^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return wanted;
  const value = Number(trimmed);
  return value < least || value > most ? wanted : value;
}
