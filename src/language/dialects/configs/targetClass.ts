/** Finds the class that a config names by its path, as Python would import it: in a library, or in the workspace. */
import type { CallNode, PythonFile } from '../../parsers/python/file';
import type { NamedSources } from '../../sourceFiles';
import type { CustomLoss } from '../custom/customLoss';
import { mayBeLoss } from '../python/candidates';
import { type Identified, identify } from '../python/identify';
import { Modules } from '../python/program/modules';
import { Program } from '../python/program/program';

/** What Python modules of the workspace are read with. */
export interface PythonSources {
  /** The config's own path below the workspace root. */
  readonly path: string;
  readonly sources: NamedSources;
  parse(text: string): PythonFile;
  /** Loss classes that the project file describes. */
  readonly dialects?: readonly CustomLoss[];
}

/** The parts of a dotted path whose last name may be a loss, or is among `own`; null for anything else. */
export function pathOf(target: string, own: ReadonlySet<string> = NONE): readonly string[] | null {
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(target)) return null;
  const path = target.split('.');
  const name = path[path.length - 1];
  return mayBeLoss(name) || own.has(name) ? path : null;
}

const NONE: ReadonlySet<string> = new Set();

export interface Target {
  readonly identified: Identified;
  readonly program: Program;
}

/** Null when the class is no contrastive loss. */
export function identifyTarget(
  path: readonly string[],
  call: CallNode,
  { path: config, sources, parse, dialects }: PythonSources,
): Target | null {
  const name = path[path.length - 1];
  // A script that imports the class and nothing else stands for the framework, which does the same.
  const text = path.length > 1 ? `from ${path.slice(0, -1).join('.')} import ${name}\n` : '';
  const module = { path: `${config}.py`, file: parse(text) };
  const program = new Program(new Modules(module, sources, parse));
  const identified = identify({ ...call, callee: [name] }, { scope: 0, module }, program, dialects);
  return identified && { identified, program };
}
