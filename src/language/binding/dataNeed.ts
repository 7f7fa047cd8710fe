/** Which data an objective lacks that a file of the workspace can give, and in which file the binding belongs. */
import { bindWorkspaceValues } from '../../data/binding';
import { neededParameters } from '../../objective/buildObjective';
import type { Definition, ParameterName } from '../../objective/definition';
import { OBJECTIVE_KEYS } from '../dialects/objectiveKeys';
import { PROJECT_FILE } from '../project';

export const BOUND_KEYS = ['classes', 'labels', 'features', 'weights'] as const;
export type BoundKey = (typeof BOUND_KEYS)[number];

export interface DataNeed {
  readonly kind: 'need';
  readonly key: BoundKey;
  /** The objective file itself, or the project file. */
  readonly place: 'objective-file' | 'project-file';
}

/** `because` is a whole sentence that says what to do instead. */
export type NoNeed = { readonly kind: 'none'; readonly because: string };

/** Missing data come first; where nothing is missing, what is bound already may be bound to something else. */
export function dataNeed(definition: Definition): DataNeed | NoNeed {
  const [name] = [...missingData(definition), ...wantedData(definition)];
  if (name === undefined)
    return none(
      `The verdict of ${definition.name} needs no class sizes, labels or features, so no data can be bound to it.`,
    );
  return definition.dialect === 'objective-file'
    ? inObjectiveFile(definition, name)
    : inProjectFile(definition, name);
}

/** Whether the verdict waits for data that a file can give. */
export const waitsForData = (definition: Definition): boolean =>
  missingData(definition).length > 0 && dataNeed(definition).kind === 'need';

const wantedData = (definition: Definition): ParameterName[] =>
  (neededParameters(definition) ?? []).filter((name) => name === 'samples' || isBoundKey(name));

const missingData = (definition: Definition): ParameterName[] =>
  wantedData(definition).filter((name) => (definition.parameters[name]?.value ?? null) === null);

export const isBoundKey = (name: ParameterName): name is BoundKey =>
  (BOUND_KEYS as readonly string[]).includes(name);

function inObjectiveFile({ name, kind }: Definition, parameter: ParameterName): DataNeed | NoNeed {
  if (isBoundKey(parameter) && OBJECTIVE_KEYS[parameter].kinds.some((one) => one === kind))
    return { kind: 'need', key: parameter, place: 'objective-file' };
  return none(
    `${name} needs only the number of samples that are contrasted with one another. Write it beside \`objective\`, for example \`samples: 256\`.`,
  );
}

/** Loss classes that contrast samples take their number from class sizes. */
function inProjectFile(definition: Definition, parameter: ParameterName): DataNeed | NoNeed {
  const key = parameter === 'samples' ? 'classes' : parameter;
  if (!isBoundKey(key) || key === 'weights')
    return none(
      `Weights of pairs can be bound only in an objective file. Describe ${definition.name} in one, with \`objective: weighted\` and \`weights: { file: weights.npy }\`.`,
    );
  if (!canBeBound(definition, parameter, key))
    return none(
      `${definition.name} contrasts samples whatever their class is, so no class sizes can be bound to it. How many samples it has can be said in an objective file: \`objective: info-nce\` and \`samples: 256\`.`,
    );
  const value = definition.parameters[parameter];
  const isOpen =
    value === undefined || (value.value === null && value.span === null && value.missing === undefined);
  if (isOpen || isBoundByProject(value.origin, value.missing))
    return { kind: 'need', key, place: 'project-file' };
  const named = value.missing === undefined ? '' : ` (${value.missing})`;
  return none(
    `${definition.name} takes its ${key} from its own code${named}, and what the code says counts before any binding. Change them there, or describe the objective in an objective file.`,
  );
}

/** Whether a binding would change anything, did the code say nothing. */
function canBeBound(definition: Definition, parameter: ParameterName, key: BoundKey): boolean {
  const { [parameter]: _, ...parameters } = definition.parameters;
  const open = { ...definition, parameters: parameters as Definition['parameters'] };
  const value = {
    value: key === 'classes' ? [{ name: 'a', count: 2 }] : [[0], [1]],
    origin: 'literal',
    span: null,
  };
  const binding = { objectives: '**', classes: null, labels: null, [key]: value };
  const workspace = { bindings: [binding], dimension: null, views: null, batch: null };
  const bound = bindWorkspaceValues(open, 'objective', workspace);
  return (bound.parameters[parameter]?.value ?? bound.parameters[key]?.value ?? null) !== null;
}

const isBoundByProject = (origin: string, missing: string | undefined) =>
  origin === `config ${PROJECT_FILE}` || (missing?.endsWith(` in ${PROJECT_FILE}`) ?? false);

const none = (because: string): NoNeed => ({ kind: 'none', because });
