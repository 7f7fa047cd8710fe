/** What a part of an object stands for: an attribute of an instance, a name in a module, an item of a map. */
import { bindingMeaning } from './bindings';
import { optionNamed, plainOption } from './commandLine';
import type { Evaluating } from './evaluating';
import { classMember, instanceMember } from './instances';
import { type Meaning, type ProgramModule, type Scalar, scalar, unknown } from './meaning';
import { optionFromConfig } from './optionsFromConfig';
import { startingScripts } from './startingScripts';

export function memberOf(object: Meaning, name: string, words: string, evaluating: Evaluating): Meaning {
  switch (object.kind) {
    case 'module':
      return moduleMember(object.module, name, words, evaluating);
    case 'library':
      // The flags of absl are declared wherever they are needed.
      if (object.path.at(-1) === 'FLAGS')
        return optionMeaning(name, evaluating.modules.entry, words, evaluating);
      return { kind: 'library', path: [...object.path, name] };
    case 'unbound':
      return { ...object, path: [...object.path, name] };
    case 'class':
      return classMember(object, name, words, evaluating);
    case 'instance':
      return instanceMember(object, name, words, evaluating);
    case 'options':
      return optionMeaning(name, object.module, words, evaluating);
    case 'map':
      return itemOf(object, name, words, evaluating);
    default:
      return unknown(words);
  }
}

export function itemOf(object: Meaning, key: Scalar, words: string, evaluating: Evaluating): Meaning {
  if (object.kind === 'map' && typeof key === 'string') {
    const own = object.entries.get(key);
    if (own) return evaluating.evaluate(own);
    for (const spread of object.spreads) {
      const found = itemOf(evaluating.evaluate(spread), key, words, evaluating);
      if (found.kind !== 'unknown') return found;
    }
    return unknown(words);
  }
  if (object.kind === 'list' && typeof key === 'number') {
    const item = object.items.at(key);
    return item ? evaluating.evaluate(item) : unknown(words);
  }
  // `globals()[name]`.
  if (object.kind === 'module' && typeof key === 'string')
    return moduleMember(object.module, key, words, evaluating);
  // `args, rest = parser.parse_known_args()`, and the several dataclasses of Hugging Face's parser.
  if (object.kind === 'options')
    return typeof key === 'string' ? optionMeaning(key, object.module, words, evaluating) : object;
  return unknown(words);
}

function moduleMember(module: ProgramModule, name: string, words: string, evaluating: Evaluating): Meaning {
  const bindings = module.file.scopes[0].bindingsOf(name);
  if (bindings.length > 0) return bindingMeaning(bindings, Infinity, module, words, evaluating);
  for (const star of module.file.starImports) {
    const found = evaluating.modules.find([...star], module);
    if (found.kind !== 'module' || found.rest.length > 0) continue;
    const member = moduleMember(found.module, name, words, evaluating);
    if (member.kind !== 'unknown') return member;
  }
  const submodule = evaluating.modules.submodule(name, module);
  return submodule ? { kind: 'module', module: submodule } : unknown(words);
}

const KEPT = /^(?:\w+_)?(?:args|opts?|options|hparams)$/;

/** `model.model_args.temp`: an object that nobody can see keeps the options under the name that everybody gives them. */
export function keptOption(
  path: readonly string[],
  words: string,
  module: ProgramModule,
  evaluating: Evaluating,
): Meaning | null {
  const [name = '', holder = ''] = path.slice(-2).reverse();
  if (path.length < 3 || !KEPT.test(holder)) return null;
  const option = optionMeaning(name, module, words, evaluating);
  return option.kind === 'unknown' ? null : option;
}

/** Declared in the module of the options, or, where its parser comes from elsewhere, in another that was read. */
function optionMeaning(name: string, module: ProgramModule, words: string, evaluating: Evaluating): Meaning {
  const read = [module, ...evaluating.modules.all];
  const known = declaredOption(name, read, words, evaluating) ?? dataclassOption(name, read, evaluating);
  if (known) return known;
  const scripts = startingScripts(module, evaluating.modules);
  return (
    declaredOption(name, scripts, words, evaluating) ??
    dataclassOption(name, scripts, evaluating) ??
    unknown(words)
  );
}

/** Null where none of the modules declares it. */
function declaredOption(
  name: string,
  places: readonly ProgramModule[],
  words: string,
  evaluating: Evaluating,
): Meaning | null {
  for (const place of places) {
    const option = optionNamed(name, place) ?? optionFromConfig(name, place, evaluating);
    if (!option) continue;
    const value = option.otherwise ? evaluating.evaluate(option.otherwise) : unknown(words);
    const otherwise = value.kind === 'scalar' ? value.value : undefined;
    const given = evaluating.modules.given?.valueOf(option, otherwise, words);
    if (given) return given;
    if (otherwise !== null && otherwise !== undefined)
      return scalar(
        option.type === 'str' ? otherwise : optionNumber(otherwise),
        `default of --${option.flag}`,
      );
    return unknown(words);
  }
  return null;
}

/** `type=float` turns the text of a default into a number, as it does with what is typed. */
function optionNumber(value: Exclude<Scalar, null>): Exclude<Scalar, null> {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : value;
}

/** `HfArgumentParser((ModelArguments, TrainingArguments))`: each field is an option. */
function dataclassOption(
  name: string,
  places: readonly ProgramModule[],
  evaluating: Evaluating,
): Meaning | null {
  const parsers = places.flatMap((module) =>
    module.file.callsNamed('HfArgumentParser').map((site) => ({ site, module })),
  );
  for (const { site, module } of parsers) {
    const [first] = site.call().arguments;
    const classes = first?.value.kind === 'list' ? first.value.items : first ? [first.value] : [];
    for (const node of classes) {
      const meaning = evaluating.evaluate({ node, scope: site.scope, module });
      if (meaning.kind !== 'class') continue;
      const value = classMember(meaning, name, name, evaluating);
      if (value.kind !== 'scalar') continue;
      const option = { ...plainOption(name, null), otherwise: null };
      const given = evaluating.modules.given?.valueOf(option, value.value, name);
      if (given) return given;
      if (value.value !== null) return scalar(value.value, `default of --${name}`);
    }
  }
  return null;
}
