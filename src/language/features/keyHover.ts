/** What the pointer over a key of our files shows: what the key is, and what it does to the geometry. */
import { describeKey } from '../keys/describeKey';
import { grammarOf } from '../keys/grammars';
import type { DataSyntax } from '../keys/render';
import { keyAt, type Path } from '../keys/shapeAt';
import { parseJson } from '../parsers/jsonParser';
import type { ParsedText } from '../parsers/parsedText';
import { parseToml } from '../parsers/tomlParser';
import { parseYaml } from '../parsers/yamlParser';
import type { MapEntry, ValueNode } from '../values';
import type { Hover } from './hover';

const PARSERS: Readonly<Record<DataSyntax, (text: string) => ParsedText>> = {
  yaml: (text) => parseYaml(text, 'objective-file'),
  json: parseJson,
  toml: parseToml,
};

/** Null outside of keys that are known, and in files of others. */
export function keyHoverAt(path: string, text: string, offset: number): Hover | null {
  const grammar = grammarOf(path);
  if (!grammar) return null;
  const { root } = PARSERS[grammar.syntax](text);
  const found = root && entryAt(root, offset, []);
  const description = found && keyAt(grammar.shape, root, found.path);
  if (!found || !description) return null;
  const markdown = `### ${description.key}\n\n${describeKey(description, grammar.syntax)}`;
  return { markdown, span: found.entry.keySpan };
}

interface FoundEntry {
  readonly entry: MapEntry;
  readonly path: Path;
}

function entryAt(node: ValueNode, offset: number, path: Path): FoundEntry | null {
  const steps: readonly [string | number, ValueNode][] =
    node.kind === 'map'
      ? node.entries.map(({ key, value }) => [key, value])
      : node.kind === 'list'
        ? [...node.items.entries()]
        : [];
  for (const entry of node.kind === 'map' ? node.entries : [])
    if (entry.keySpan.start <= offset && offset <= entry.keySpan.end)
      return { entry, path: [...path, entry.key] };
  for (const [step, value] of steps) {
    const found = holds(value, offset) ? entryAt(value, offset, [...path, step]) : null;
    if (found) return found;
  }
  return null;
}

const holds = ({ span }: ValueNode, offset: number) => span.start <= offset && offset <= span.end;
