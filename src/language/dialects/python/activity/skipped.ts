/** Branches that one command's options skip: `elif opt.method == "SimCLR":` of a program that runs with SupCon. */
import type { PythonCall } from '../../../parsers/python/file';
import type { Program } from '../program/program';
import { type Constant, constantOf } from './constant';
import { deadBranch } from './deadBranch';

/** False for a program that is read for no command in particular. */
export function isSkipped(site: PythonCall, program: Program): boolean {
  const { entry, given } = program.modules;
  if (!given) return false;
  const look = (name: string) => constantOf(name, site.scope, entry.file) ?? optionOf(name, site, program);
  return deadBranch(site, entry.file, look) !== null;
}

/** What the command makes of an option; a value from anywhere else may be another one when the program runs. */
function optionOf(name: string, { scope, span }: PythonCall, program: Program): Constant | undefined {
  const node = { kind: 'name', path: name.split('.'), span } as const;
  const resolved = program.resolve({ node, scope, module: program.modules.entry });
  if (resolved.kind === 'unknown' || !resolved.origin.startsWith('default of --')) return undefined;
  return 'value' in resolved.value ? resolved.value.value : undefined;
}
