/** Writes changes into an objective file: values at their keys, new keys behind the temperature, others gone. */
import type { RemedyValue } from '../../geometry/analysis';
import { type Definition, OBJECTIVE_FILE_KINDS, type Span } from '../../objective/definition';
import { findEntry } from '../dialects/inline/entries';
import { keysOf, OBJECTIVE_KEYS } from '../dialects/objectiveKeys';
import { parseJson } from '../parsers/jsonParser';
import { parseToml } from '../parsers/tomlParser';
import { parseYaml } from '../parsers/yamlParser';
import type { MapEntry, ValueNode } from '../values';
import { parameterOf } from './changes';
import { type Draft, refuse, type Wanted } from './draft';
import { insertKey, type MapText, ownEntry, removeKey, replaceValue } from './mapEdits';
import { elsewhere } from './refusals';
import type { TextEdit } from './textEdit';

const PARSERS = {
  yaml: (text: string) => parseYaml(text, 'objective-file'),
  json: parseJson,
  toml: parseToml,
};

export function objectiveFileEdits(wanted: Wanted, notation: keyof typeof PARSERS): Draft {
  const { text, before } = wanted;
  const { root } = PARSERS[notation](text);
  const map = root && objectiveMap(root, before.span);
  if (!map) return refuse('The objective has another place in the text now. Try once more.');
  const source: MapText = { text, notation, map };
  const leaving = leavingEntries(source, wanted);
  const edits: TextEdit[] = [];
  for (const [key, value] of Object.entries(wanted.changes)) {
    if (value === null) continue;
    const edit = setKey(source, leaving, key, value);
    if ('refusedBecause' in edit) return edit;
    edits.push(...edit.edits);
  }
  for (const entry of leaving) {
    const edit = removeKey(source, entry);
    if (edit === null)
      return refuse(
        `\`${entry.key}\` stands in a table of its own here: take it away by hand, then try once more.`,
      );
    edits.push(edit);
  }
  const missing = Object.keys(wanted.changes).find((key) => isBoundElsewhere(source, wanted, key));
  return missing === undefined ? { ways: [edits] } : refuse(elsewhere(missing, before));
}

/** The map that an objective was read from. */
function objectiveMap(root: ValueNode, span: Span): MapText['map'] | null {
  if (root.kind !== 'map') return null;
  const list = findEntry(root.entries, 'objectives')?.value;
  const isAt = ({ keySpan, value }: MapEntry) =>
    Math.min(keySpan.start, value.span.start) === span.start && value.span.end === span.end;
  const listed = list?.kind === 'map' ? list.entries.findLast(isAt)?.value : root;
  return listed?.kind === 'map' ? listed : null;
}

function setKey(
  source: MapText,
  leaving: readonly MapEntry[],
  key: string,
  value: RemedyValue,
): { readonly edits: readonly TextEdit[] } | { readonly refusedBecause: string } {
  const entry = ownEntry(source, key);
  if (entry) return { edits: replaceValue(source, entry, value) };
  const staying = source.map.entries.filter((one) => !leaving.includes(one));
  const isPlace = (one: MapEntry | undefined) => one !== undefined && staying.includes(one);
  const behind =
    ['temperature', 'objective'].map((name) => ownEntry(source, name)).find(isPlace) ?? staying.at(-1);
  if (!behind || (behind.value.kind === 'map' && source.notation === 'toml'))
    return refuse(`There is no place for a new \`${key}\` in this objective: write it by hand.`);
  return { edits: [insertKey(source, behind, key, value)] };
}

/** Keys that shall go, and those that mean nothing to the objective as it will be. */
function leavingEntries(source: MapText, { before, after, changes }: Wanted): readonly MapEntry[] {
  const kind = OBJECTIVE_FILE_KINDS.find((one) => one === after.kind);
  const known = kind === undefined ? [] : keysOf(kind);
  const leaves = (key: string) => {
    if (changes[key] === null) return true;
    const name = parameterOf(key);
    if (name === undefined || changes[key] !== undefined) return false;
    const isGone = before.parameters[name] !== undefined && after.parameters[name] === undefined;
    return isGone || (before.kind !== after.kind && !known.includes(key));
  };
  const keys = [...new Set(source.map.entries.map(({ key }) => key))].filter(leaves);
  return keys.flatMap((key) => ownEntry(source, key) ?? []);
}

/** A value that shall go and does not stand here: the project file binds it. */
function isBoundElsewhere(source: MapText, { before, changes }: Wanted, key: string): boolean {
  const name = parameterOf(key);
  if (changes[key] !== null || name === undefined) return false;
  const { origin = 'unresolved' } = before.parameters[name] ?? {};
  return /^config /.test(origin) && findEntry(source.map.entries, OBJECTIVE_KEYS[name].key) === undefined;
}

export const isObjectiveFile = ({ dialect }: Definition) => dialect === 'objective-file';
