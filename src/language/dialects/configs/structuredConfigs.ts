/** Hydra's structured configs: a dataclass with `_target_: str = "losses.SupConLoss"`, whose fields are the arguments. */
import type { PythonFile, PythonScope } from '../../parsers/python/file';
import type { Reading } from '../../reading';
import type { MapEntry, ValueNode } from '../../values';
import type { ConfigLoss } from './configDialect';
import { identifyLoss } from './readConfigLoss';
import { readLosses } from './readLosses';
import { type PythonSources, pathOf } from './targetClass';

export function readStructuredConfigs(
  text: string,
  python: PythonSources,
  parse: () => PythonFile,
): Reading[] {
  if (!text.includes('_target_') || !/^[ \t]+_target_[ \t]*[:=]/m.test(text)) return [];
  const found = parse()
    .scopes.flatMap((scope) => (scope.kind === 'class' ? (readClass(scope) ?? []) : []))
    .flatMap((loss) => identifyLoss(loss, python) ?? []);
  return found.length === 0 ? [] : [readLosses(found, text)];
}

function readClass(scope: PythonScope): ConfigLoss | null {
  const target = fieldOf(scope, '_target_');
  const path = target?.kind === 'string' ? pathOf(target.value) : null;
  if (!target || !path) return null;
  const given = scope.names.flatMap((name): MapEntry[] => {
    const value = name.startsWith('_') ? null : fieldOf(scope, name);
    return value ? [{ key: name, keySpan: value.span, value }] : [];
  });
  return { loss: path, name: path[path.length - 1], headSpan: target.span, span: scope.span, given };
}

/** The default of a field, which may stand in `field(default=…)`. */
function fieldOf(scope: PythonScope, name: string): ValueNode | null {
  const binding = scope.bindingsOf(name).at(-1);
  const value = binding?.kind === 'value' ? binding.value() : null;
  if (value?.kind !== 'call' || value.callee.at(-1) !== 'field') return value;
  return value.arguments.find((argument) => argument.name === 'default')?.value ?? null;
}
