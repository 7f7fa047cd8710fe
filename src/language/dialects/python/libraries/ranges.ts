/** Ranges of numbers that libraries demand. */
import type { NumberRange } from '../../inline/numbers';

export const POSITIVE: NumberRange = {
  what: 'a number above 0',
  example: '0.1',
  accepts: (value) => value > 0,
};
