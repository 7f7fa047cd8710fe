/** What the project file `objective-lens.yaml` says for the whole workspace. */
import type { DataBinding } from '../data/binding';
import type { Parameter, Views } from '../objective/definition';
import type { CustomLoss } from './dialects/custom/customLoss';

export interface Project {
  /** The first binding whose glob matches an objective's path fills what the objective does not say itself. */
  readonly bindings: readonly DataBinding[];
  readonly dimension: Parameter<number> | null;
  readonly views: Parameter<Views> | null;
  readonly batch: Parameter<number> | null;
  /** Globs of folders and files that are not scanned. */
  readonly exclude: readonly string[];
  /** Loss classes of the workspace's own. */
  readonly dialects: readonly CustomLoss[];
}

export const EMPTY_PROJECT: Project = {
  bindings: [],
  dimension: null,
  views: null,
  batch: null,
  exclude: [],
  dialects: [],
};

/** Name of the project file, at the workspace root. */
export const PROJECT_FILE = 'objective-lens.yaml';
