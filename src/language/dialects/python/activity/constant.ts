/** Names that stand for one literal whatever runs: every statement that binds them gives the same. */
import type { PythonFile } from '../../../parsers/python/file';
import { lookUp } from '../program/names';

export type Constant = number | string | boolean | null;

/** Undefined where a caller, a loop, an import or the command line may give something else. */
export function constantOf(name: string, scope: number, file: PythonFile): Constant | undefined {
  if (file.partAssignments(name).length > 0 || setsNames(file)) return undefined;
  const values = lookUp(name, scope, file).map((binding) => {
    if (binding.kind !== 'value') return undefined;
    const node = binding.value();
    if (node.kind === 'null') return null;
    return node.kind === 'number' || node.kind === 'string' || node.kind === 'boolean'
      ? node.value
      : undefined;
  });
  return values.every((value) => Object.is(value, values[0])) ? values[0] : undefined;
}

/** `exec(open("configurator.py").read())` and `globals().update(options)` may give any name of the module any value. */
function setsNames({ calledNames, text }: PythonFile): boolean {
  return calledNames.includes('exec') || /\bglobals\(\)(?:\.update\(|\[[^\]\n]*\]\s*=(?!=))/.test(text);
}

/** As Python would write it. */
export function constantWords(value: Constant): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `"${value}"` : String(value);
}
