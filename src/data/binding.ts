/** Gives definitions that name no data the class sizes and labels that the workspace's owner has bound to them. */
import picomatch from 'picomatch';
import { neededParameters } from '../objective/buildObjective';
import type { ClassSize, Definition, Parameter, Parameters, Views } from '../objective/definition';
import type { NamedRequest } from './dataRequest';

type Rows = readonly (readonly number[])[];

/** A value of the project file; one that stands in a data file is not known before that is read. */
export type BoundParameter<T> = Parameter<T> & {
  /** The name is relative to the workspace root. */
  readonly source?: { readonly name: string; readonly request: NamedRequest };
};

/** The values of `data:` by their names. */
export interface BoundValues {
  readonly classes: readonly ClassSize[];
  /** Rows, one a sample; scalar labels are rows of length one. */
  readonly labels: Rows;
  readonly features: Rows;
}
export type BoundName = keyof BoundValues;

/** One entry of `data:` in the project file. */
export interface DataBinding {
  /** Glob over workspace-relative paths with forward slashes; `**` matches every file. */
  readonly objectives: string;
  readonly classes: BoundParameter<BoundValues['classes']> | null;
  readonly labels: BoundParameter<BoundValues['labels']> | null;
  readonly features?: BoundParameter<BoundValues['features']> | null;
}

/** Gives the value that a data file holds; others stay as they are. Called only for what an objective uses. */
export type ReadBound = <N extends BoundName>(
  name: N,
  parameter: BoundParameter<BoundValues[N]>,
) => Parameter<BoundValues[N]>;

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
  read: ReadBound = (_, parameter) => parameter,
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
    ...(binding ? boundData(definition, binding, read) : {}),
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
function boundData(definition: Definition, binding: DataBinding, read: ReadBound): Partial<Parameters> {
  const { kind, positives, parameters } = definition;
  const fill = <N extends BoundName>(name: N): Partial<Parameters> => {
    const bound = binding[name] as BoundParameter<BoundValues[N]> | null | undefined;
    return bound && isOpen(parameters[name]) ? { [name]: read(name, bound) } : {};
  };
  const needed = neededParameters(definition);
  switch (kind) {
    case 'supcon':
    case 'soft-supcon':
    case 'balanced-supcon':
      return fill('classes');
    case 'y-aware':
    case 'euclidean-euclidean':
    case 'rank-n-contrast':
      return fill('labels');
    case 'x-clr':
      return fill('features');
    case 'weighted':
      return {
        ...(needed?.includes('labels') ? fill('labels') : {}),
        ...(needed?.includes('features') ? fill('features') : {}),
      };
    case 'info-nce':
      if (positives === 'softmax-per-positive' && binding.classes) return fill('classes');
      return isOpen(parameters.samples) ? boundSamples(binding, read) : {};
    case 'decoupled':
      return isOpen(parameters.samples) && isOpen(parameters.classes) ? boundSamples(binding, read) : {};
    default:
      return {};
  }
}

/** An objective that contrasts samples, whatever their class, needs only to know how many there are. */
function boundSamples({ classes, labels }: DataBinding, read: ReadBound): Partial<Parameters> {
  const source = classes ? read('classes', classes) : labels && read('labels', labels);
  if (!source?.value) return {};
  const count = classes ? samplesIn(source.value as BoundValues['classes']) : source.value.length;
  if (count > MOST_SAMPLES) return {};
  const { origin, file } = source;
  return { samples: { value: count, origin, span: null, ...(file ? { file } : {}) } };
}

const samplesIn = (classes: readonly ClassSize[]) => classes.reduce((sum, { count }) => sum + count, 0);

/** Above this many samples the analysis itself would not fit into memory, so their number is left unknown. */
const MOST_SAMPLES = 1_000_000;
