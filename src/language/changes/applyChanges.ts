/** A definition as it would be with other values: read by the readers of objective files, and refused in their words. */
import type { RemedyValue } from '../../geometry/analysis';
import { neededParameters } from '../../objective/buildObjective';
import {
  type Definition,
  OBJECTIVE_FILE_KINDS,
  type ObjectiveFileKind,
  type Parameter,
  type ParameterName,
  type Parameters,
} from '../../objective/definition';
import { didYouMean } from '../dialects/closestName';
import { FindingList } from '../dialects/findingList';
import { ALL_KEYS, OBJECTIVE_KEYS, type ObjectiveKey } from '../dialects/objectiveKeys';
import { type ChangeProblem, type Changes, nodeOf, parameterOf } from './changes';
import { misfits } from './misfits';

export interface Changed {
  /** With all changes that could be taken over. */
  readonly definition: Definition;
  readonly problems: readonly ChangeProblem[];
}

/** Never throws, whatever the values are: what is wrong keeps the value that it had. */
export function applyChanges(definition: Definition, changes: Changes): Changed {
  const problems: ChangeProblem[] = [];
  const { objective, ...values } = changes;
  const ofKind = objective === undefined ? definition : withKind(definition, objective, problems);
  const parameters: Record<string, Parameter<unknown> | undefined> = { ...ofKind.parameters };
  for (const [key, value] of Object.entries(values)) {
    const name = parameterOf(key);
    const refusal = name === undefined ? unknownKey(key) : refuseKey(name, key, ofKind);
    // A key that means nothing here may well go away.
    if (value === null && name !== undefined) parameters[name] = leftOut(name, ofKind);
    else if (refusal !== null || name === undefined) problems.push({ key, message: refusal ?? '' });
    else {
      const read = readChange(name, value as RemedyValue);
      if (typeof read === 'string') problems.push({ key, message: read });
      else parameters[name] = changed(read.value, definition.parameters[name]);
    }
  }
  return misfits(definition, { ...ofKind, parameters: present(parameters) }, changes, problems);
}

const changed = (value: unknown, before: Parameter<unknown> | undefined): Parameter<unknown> => ({
  value,
  origin: 'changed here',
  span: before?.span ?? null,
});

function present(parameters: Readonly<Record<string, Parameter<unknown> | undefined>>): Parameters {
  const known = Object.entries(parameters).filter(([, parameter]) => parameter !== undefined);
  return Object.fromEntries(known) as unknown as Parameters;
}

/** The value, or what is wrong with it. */
function readChange(name: ParameterName, value: RemedyValue): { readonly value: unknown } | string {
  const { key, read } = OBJECTIVE_KEYS[name];
  const findings = new FindingList();
  const result = read(nodeOf(value), key, findings);
  const [finding] = findings.findings;
  if (finding) return finding.message;
  if (result.kind === 'value') return { value: result.value };
  return `\`${key}\` cannot be taken from a file here: give the values themselves, or name the file in the text.`;
}

function unknownKey(key: string): string {
  return `An objective has no key \`${key}\`.${didYouMean(key, ALL_KEYS) || ` Its keys are ${ALL_KEYS.join(', ')}.`}`;
}

/** Null where the kind looks at the value. */
function refuseKey(name: ParameterName, key: string, definition: Definition): string | null {
  const { kind, parameters, positives } = definition;
  const { kinds } = OBJECTIVE_KEYS[name];
  const isOwn = kinds.some((one) => one === kind) || kinds.length === OBJECTIVE_FILE_KINDS.length;
  const hasClasses = name === 'classes' && kind === 'info-nce' && positives === 'softmax-per-positive';
  if (isOwn || hasClasses || parameters[name] !== undefined) return null;
  if (neededParameters(definition)?.includes(name)) return null;
  return `\`${key}\` has no effect on a ${kind} objective: it belongs to ${kinds.join(', ')}.`;
}

function withKind(
  definition: Definition,
  objective: RemedyValue | null,
  problems: ChangeProblem[],
): Definition {
  const kind = OBJECTIVE_FILE_KINDS.find((one) => one === objective);
  if (kind === definition.kind) return definition;
  if (kind === undefined) {
    const guess = typeof objective === 'string' ? didYouMean(objective, OBJECTIVE_FILE_KINDS) : '';
    const message = `\`objective\` must be one of ${OBJECTIVE_FILE_KINDS.join(', ')}.${guess}`;
    problems.push({ key: 'objective', message });
    return definition;
  }
  const names = Object.keys(OBJECTIVE_KEYS) as ParameterName[];
  const parameters = names.map((name) => [name, ofNewKind(name, kind, definition)] as const);
  return {
    ...definition,
    kind,
    positives: 'one-softmax',
    parameters: present(Object.fromEntries(parameters)),
  };
}

/** What the new kind looks at stays; what only the old one did goes, and its defaults become those of the new one. */
function ofNewKind(
  name: ParameterName,
  kind: ObjectiveFileKind,
  { parameters, dialect }: Definition,
): Parameter<unknown> | undefined {
  const known: Parameter<unknown> | undefined = parameters[name];
  const isDefault = dialect === 'objective-file' && known?.origin === 'default of the library';
  const isForeign = !OBJECTIVE_KEYS[name].kinds.includes(kind);
  return known === undefined || isDefault || isForeign ? standing(name, kind) : known;
}

/** What stands where nothing is written: a default, nothing, or something that is not known. */
function leftOut(name: ParameterName, { kind }: Definition): Parameter<unknown> | undefined {
  const ownKind = OBJECTIVE_FILE_KINDS.find((one) => one === kind);
  return standing(name, ownKind ?? 'info-nce');
}

function standing(name: ParameterName, kind: ObjectiveFileKind): Parameter<unknown> | undefined {
  const { otherwise, optionalFor, data, required, kinds } = OBJECTIVE_KEYS[
    name
  ] as ObjectiveKey<'temperature'>;
  // Every definition says how classes are balanced, also where there are none.
  if (!kinds.includes(kind) && name !== 'balance') return undefined;
  if (optionalFor?.includes(kind)) return undefined;
  if (otherwise) return { value: otherwise(kind), origin: 'default of the library', span: null };
  return data || required ? { value: null, origin: 'unresolved', span: null } : undefined;
}
