/** Class counts that a program has for its loss: `cls_num_list`, written as a list or asked of the training set. */
import type { ClassSize, Parameter } from '../../../../objective/definition';
import type { NamedFiles } from '../../../dataFiles';
import { sizesAsClasses } from '../../../guesses/guessedClasses';
import type { CallNode, PythonCall } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import { FindingList } from '../../findingList';
import { readFileValue } from '../../inline/fileValue';
import { classesFromData } from '../../inline/tableValues';
import type { LossSignature } from '../lossSignature';
import { builtDataset } from './builtDataset';
import { type Located, leastCertain } from './meaning';
import { mentionedNames } from './mentionedNames';
import { lookUp } from './names';
import type { Program } from './program';

type Counts = Parameter<readonly ClassSize[]>;

/** What the counts are called, as arguments of losses and in the programs around them. */
const COUNT_NAMES = [
  'cls_num_list',
  'class_num_list',
  'cls_counts',
  'class_counts',
  'samples_per_cls',
  'samples_per_class',
  'num_per_cls',
  'img_num_per_cls',
  'img_num_list',
];
const COUNT_METHOD = /^(?:get_cls_num_list|get_class_counts|cls_num_list|img_num_list|class_counts)$/;

const countNamesIn = mentionedNames(COUNT_NAMES);

/** Names behind names. */
const DEEPEST = 6;

interface Around {
  readonly program: Program;
  /** Text files with one sample a line, beside the file at hand. */
  readonly files: NamedFiles;
}

/**
 * The counts that the loss is given, else those that the program has where the loss is built. Null where there are
 * none, or where which of several they are only running it would tell.
 */
export function classCounts(site: PythonCall, { parameters }: LossSignature, around: Around): Counts | null {
  const { entry } = around.program.modules;
  if (!namesCounts(around.program)) return null;
  const place = { scope: site.scope, module: entry };
  const given = givenCounts(
    site.call(),
    parameters.map(({ name }) => name),
  );
  if (given) return countsIn({ ...place, node: given }, around, 0);
  for (const name of COUNT_NAMES) {
    if (lookUp(name, site.scope, entry.file).length === 0) continue;
    return countsIn({ ...place, node: { kind: 'name', path: [name], span: site.span } }, around, 0);
  }
  return null;
}

/** Whether the file at hand speaks of counts at all. */
export function namesCounts({ modules }: Program): boolean {
  return countNamesIn(modules.entry.file).length > 0;
}

/** The argument of the loss that holds them, by its name or its place. */
function givenCounts(call: CallNode, names: readonly string[]): ValueNode | null {
  const named = call.arguments.find(({ name }) => name !== null && COUNT_NAMES.includes(name));
  if (named) return named.value;
  const position = names.findIndex((name) => COUNT_NAMES.includes(name));
  const positional = call.arguments.filter(({ name, unpacks }) => name === null && unpacks === 'none');
  return position < 0 ? null : (positional[position]?.value ?? null);
}

function countsIn(located: Located, around: Around, depth: number): Counts | null {
  if (depth > DEEPEST) return null;
  const { node } = located;
  if (isChanged(located)) return null;
  const written = around.program.resolve(located);
  if (written.kind === 'known') {
    const sizes = sizesIn(written.value);
    const origin = written.origin === 'literal' ? 'constant' : written.origin;
    return sizes && { value: sizesAsClasses(sizes), origin, span: null };
  }
  const held = holderOf(node);
  if (held) return countsOfDataset({ ...located, node: held }, around, depth);
  if (node.kind === 'operation') return repeated(node, located, around, depth);
  if (node.kind === 'call' && MAKES_ARRAY.test(node.callee.at(-1) ?? '') && node.arguments[0])
    return countsIn({ ...located, node: node.arguments[0].value }, around, depth + 1);
  const bound = boundTo(located);
  return bound && countsIn(bound, around, depth + 1);
}

/** A list that statements fill or change after it is made: only running them would tell what it holds. */
function isChanged({ node, module }: Located): boolean {
  if (node.kind !== 'name') return false;
  const name = node.path.map(escapeRegExp).join('\\s*\\.\\s*');
  const change = String.raw`(?:\[[^\]\n]*\]\s*[-+*/]?=(?!=)|\s*\.\s*(?:append|extend|insert|remove|pop|sort|reverse|clear)\b)`;
  return new RegExp(`(?<![\\w.])${name}${change}`).test(module.file.text);
}

const escapeRegExp = (word: string) => word.replace(/[^\w]/g, String.raw`\$&`);

const MAKES_ARRAY = /^(?:array|asarray|tensor|Tensor|FloatTensor|LongTensor|list|as_tensor)$/;

function sizesIn(node: ValueNode): number[] | null {
  if (node.kind !== 'list' || node.items.length < 2) return null;
  const sizes = node.items.flatMap((item) => (item.kind === 'number' ? [item.value] : []));
  const isWhole =
    sizes.length === node.items.length && sizes.every((size) => Number.isInteger(size) && size > 0);
  return isWhole ? sizes : null;
}

/** `[500] * 10`. */
function repeated(
  { operator, operands }: Extract<ValueNode, { kind: 'operation' }>,
  located: Located,
  { program }: Around,
  depth: number,
): Counts | null {
  if (operator !== '*' || operands.length !== 2 || depth > DEEPEST) return null;
  const [first, second] = operands.map((node) => program.resolve({ ...located, node }));
  if (first.kind !== 'known' || second.kind !== 'known') return null;
  const [list, times] = first.value.kind === 'list' ? [first, second] : [second, first];
  if (list.value.kind !== 'list' || times.value.kind !== 'number') return null;
  const { value } = times.value;
  const { items } = list.value;
  if (!Number.isInteger(value) || value < 1 || value * items.length > MOST_CLASSES) return null;
  const sizes = sizesIn({ ...list.value, items: Array.from({ length: value }, () => items).flat() });
  const origin = leastCertain([list.origin, times.origin]);
  return (
    sizes && { value: sizesAsClasses(sizes), origin: origin === 'literal' ? 'constant' : origin, span: null }
  );
}

const MOST_CLASSES = 100_000;

/** The dataset in `dataset.get_cls_num_list()` and `dataset.cls_num_list`. */
function holderOf(node: ValueNode): ValueNode | null {
  const path = node.kind === 'call' && !node.receiver ? node.callee : node.kind === 'name' ? node.path : [];
  if (path.length < 2 || !COUNT_METHOD.test(path[path.length - 1])) return null;
  return { kind: 'name', path: path.slice(0, -1), span: node.span };
}

/** The one thing that a name stands for; null where a condition decides, or anything but an assignment binds it. */
function boundTo({ node, scope, module }: Located): Located | null {
  if (node.kind !== 'name') return null;
  const [first, second, ...rest] = node.path;
  if (rest.length > 0) return null;
  const bindings =
    second === undefined
      ? lookUp(first, scope, module.file)
      : first === 'self'
        ? module.file.scopes.flatMap((one) => one.attributesOf(second))
        : [];
  const [binding] = bindings;
  if (bindings.length !== 1 || binding.kind !== 'value') return null;
  return { node: binding.value(), scope: binding.scope, module };
}

function countsOfDataset(located: Located, around: Around, depth: number): Counts | null {
  if (depth > DEEPEST) return null;
  if (located.node.kind !== 'call') {
    const bound = boundTo(located);
    return bound && countsOfDataset(bound, around, depth + 1);
  }
  const { node } = located;
  const built = builtDataset(node, located, around.program);
  if (!built) return null;
  const { sizes, origin } = built;
  if (sizes) return { value: sizesAsClasses(sizes), origin, span: null };
  return indexedCounts(node, located, around);
}

/** `ImageNetLT(root, txt="data/ImageNet_LT_train.txt")`: its lines are the samples, and what stands last is the class. */
function indexedCounts(call: CallNode, located: Located, { program, files }: Around): Counts | null {
  for (const { value } of call.arguments) {
    const resolved = program.resolve({ ...located, node: value });
    if (resolved.kind !== 'known' || resolved.value.kind !== 'string') continue;
    const name = resolved.value.value;
    if (!/\.txt$/i.test(name)) continue;
    const request = {
      from: 'file',
      take: 'classes',
      columns: [],
      where: [],
      weight: null,
      bins: null,
    } as const;
    const file = { kind: 'file', name, span: call.calleeSpan, columns: [], request } as const;
    // Index files often are not kept with the code: then their counts are not known here, and nothing is wrong.
    const read = readFileValue(file, files, classesFromData, new FindingList());
    return read.value === null ? null : { ...read, span: null };
  }
  return null;
}
