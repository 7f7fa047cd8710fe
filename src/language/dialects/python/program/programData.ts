/** Adds to a loss the data that its class's author binds to it, or the class sizes of its program, else a guess of them. */
import type { DataGuess, Definition } from '../../../../objective/definition';
import type { NamedFiles } from '../../../dataFiles';
import { guessClasses } from '../../../guesses/guessedClasses';
import { lacksClasses } from '../../../guesses/lacksClasses';
import type { PythonCall } from '../../../parsers/python/file';
import { withBoundData } from '../../custom/boundData';
import { bindingAbove } from '../../custom/withCommentBindings';
import { commentReader } from '../../inline/boundValue';
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
  const bound = withClassComment(definition, site, program, files);
  return lacksClasses(bound) ? withClasses(bound, site, loss, program, files) : bound;
}

/** What stands above the class, or function, of the loss, in whichever file that is. */
function withClassComment(
  definition: Definition,
  site: PythonCall,
  program: Program,
  files: NamedFiles,
): Definition {
  const { modules } = program;
  if (!modules.all.some(({ file }) => file.text.includes('objective-lens:'))) return definition;
  const callee = program.callee(site.call(), { scope: site.scope, module: modules.entry });
  if (callee.kind !== 'class' && callee.kind !== 'function') return definition;
  const { module } = callee;
  const above = bindingAbove(module.file.text, callee.definition.span.start);
  if (!above) return definition;
  const bound = withBoundData(definition, above, commentReader(files.of(module.path)));
  return module === modules.entry ? bound : withoutPlaces(bound, definition);
}

/** Places in another file are none in the file at hand. */
function withoutPlaces(bound: Definition, definition: Definition): Definition {
  const own = new Map<string, unknown>(Object.entries(definition.parameters));
  const entries = Object.entries(bound.parameters).map(([name, parameter]) => [
    name,
    own.get(name) === parameter ? parameter : { ...parameter, span: null },
  ]);
  return { ...bound, parameters: Object.fromEntries(entries) as Definition['parameters'] };
}

function withClasses(
  definition: Definition,
  site: PythonCall,
  loss: LossSignature,
  program: Program,
  files: NamedFiles,
): Definition {
  const counts = classCounts(site, loss, { program, files });
  if (counts) return { ...definition, classesOfProgram: counts };
  const guess = guessOf(program, files);
  return guess ? { ...definition, guess } : definition;
}

/** All losses of a program have one guess: it is made once. */
const guesses = new WeakMap<Program, DataGuess | null>();

function guessOf(program: Program, files: NamedFiles): DataGuess | null {
  const known = guesses.get(program);
  if (known !== undefined) return known;
  const hints = classHints(program, files);
  // Whoever counts classes one by one does not take them for equal.
  const guess = guessClasses(
    namesCounts(program) ? hints.map((level) => level.filter(({ kind }) => kind === 'sizes')) : hints,
  );
  guesses.set(program, guess);
  return guess;
}
