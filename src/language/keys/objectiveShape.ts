/** The keys of an objective file, described; which kinds have them and what is required stands in `objectiveKeys.ts`. */
import { OBJECTIVE_FILE_KINDS, type ObjectiveFileKind, type ParameterName } from '../../objective/definition';
import { OBJECTIVE_KEYS, type ObjectiveKey } from '../dialects/objectiveKeys';
import { DESCRIPTIONS } from './parameterDescriptions';
import { renderYaml } from './render';
import { either, type KeyDescription, type PlainValue, type Shape } from './shape';
import { KIND_OPTIONS } from './words';

/** One key with all that is known of it, as any kind has it. */
export function describeParameter(name: ParameterName): KeyDescription {
  const spec: ObjectiveKey<ParameterName> = OBJECTIVE_KEYS[name] as ObjectiveKey<ParameterName>;
  const description = DESCRIPTIONS[name];
  return {
    key: spec.key,
    ...description,
    ...otherwiseOf(spec),
    ...(spec.kinds.length === OBJECTIVE_FILE_KINDS.length ? {} : { for: spec.kinds }),
  };
}

function otherwiseOf({ kinds, otherwise }: ObjectiveKey<ParameterName>): { otherwise?: string } {
  if (!otherwise) return {};
  const [usual, ...others] = [...groupByDefault(kinds, otherwise)];
  const rest = others.map(([value, owners]) => `for ${owners.join(', ')} \`${value}\``);
  return { otherwise: [`\`${usual[0]}\``, ...rest].join('; ') };
}

/** Kinds by their default, the default of the first kind first. */
function groupByDefault(
  kinds: readonly ObjectiveFileKind[],
  otherwise: (kind: ObjectiveFileKind) => unknown,
): Map<string, ObjectiveFileKind[]> {
  const groups = new Map<string, ObjectiveFileKind[]>();
  for (const kind of kinds) {
    const value = renderYaml(otherwise(kind) as PlainValue);
    groups.set(value, [...(groups.get(value) ?? []), kind]);
  }
  return groups;
}

const OBJECTIVE: KeyDescription = {
  key: 'objective',
  about: 'The kind of objective: how its weights of pairs come about.',
  effect: 'Everything else is read by it; the other keys that have a meaning depend on it.',
  example: 'supcon',
  required: true,
  value: { kind: 'choice', options: KIND_OPTIONS },
};

const NAMES = Object.keys(OBJECTIVE_KEYS) as ParameterName[];

function keysOfKind(kind: ObjectiveFileKind): KeyDescription[] {
  return NAMES.filter((name) => OBJECTIVE_KEYS[name].kinds.includes(kind)).map((name) => ({
    ...describeParameter(name),
    ...(OBJECTIVE_KEYS[name].required ? { required: true } : {}),
  }));
}

const OBJECTIVE_SHAPE: Shape = {
  kind: 'variants',
  by: OBJECTIVE,
  variants: OBJECTIVE_FILE_KINDS.map((name) => ({ name, keys: keysOfKind(name) })),
};

const OBJECTIVES: KeyDescription = {
  key: 'objectives',
  about: 'Several objectives in one file: a map from names to objectives.',
  example: { first: { objective: 'supcon', temperature: 0.1 } },
  required: true,
  value: { kind: 'names', of: OBJECTIVE_SHAPE },
};

/** A whole objective file. */
export const OBJECTIVE_FILE_SHAPE: Shape = either(OBJECTIVE_SHAPE, { kind: 'map', keys: [OBJECTIVES] });
