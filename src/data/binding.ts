/** Gives definitions that name no data the class sizes and labels that the workspace's owner has bound to them. */
import type { ClassSize, Parameter } from '../objective/definition';

/** One entry of `data:` in the project file. */
export interface DataBinding {
  /** Glob over workspace-relative paths with forward slashes; `**` matches every file. */
  readonly objectives: string;
  readonly classes: Parameter<readonly ClassSize[]> | null;
  /** Rows, one a sample; scalar labels are rows of length one. */
  readonly labels: Parameter<readonly (readonly number[])[]> | null;
}
