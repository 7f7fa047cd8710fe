/** What a remedy changes: values of a definition, which are also the keys that an author would change in its file. */
import type {
  Definition,
  ObjectiveFileKind,
  Parameter,
  ParameterName,
  Parameters,
} from '../../objective/definition';
import type { RemedyValue } from '../analysis';

type Value<P extends ParameterName> = NonNullable<NonNullable<Parameters[P]>['value']>;

export interface Change {
  /** Another kind of objective. It keeps only the parameters that it names in `drops` not. */
  readonly kind?: ObjectiveFileKind;
  /** Parameters that have no meaning for the new kind. */
  readonly drops?: readonly ParameterName[];
  readonly values: { readonly [P in ParameterName]?: Value<P> };
}

/** The definition with the change made in it. */
export function changedDefinition(definition: Definition, { kind, drops = [], values }: Change): Definition {
  const kept = Object.entries(definition.parameters).filter(
    ([name]) => !drops.includes(name as ParameterName),
  );
  const set = Object.entries(values).map(([name, value]): [string, Parameter<unknown>] => [
    name,
    { value, origin: 'literal', span: null },
  ]);
  return {
    ...definition,
    ...(kind === undefined ? {} : { kind, positives: 'one-softmax' as const }),
    parameters: Object.fromEntries([...kept, ...set]) as unknown as Parameters,
  };
}

/** The change by the keys of objective files; scalar labels are written as numbers. */
export function writtenChange({ kind, values }: Change): Readonly<Record<string, RemedyValue>> {
  const written = Object.entries(values).map(([name, value]): [string, RemedyValue] => [
    fileKey(name),
    value as RemedyValue,
  ]);
  return { ...(kind === undefined ? {} : { objective: kind }), ...Object.fromEntries(written) };
}

/** `weightTemperature` is `weight-temperature` in an objective file. */
export function fileKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
