/** What a name stands for, given the statements that bind it. */
import type { Binding } from '../../../parsers/python/file';
import { agreed, type Evaluating } from './evaluating';
import { type Meaning, type ProgramModule, unknown } from './meaning';
import { currentBinding } from './names';
import { evaluateParameter } from './parameters';

/**
 * A name is a constant when everything that is ever assigned to it is one and the same value; what is no value (a
 * class, a module, an object) is what the last statement before the place of use makes it.
 */
export function bindingMeaning(
  bindings: readonly Binding[],
  offset: number,
  module: ProgramModule,
  words: string,
  evaluating: Evaluating,
): Meaning {
  const current = currentBinding(bindings, offset);
  if (!current) return unknown(words);
  const own = meaningOf(current, module, words, evaluating);
  if (own.kind !== 'scalar' && own.kind !== 'list')
    return isOneOfSeveral(own, current, bindings) ? unknown(words) : own;
  const others = bindings.map((binding) =>
    binding === current ? own : meaningOf(binding, module, words, evaluating),
  );
  const value = agreed(others);
  if (!value) return unknown(words);
  return (value.kind === 'scalar' || value.kind === 'list') && value.origin === 'literal'
    ? { ...value, origin: 'constant' }
    : value;
}

/** Options that are made in one branch or another: which of them it is only running the program would tell. */
function isOneOfSeveral(own: Meaning, current: Binding, bindings: readonly Binding[]): boolean {
  if (own.kind !== 'map' && own.kind !== 'instance') return false;
  const values = bindings.filter(({ kind, offset }) => kind === 'value' && offset <= current.offset);
  return current.conditional && values.length > 1;
}

function meaningOf(binding: Binding, module: ProgramModule, words: string, evaluating: Evaluating): Meaning {
  switch (binding.kind) {
    case 'value':
      return named(evaluating.evaluate({ node: binding.value(), scope: binding.scope, module }), words);
    case 'import':
      return importedMeaning(binding.path, module, words, evaluating);
    case 'class':
      return { kind: 'class', definition: binding.definition, module };
    case 'function':
      return { kind: 'function', definition: binding.definition, module };
    case 'parameter':
      return named(evaluateParameter(binding, module, evaluating), words);
    default:
      return unknown(words);
  }
}

/** What is missing is told by the name at hand, which stands in the text that the reader looks at. */
function named(meaning: Meaning, words: string): Meaning {
  return meaning.kind === 'unknown' ? unknown(words) : meaning;
}

export function importedMeaning(
  path: readonly string[],
  module: ProgramModule,
  words: string,
  evaluating: Evaluating,
): Meaning {
  const found = evaluating.modules.find(path, module);
  // What has to be opened first is taken for a library's, as if it were not there, until it is read.
  if (found.kind !== 'module') return { kind: 'library', path };
  let meaning: Meaning = { kind: 'module', module: found.module };
  for (const name of found.rest) meaning = evaluating.member(meaning, name, words);
  // A name that the module does not show may be made there in a way that nobody can read.
  return meaning.kind === 'unknown' ? unknown(words) : meaning;
}
