/** What a program says about classes counts after everything that its author has bound; a guess is not used at all. */
import type { Definition } from '../../objective/definition';
import { lacksClasses } from './lacksClasses';

/** Classes of the program fill what is still open; a guess stays only where it could tell something. */
export function withSuggestedData({ classesOfProgram, guess, ...definition }: Definition): Definition {
  const isOpen = lacksClasses(definition) && definition.parameters.classes?.missing === undefined;
  if (!isOpen) return definition;
  if (classesOfProgram)
    return { ...definition, parameters: { ...definition.parameters, classes: classesOfProgram } };
  return guess ? { ...definition, guess } : definition;
}
