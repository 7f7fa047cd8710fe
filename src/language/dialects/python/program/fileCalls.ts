/** Calls that open files by a literal name, and that read configs from them. */
import type { ValueNode } from '../../../values';
import { loadConfig } from './configFiles';
import type { Evaluating } from './evaluating';
import { type Located, type Meaning, unknown } from './meaning';
import { wordsFor } from './words';

export function fileNamed(node: ValueNode, located: Located, evaluating: Evaluating): Meaning {
  const name = evaluating.evaluate({ ...located, node });
  if (name.kind === 'scalar' && typeof name.value === 'string')
    return { kind: 'file', name: name.value, module: located.module };
  const parts = node.kind === 'operation' && node.operator === '/' ? node.operands.at(-1) : null;
  return parts ? fileNamed(parts, located, evaluating) : unknown(wordsFor(node));
}

/** The content of a config that is loaded by name or from an open file. */
export function loaded(
  source: Meaning,
  node: ValueNode,
  located: Located,
  evaluating: Evaluating,
): Meaning | null {
  const file =
    source.kind === 'file'
      ? source
      : source.kind === 'scalar' && typeof source.value === 'string'
        ? ({ name: source.value, module: located.module } as const)
        : null;
  if (!file) return null;
  const config = loadConfig(file.name, file.module, evaluating.modules);
  if (!config) return unknown(wordsFor(node));
  return evaluating.evaluate({ ...located, node: config.root, config: config.path });
}
