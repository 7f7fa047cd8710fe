/** What a program says about the classes that it trains on: options, datasets that it builds, numbers of classes. */
import type { Origin } from '../../../../objective/definition';
import type { NamedFiles } from '../../../dataFiles';
import { type ClassHint, longTailGuess, sizesAsClasses } from '../../../guesses/guessedClasses';
import { COUNT_NAMES, DATASET_NAMES } from '../../../guesses/hintNames';
import { knownDataset, longTailedCifar } from '../../../guesses/knownDatasets';
import type { PythonCall } from '../../../parsers/python/file';
import { type BuiltDataset, builtDataset } from './builtDataset';
import { folderHints } from './imageFolders';
import type { Meaning, ProgramModule } from './meaning';
import { mentionedNames } from './mentionedNames';
import type { Program } from './program';

const countNamesIn = mentionedNames(COUNT_NAMES);

/** Levels of hints, from what the command line takes to what stands anywhere in the file at hand. */
export function classHints(program: Program, files: NamedFiles): readonly (readonly ClassHint[])[] {
  return [optionHints(program), folderHints(program, files), datasetHints(program), countHints(program)];
}

function optionHints(program: Program): ClassHint[] {
  const options = { kind: 'options', module: program.modules.entry } as const;
  const hint = (name: string) => hintOf(name, program.memberOf(options, name));
  return [...DATASET_NAMES, ...COUNT_NAMES].flatMap((name) => hint(name) ?? []);
}

function hintOf(name: string, meaning: Meaning): ClassHint | null {
  if (meaning.kind !== 'scalar') return null;
  const { value, origin } = meaning;
  const because = `${name} is ${value}${toldOrigin(origin)}`;
  if (typeof value === 'string' && DATASET_NAMES.includes(name))
    return { kind: 'dataset', dataset: value, because };
  if (typeof value === 'number' && COUNT_NAMES.includes(name))
    return { kind: 'count', classes: value, name, because };
  return null;
}

/** Behind a value in a sentence. */
function toldOrigin(origin: Origin): string {
  if (origin.startsWith('default of --')) return `, option ${origin.slice('default of '.length)}`;
  return origin.startsWith('config ') ? ` in ${origin.slice('config '.length)}` : ' in the code';
}

/** Datasets that the file builds; one that is only tested on is none. */
function datasetHints(program: Program): ClassHint[] {
  const { entry } = program.modules;
  return entry.file.calledNames.flatMap((name): ClassHint[] => {
    if (!knownDataset(name) && !longTailedCifar(name)) return [];
    const trained = entry.file
      .callsNamed(name)
      .flatMap((site) => builtDataset(site.call(), { scope: site.scope, module: entry }, program) ?? []);
    return trained.map((built) => builtHint(name, built));
  });
}

function builtHint(name: string, { sizes, written, origin }: BuiltDataset): ClassHint {
  if (!sizes || !written) return { kind: 'dataset', dataset: name, because: `the code builds ${name}(…)` };
  const { classes, max, factor } = written;
  return {
    kind: 'sizes',
    guess: {
      ...longTailGuess(written, {
        because: `the code builds ${name}(…), imb_factor is ${factor}${toldOrigin(origin)}`,
        assumption: `if it is trained on these ${classes} classes of ${Math.min(...sizes)} to ${max} samples, imbalance factor ${factor}`,
      }),
      classes: sizesAsClasses(sizes),
    },
  };
}

function countHints(program: Program): ClassHint[] {
  const { entry } = program.modules;
  return countNamesIn(entry.file).flatMap((name) => [
    ...boundHints(name, entry, program),
    ...passedHints(name, entry, program),
  ]);
}

/** `num_classes = 100`, `opt.n_cls = 10`. Defaults of parameters belong to whoever wrote the function, not to this training. */
function boundHints(name: string, module: ProgramModule, program: Program): ClassHint[] {
  const { scopes } = module.file;
  const bound = scopes.flatMap((scope) => [...scope.bindingsOf(name), ...scope.attributesOf(name)]);
  const values = bound.flatMap((binding) =>
    binding.kind === 'value' ? [{ node: binding.value(), scope: binding.scope, module }] : [],
  );
  const parts = module.file
    .partAssignments(name)
    .flatMap(({ value, scope }) => (value ? [{ node: value(), scope, module }] : []));
  return [...values, ...parts]
    .slice(0, MOST_PLACES)
    .flatMap((located) => hintOf(name, program.meaning(located)) ?? []);
}

/** `build_model(num_classes=100)`, and `{"num_classes": 100}`, which a call is given like `dict(num_classes=100)`. */
function passedHints(name: string, module: ProgramModule, program: Program): ClassHint[] {
  const { file } = module;
  const given = new RegExp(String.raw`\b${name}\s*=(?!=)`);
  const sites = file.calledNames
    .flatMap((called) => file.callsNamed(called))
    .filter(
      ({ span }) => span.end - span.start < LONGEST_CALL && given.test(file.text.slice(span.start, span.end)),
    );
  return sites.slice(0, MOST_PLACES).flatMap((site) => passedHint(name, site, module, program) ?? []);
}

const LONGEST_CALL = 2000;
/** Places of one name that are looked at: what they say is the same, or contradicts itself early. */
const MOST_PLACES = 40;

function passedHint(
  name: string,
  site: PythonCall,
  module: ProgramModule,
  program: Program,
): ClassHint | null {
  const argument = site.call().arguments.find((one) => one.name === name);
  return argument ? hintOf(name, program.meaning({ node: argument.value, scope: site.scope, module })) : null;
}
