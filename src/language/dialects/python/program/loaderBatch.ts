/** The size of the batches that a loss is trained on: what the script's own loader of training data is given. */
import type { Definition, ObjectiveKind, Parameter } from '../../../../objective/definition';
import type { PythonCall, PythonFile } from '../../../parsers/python/file';
import type { Program } from './program';

/** Losses whose softmax goes over the batch and nothing else. */
const OVER_BATCH: ReadonlySet<ObjectiveKind> = new Set(['supcon', 'info-nce', 'y-aware']);

/** The definition, with the batch size where it is certain: all loaders of training data agree on a number. */
export function withLoaderBatch(definition: Definition, program: Program): Definition {
  const { kind, parameters } = definition;
  if (!OVER_BATCH.has(kind) || parameters.batch !== undefined) return definition;
  const batch = loaderBatch(program);
  return batch ? { ...definition, parameters: { ...parameters, batch } } : definition;
}

/** Loaders whose batches no loss is trained on. */
const NO_TRAINING = /val|test|eval|query|gallery|knn|probe|memory/i;

function loaderBatch(program: Program): Parameter<number> | null {
  const { entry } = program.modules;
  const loaders = entry.file.callsNamed('DataLoader').filter((site) => isForTraining(site));
  if (loaders.length === 0 || comparesMore(entry.file)) return null;
  const [first, ...others] = loaders.map((site) => sizeOf(site, program));
  return first && others.every((other) => other?.value === first.value) ? first : null;
}

function isForTraining(site: PythonCall): boolean {
  if (NO_TRAINING.test(site.target() ?? '')) return false;
  const shuffle = site.call().arguments.find(({ name }) => name === 'shuffle')?.value;
  return shuffle?.kind !== 'boolean' || shuffle.value || has(site, 'sampler');
}

const has = (site: PythonCall, keyword: string) => site.call().arguments.some(({ name }) => name === keyword);

function sizeOf(site: PythonCall, program: Program): Parameter<number> | null {
  const args = site.call().arguments;
  if (has(site, 'batch_sampler') || args.some(({ unpacks }) => unpacks !== 'none')) return null;
  const positional = args.filter(({ name }) => name === null);
  const node = (args.find(({ name }) => name === 'batch_size') ?? positional[1])?.value;
  if (!node) return null;
  const resolved = program.resolve({ node, scope: site.scope, module: program.modules.entry });
  if (resolved.kind === 'unknown' || resolved.value.kind !== 'number') return null;
  const { value } = resolved.value;
  // The loader stands elsewhere than the loss: the value has no place in the definition's own text.
  return Number.isInteger(value) && value > 1 ? { value, origin: resolved.origin, span: null } : null;
}

/** Samples from other processes, from a queue, or of several steps: the softmax holds more than the loader gives. */
const MORE = /all_?gather|gather_from|GatherLayer|queue|memory_?bank|moco|CrossBatch|accumul/i;
const COMPARES_MORE = new WeakMap<PythonFile, boolean>();

function comparesMore(file: PythonFile): boolean {
  const known = COMPARES_MORE.get(file) ?? MORE.test(file.text);
  COMPARES_MORE.set(file, known);
  return known;
}
