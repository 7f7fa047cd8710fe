/** Configs that are Python: `head=dict(type='ContrastiveHead', temperature=0.1)`, as OpenMMLab and many scripts write them. */
import type { CallNode, PythonFile } from '../../parsers/python/file';
import type { Reading } from '../../reading';
import type { MapEntry, ValueNode } from '../../values';
import { described } from '../python/identify';
import { Modules } from '../python/program/modules';
import { Program } from '../python/program/program';
import type { ConfigLoss } from './configDialect';
import { configMaps } from './configMap';
import { mayHoldLoss } from './marks';
import { NAMED_LOSS } from './namedLoss';
import { asCall } from './readConfigLoss';
import { readLosses } from './readLosses';
import { identifyKey } from './registryKeys';
import type { PythonSources } from './targetClass';

/** A dictionary that names what is to be built. */
const NAMES = /\bdict\(|["'](?:type|name|NAME|TYPE)["']\s*:/;

/** Losses that dictionaries of a script name for a registry; `parse` is asked only where there may be some. */
export function readPythonConfigs(text: string, python: PythonSources, parse: () => PythonFile): Reading[] {
  if (!NAMES.test(text) || !mayHoldLoss(text)) return [];
  const file = parse();
  const module = { path: python.path, file };
  const program = new Program(new Modules(module, python.sources, python.parse));
  const found = outermost(file).flatMap(({ root, scope }) =>
    lossesIn(root).flatMap((loss) => {
      const own = loss.key === undefined ? null : identifyKey(loss.key, asCall(loss), python);
      // What a path names is a class, and Python's own dialects find its calls.
      const identified = own?.identified ?? ('dialect' in loss.loss ? described(loss.loss) : null);
      return identified ? [{ found: loss, identified, program, scope }] : [];
    }),
  );
  return found.length === 0 ? [] : [readLosses(found, text)];
}

interface Dictionary {
  readonly root: ValueNode;
  readonly scope: number;
}

/** Calls of `dict` that stand in no other, each under the name that it is given. */
function outermost(file: PythonFile): Dictionary[] {
  let end = -1;
  return file.callsNamed('dict').flatMap((site) => {
    if (site.span.start < end) return [];
    end = site.span.end;
    const value = asMap(site.call());
    if (value === null) return [];
    const entry = { key: site.target() ?? nameBefore(file.text, site.span.start), keySpan: site.span, value };
    return [{ root: { kind: 'map', entries: [entry], span: site.span } as const, scope: site.scope }];
  });
}

/** `loss=dict(…)` as an argument, `"loss": dict(…)` in a dictionary. */
function nameBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 80), at);
  return /(\w+)["']?\s*[=:]\s*$/.exec(before)?.[1] ?? '';
}

const lossesIn = (root: ValueNode): ConfigLoss[] =>
  [...configMaps(root)].flatMap((map) => NAMED_LOSS.read(map) ?? []);

/** A call of `dict` as the map that it makes; null for any other call. */
function asMap(node: CallNode): ValueNode | null {
  if (node.receiver || node.callee.length !== 1 || node.callee[0] !== 'dict') return null;
  const entries = node.arguments.flatMap(({ name, nameSpan, value }): MapEntry[] =>
    name === null ? [] : [{ key: name, keySpan: nameSpan ?? value.span, value: converted(value) }],
  );
  return { kind: 'map', entries, span: node.span };
}

function converted(node: ValueNode): ValueNode {
  if (node.kind === 'call') return asMap(node) ?? node;
  if (node.kind === 'list') return { ...node, items: node.items.map(converted) };
  if (node.kind !== 'map') return node;
  return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: converted(entry.value) })) };
}
