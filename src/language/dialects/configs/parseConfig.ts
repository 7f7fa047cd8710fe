/** Parses a config by the rules of whoever loads it, with what Jinja fills in as names. */
import { parseJson } from '../../parsers/jsonParser';
import type { ParsedText } from '../../parsers/parsedText';
import { parseToml } from '../../parsers/tomlParser';
import { parseYamlDocuments } from '../../parsers/yamlParser';
import type { ValueNode } from '../../values';
import { isTemplated, maskJinja } from './jinja';
import { parsedOnce } from './keptParses';

export type ConfigSyntax = 'yaml' | 'json' | 'toml';

/** One text for each document of a file. Never throws; whoever asks for the same text next is answered from memory. */
export function parseConfig(syntax: ConfigSyntax, text: string): readonly ParsedText[] {
  return parsedOnce(syntax, text, () => {
    if (syntax === 'json') return [parseJson(text)];
    return syntax === 'toml' ? [parseToml(text)] : parseTemplate(text);
  });
}

function parseTemplate(text: string): ParsedText[] {
  // Hydra and Lightning load YAML with other rules for numbers than PyYAML's.
  const isStructured = /\b_target_:|^\s*defaults:|@package|\bclass_path:/m.test(text);
  const masked = maskJinja(text);
  const documents = parseYamlDocuments(masked, isStructured ? 'omegaconf' : 'pyyaml');
  if (masked === text) return documents;
  return documents.map(({ root, problems }) => ({ root: root && unmask(root, text), problems }));
}

/** What Jinja fills in has its words for a name. */
function unmask(node: ValueNode, text: string): ValueNode {
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => unmask(item, text)) };
  if (node.kind === 'map')
    return {
      ...node,
      entries: node.entries.map((entry) => ({ ...entry, value: unmask(entry.value, text) })),
    };
  if (node.kind !== 'string' || !isTemplated(node.value)) return node;
  return { kind: 'name', path: [text.slice(node.span.start, node.span.end)], span: node.span };
}
