/** Reads what a loss is like: `{ like: supcon, temperature: tau }`, and says at its place what cannot be meant. */
import {
  NAMED_KERNELS,
  OBJECTIVE_FILE_KINDS,
  type ObjectiveFileKind,
  type Origin,
  type Parameter,
  type Parameters,
  SIMILARITIES,
  type Span,
} from '../../../objective/definition';
import { CUSTOM_LOSS_PARAMETERS, type CustomLossParameter } from '../../keys/projectShape';
import type { MapEntry, ValueNode } from '../../values';
import { didYouMean } from '../closestName';
import type { FindingList } from '../findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from '../inline/entries';
import { rejectValue, showNode } from '../inline/inlineValue';
import { OBJECTIVE_KEYS, type ObjectiveKey } from '../objectiveKeys';
import { libraryLoss } from '../python/dialects';
import type { Likeness, LossDescription } from './customLoss';

export interface DescriptionPlace {
  /** The key that says what the loss is like. */
  readonly likeKey: 'like' | 'objective';
  /** Where a missing key is told. */
  readonly headSpan: Span;
  /** The origin of values that the description fixes. */
  readonly origin: Origin;
}

const EXAMPLE = '{ like: supcon, temperature: tau }';
const LIBRARY_EXAMPLE = 'pytorch_metric_learning.losses.SupConLoss';

/** Null when it does not say what the loss is like; other wrong values are left out. */
export function readLossDescription(
  node: ValueNode,
  place: DescriptionPlace,
  findings: FindingList,
): LossDescription | null {
  const { likeKey } = place;
  if (node.kind !== 'map') {
    const example = EXAMPLE.replace('like', likeKey);
    rejectValue(node, 'the description of a loss', { what: 'a map', example }, findings);
    return null;
  }
  const { entries } = node;
  reportRepeatedKeys(entries, findings);
  const like = readLike(findEntry(entries, likeKey), place, findings);
  if (!like) return null;
  const known = parametersOf(like);
  const keys = known.map((name) => OBJECTIVE_KEYS[name].key);
  reportUnknownKeys(entries, [likeKey, 'arguments', ...keys], `A loss like ${showLike(like)}`, findings);
  const read = known.flatMap((name) => {
    const entry = findEntry(entries, OBJECTIVE_KEYS[name].key);
    return entry ? [{ name, ...readValue(name, entry, place.origin, findings) }] : [];
  });
  return {
    like,
    argumentNames: Object.fromEntries(
      read.flatMap(({ name, argument }) => (argument ? [[name, argument]] : [])),
    ),
    defaults: collect(read.map(({ name, otherwise }) => [name, otherwise])),
    fixed: collect(read.map(({ name, fixed }) => [name, fixed])),
    signature: readSignature(findEntry(entries, 'arguments'), findings),
  };
}

const collect = (values: readonly (readonly [string, Parameter<unknown> | undefined])[]) =>
  Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Partial<Parameters>;

/** The values that mean something for such a loss. */
function parametersOf(like: Likeness): readonly CustomLossParameter[] {
  if (like.kind === 'class') return CUSTOM_LOSS_PARAMETERS;
  return CUSTOM_LOSS_PARAMETERS.filter((name) => OBJECTIVE_KEYS[name].kinds.includes(like.objective));
}

const showLike = (like: Likeness) => (like.kind === 'class' ? like.path.join('.') : like.objective);

function readLike(
  entry: MapEntry | undefined,
  { likeKey, headSpan }: DescriptionPlace,
  findings: FindingList,
): Likeness | null {
  const kinds = OBJECTIVE_FILE_KINDS.join(', ');
  if (!entry) {
    findings.invalid(
      headSpan,
      `The key \`${likeKey}\` is missing: it says what the loss computes, one of ${kinds}, or a library’s class. Write, for example, \`${likeKey}: supcon\`.`,
    );
    return null;
  }
  const { value } = entry;
  const word = value.kind === 'string' ? value.value : '';
  const objective = OBJECTIVE_FILE_KINDS.find((kind: ObjectiveFileKind) => kind === word);
  if (objective) return { kind: 'objective', objective };
  const path = word.split('.');
  if (libraryLoss(path)) return { kind: 'class', path };
  const guess = didYouMean(word, OBJECTIVE_FILE_KINDS);
  const found = value.kind === 'null' ? 'has no value' : `is ${showNode(value)}, which is neither`;
  findings.invalid(
    value.span,
    `\`${likeKey}\` ${found}: it must be a kind (${kinds}), or the import path of a library’s class that is known here, such as \`${LIBRARY_EXAMPLE}\`.${guess}`,
  );
  return null;
}

interface ReadValue {
  readonly argument?: string;
  readonly otherwise?: Parameter<unknown>;
  readonly fixed?: Parameter<unknown>;
}

function readValue(
  name: CustomLossParameter,
  { value: node }: MapEntry,
  origin: Origin,
  findings: FindingList,
): ReadValue {
  if (node.kind === 'string' && !isWord(name, node.value)) {
    const argument = readArgument(node, OBJECTIVE_KEYS[name].key, findings);
    return argument === null ? {} : { argument };
  }
  const holder = node.kind === 'map' ? findEntry(node.entries, 'argument') : undefined;
  if (node.kind !== 'map' || holder?.value.kind !== 'string') {
    const fixed = readPlain(name, node, origin, findings);
    return fixed ? { fixed } : {};
  }
  reportUnknownKeys(node.entries, ['argument', 'default'], `\`${OBJECTIVE_KEYS[name].key}\``, findings);
  const argument = readArgument(holder.value, 'argument', findings);
  const standing = findEntry(node.entries, 'default');
  const otherwise = standing && readPlain(name, standing.value, 'default of the library', findings);
  return { ...(argument === null ? {} : { argument }), ...(otherwise ? { otherwise } : {}) };
}

/** Words that are values themselves, and so no names of arguments. */
function isWord(name: CustomLossParameter, word: string): boolean {
  const words: readonly string[] =
    name === 'similarity' ? SIMILARITIES : name === 'kernel' ? NAMED_KERNELS : [];
  return words.includes(word);
}

function readArgument(node: ValueNode, key: string, findings: FindingList): string | null {
  if (node.kind === 'string' && /^[A-Za-z_]\w*$/.test(node.value)) return node.value;
  const what = 'the name of an argument, or a value';
  rejectValue(node, key, { what, example: key === 'argument' ? 'argument: tau' : `${key}: tau` }, findings);
  return null;
}

function readPlain(
  name: CustomLossParameter,
  node: ValueNode,
  origin: Origin,
  findings: FindingList,
): Parameter<unknown> | undefined {
  const { read, key } = OBJECTIVE_KEYS[name] as ObjectiveKey<CustomLossParameter>;
  const result = read(node, key, findings);
  return result.kind === 'value' ? { value: result.value, origin, span: null } : undefined;
}

function readSignature(entry: MapEntry | undefined, findings: FindingList): readonly string[] | null {
  if (!entry) return null;
  const { value } = entry;
  const items = value.kind === 'list' ? value.items : [];
  const names = items.flatMap((item) => readArgument(item, 'argument', findings) ?? []);
  if (names.length > 0 && names.length === items.length) return names;
  const what = 'a list of the names of arguments in their order';
  if (items.length === 0) rejectValue(value, 'arguments', { what, example: 'arguments: [tau]' }, findings);
  return null;
}
