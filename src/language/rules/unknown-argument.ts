/** An argument or key that the loss does not have: it is ignored, or an error at run time. Found while reading. */
import type { Rule } from './rule';

export const unknownArgument: Rule = { id: 'unknown-argument', defaultSeverity: 'warning', check: null };
