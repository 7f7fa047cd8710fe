/** Writes a new key into the map of a config that names a loss. */
import type { RemedyValue } from '../../geometry/analysis';
import type { Definition } from '../../objective/definition';
import { parseJson } from '../parsers/jsonParser';
import { parseToml } from '../parsers/tomlParser';
import { parseYamlDocuments } from '../parsers/yamlParser';
import type { MapEntry, ValueNode } from '../values';
import { CONVERSIONS } from './argumentNames';
import { short } from './literals';
import { insertKey, type MapText } from './mapEdits';
import { libraryWords } from './replacements';
import type { TextEdit } from './textEdit';

const PARSERS = {
  yaml: (text: string) => parseYamlDocuments(text, 'pyyaml'),
  json: (text: string) => [parseJson(text)],
  toml: (text: string) => [parseToml(text)],
};

export function insertedKeys(
  text: string,
  notation: MapText['notation'],
  { span, headSpan }: Definition,
  names: readonly string[],
  value: RemedyValue,
): readonly TextEdit[] {
  const roots = PARSERS[notation](text).flatMap(({ root }) => root ?? []);
  const maps = roots
    .flatMap((root) => mapsWithin(root))
    .filter((map) => isAround(map, span) || isIn(map, span));
  const naming = maps.find(({ entries }) => entries.some((entry) => isNaming(entry, headSpan.start)));
  if (!naming) return [];
  const key = naming.entries.find((entry) => isNaming(entry, headSpan.start));
  const inside = naming.entries.filter(
    (entry) =>
      entry === key || /^(?:params|args|kwargs|parameters|arguments|options|init_args)$/i.test(entry.key),
  );
  const holders = [...inside.flatMap((entry) => (entry.value.kind === 'map' ? [entry.value] : [])), naming];
  return holders.flatMap((map) => {
    const behind = map.entries.findLast(({ value: node }) => node.kind !== 'map' || notation !== 'toml');
    if (!behind) return [];
    const source = { text, notation, map };
    return names
      .slice(0, 2)
      .flatMap((name) => written(value).map((one) => insertKey(source, behind, name, one)));
  });
}

type MapNode = MapText['map'];

const isNaming = ({ keySpan, value }: MapEntry, at: number) =>
  keySpan.start === at || value.span.start === at;
const isAround = (map: MapNode, { start, end }: Definition['span']) =>
  map.span.start <= start && end <= map.span.end;
const isIn = (map: MapNode, { start, end }: Definition['span']) =>
  start <= map.span.start && map.span.end <= end;

/** The innermost first. */
function mapsWithin(node: ValueNode): MapNode[] {
  if (node.kind === 'list') return node.items.flatMap(mapsWithin);
  if (node.kind !== 'map') return [];
  return [...node.entries.flatMap(({ value }) => mapsWithin(value)), node];
}

function written(value: RemedyValue): readonly RemedyValue[] {
  if (typeof value === 'string') return libraryWords(value);
  if (typeof value !== 'number') return [];
  return [...new Set(CONVERSIONS.slice(0, 3).map((convert) => short(convert(value))))];
}
