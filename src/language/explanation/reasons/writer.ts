/** The shape that every writer of a reason has. */
import type { Analysis } from '../../../geometry/analysis';
import type { Definition } from '../../../objective/definition';

/** Paragraphs in plain words: what the weights ask for and why no embedding has it, with the proof's numbers. */
export type Writer = (definition: Definition, analysis: Analysis) => readonly string[];
