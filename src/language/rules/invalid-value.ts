/** A value that no objective can have, such as a negative temperature. Found while reading. */
import type { Rule } from './rule';

export const invalidValue: Rule = { id: 'invalid-value', defaultSeverity: 'error', check: null };
