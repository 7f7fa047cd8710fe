/** What-if values of an objective, by the keys of objective files: what remedies, controls and edits say alike. */
import type { RemedyValue } from '../../geometry/analysis';
import type { ParameterName } from '../../objective/definition';
import { OBJECTIVE_KEYS } from '../dialects/objectiveKeys';
import type { ValueNode } from '../values';

/** A value of null takes its key away. */
export type Changes = Readonly<Record<string, RemedyValue | null>>;

/** A value that cannot be taken over, in words for its user. */
export interface ChangeProblem {
  readonly key: string;
  readonly message: string;
}

const NAMES: ReadonlyMap<string, ParameterName> = new Map(
  (Object.keys(OBJECTIVE_KEYS) as ParameterName[]).map((name) => [OBJECTIVE_KEYS[name].key, name]),
);

/** `weight-temperature` is `weightTemperature` in a definition; undefined for `objective` and for what is no key. */
export const parameterOf = (key: string): ParameterName | undefined => NAMES.get(key);

const NOWHERE = { start: 0, end: 0 };

/** The value as the readers of objective files take it, standing in no text. */
export function nodeOf(value: RemedyValue | null): ValueNode {
  const span = NOWHERE;
  switch (typeof value) {
    case 'number':
      return { kind: 'number', value, span };
    case 'string':
      return { kind: 'string', value, span };
    case 'boolean':
      return { kind: 'boolean', value, span };
  }
  if (value === null) return { kind: 'null', span };
  if (isList(value)) return { kind: 'list', items: value.map(nodeOf), span };
  const entries = Object.entries(value).map(([key, inner]) => ({ key, keySpan: span, value: nodeOf(inner) }));
  return { kind: 'map', entries, span };
}

export const isList = (value: RemedyValue | null): value is readonly RemedyValue[] => Array.isArray(value);
