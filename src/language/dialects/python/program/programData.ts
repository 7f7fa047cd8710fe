/** Adds to a loss the class sizes that its program has, else a guess of them. */
import type { Definition } from '../../../../objective/definition';
import type { NamedFiles } from '../../../dataFiles';
import { guessClasses } from '../../../guesses/guessedClasses';
import { lacksClasses } from '../../../guesses/lacksClasses';
import type { PythonCall } from '../../../parsers/python/file';
import type { LossSignature } from '../lossSignature';
import { classCounts, namesCounts } from './classCounts';
import { classHints } from './datasets';
import type { Program } from './program';

/** `files` are named relative to the file at hand. */
export function withProgramData(
  definition: Definition,
  site: PythonCall,
  loss: LossSignature,
  program: Program,
  files: NamedFiles,
): Definition {
  if (!lacksClasses(definition)) return definition;
  const counts = classCounts(site, loss, { program, files });
  if (counts) return { ...definition, classesOfProgram: counts };
  const hints = classHints(program);
  // Whoever counts classes one by one does not take them for equal.
  const guess = guessClasses(
    namesCounts(program) ? hints.map((level) => level.filter(({ kind }) => kind === 'sizes')) : hints,
  );
  return guess ? { ...definition, guess } : definition;
}
