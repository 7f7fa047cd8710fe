/** Gives definitions that name no data the class sizes and labels that the workspace's owner has bound to them. */
import picomatch from 'picomatch';
import { neededParameters } from '../objective/buildObjective';
import type { ClassSize, Definition, Parameter, Parameters, Views } from '../objective/definition';

/** One entry of `data:` in the project file. */
export interface DataBinding {
  /** Glob over workspace-relative paths with forward slashes; `**` matches every file. */
  readonly objectives: string;
  readonly classes: Parameter<readonly ClassSize[]> | null;
  /** Rows, one a sample; scalar labels are rows of length one. */
  readonly labels: Parameter<readonly (readonly number[])[]> | null;
}

/** What a whole workspace says about objectives that do not say it themselves. */
export interface WorkspaceValues {
  readonly bindings: readonly DataBinding[];
  readonly dimension: Parameter<number> | null;
  readonly views: Parameter<Views> | null;
  readonly batch: Parameter<number> | null;
}

/** Fills what a definition in the file `path` leaves open; what it names itself, even without a known value, stays. */
export function bindWorkspaceValues(
  definition: Definition,
  path: string,
  workspace: WorkspaceValues,
): Definition {
  const { parameters } = definition;
  const binding = workspace.bindings.find(({ objectives }) => matchesGlob(path, objectives));
  const filled: Parameters = {
    ...parameters,
    ...(workspace.views && parameters.views.origin === 'default of the library'
      ? { views: workspace.views }
      : {}),
    ...(workspace.dimension && isOpen(parameters.dimension) ? { dimension: workspace.dimension } : {}),
    ...(workspace.batch && isOpen(parameters.batch) ? { batch: workspace.batch } : {}),
    ...(binding ? boundData(definition, binding) : {}),
  };
  return { ...definition, parameters: filled };
}

/** Whether a workspace-relative path with forward slashes matches a glob; hidden files count, as any other. */
export function matchesGlob(path: string, glob: string): boolean {
  return picomatch.isMatch(path, glob.replace(/^\.\//, ''), { dot: true });
}

/** The author named no value: there is nothing in the text, not even a name that could not be looked up. */
function isOpen(parameter: Parameter<unknown> | undefined): boolean {
  return (
    parameter === undefined ||
    (parameter.value === null && parameter.span === null && parameter.missing === undefined)
  );
}

/** Only data that the kind uses: labels mean nothing to SupCon. */
function boundData(definition: Definition, { classes, labels }: DataBinding): Partial<Parameters> {
  const { kind, positives, parameters } = definition;
  switch (kind) {
    case 'supcon':
    case 'soft-supcon':
    case 'balanced-supcon':
      return classes && isOpen(parameters.classes) ? { classes } : {};
    case 'y-aware':
    case 'euclidean-euclidean':
    case 'rank-n-contrast':
      return labels && isOpen(parameters.labels) ? { labels } : {};
    case 'weighted':
      return labels && isOpen(parameters.labels) && neededParameters(definition)?.includes('labels')
        ? { labels }
        : {};
    case 'info-nce':
      if (positives === 'softmax-per-positive' && classes)
        return isOpen(parameters.classes) ? { classes } : {};
      return isOpen(parameters.samples) ? boundSamples(classes, labels) : {};
    case 'decoupled':
      return isOpen(parameters.samples) && isOpen(parameters.classes) ? boundSamples(classes, labels) : {};
    default:
      return {};
  }
}

/** An objective that contrasts samples, whatever their class, needs only to know how many there are. */
function boundSamples(classes: DataBinding['classes'], labels: DataBinding['labels']): Partial<Parameters> {
  const source = classes ?? labels;
  const count = classes?.value?.reduce((sum, { count }) => sum + count, 0) ?? labels?.value?.length ?? null;
  if (!source || count === null || count > MOST_SAMPLES) return {};
  return { samples: { value: count, origin: source.origin, span: null } };
}

/** Above this many samples the analysis itself would not fit into memory, so their number is left unknown. */
const MOST_SAMPLES = 1_000_000;
