/** Which files are ours, by their path: their syntax, and what may stand in them. */
import { PROJECT_FILE } from '../project';
import { OBJECTIVE_FILE_SHAPE } from './objectiveShape';
import { PROJECT_FILE_SHAPE } from './projectShape';
import type { DataSyntax } from './render';
import type { Shape } from './shape';

export interface Grammar {
  readonly syntax: DataSyntax;
  readonly shape: Shape;
}

/** `path` is below the workspace root; null for files of others. */
export function grammarOf(path: string): Grammar | null {
  if (path === PROJECT_FILE) return { syntax: 'yaml', shape: PROJECT_FILE_SHAPE };
  const ending = /\.objective\.(ya?ml|json|toml)$/i.exec(path)?.[1].toLowerCase();
  if (ending === undefined) return null;
  return {
    syntax: ending === 'json' || ending === 'toml' ? ending : 'yaml',
    shape: OBJECTIVE_FILE_SHAPE,
  };
}
