/** Config files that a program loads by a literal name: their content, with the scalars that PyYAML would make. */
import { parseClosedConfig } from '../../../parsers/closedConfig';
import type { ValueNode } from '../../../values';
import type { ProgramModule } from './meaning';
import type { Modules } from './modules';

export interface LoadedConfig {
  readonly path: string;
  readonly root: ValueNode;
}

/** A name is relative to where the program starts: beside the script, the module, or at the root. */
export function loadConfig(name: string, module: ProgramModule, modules: Modules): LoadedConfig | null {
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(name)) return null;
  const folders = [modules.entry.path, module.path, 'root'].map((path) => path.split('/').slice(0, -1));
  for (const folder of folders) {
    const path = join(folder, name);
    const text = path === null ? null : modules.text(path);
    if (path === null || !text) continue;
    const root = parse(path, text);
    return root ? { path, root } : null;
  }
  return null;
}

function parse(path: string, text: string): ValueNode | null {
  if (/\.ya?ml$/i.test(path)) return parseClosedConfig(text, 'pyyaml');
  if (/\.json$/i.test(path)) return parseClosedConfig(text, 'json');
  if (/\.toml$/i.test(path)) return parseClosedConfig(text, 'toml');
  return null;
}

function join(folder: readonly string[], name: string): string | null {
  const parts = [...folder];
  for (const part of name.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
