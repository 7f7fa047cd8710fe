/** A number in a config that PyYAML takes for text. Found where configs are read. */
import type { Rule } from './rule';

export const floatAsString: Rule = { id: 'float-as-string', defaultSeverity: 'error', check: null };
