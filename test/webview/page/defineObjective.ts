/** Writes definitions without a text around them. */
import type {
  Definition,
  ObjectiveKind,
  Origin,
  Parameter,
  Parameters,
} from '../../../src/objective/definition';

const NOWHERE = { start: 0, end: 0 };

export function defineObjective(
  name: string,
  kind: ObjectiveKind,
  parameters: Partial<Parameters>,
  dialect = 'objective-file',
): Definition {
  return {
    name,
    kind,
    dialect,
    span: NOWHERE,
    headSpan: NOWHERE,
    positives: 'one-softmax',
    parameters: {
      temperature: unknown('temperature'),
      similarity: known('cosine', 'default of the library'),
      views: known({ count: 2, tied: true }, 'default of the library'),
      balance: known({ anchors: false, denominators: false }, 'default of the library'),
      ...parameters,
    },
  };
}

export function known<T>(value: T, origin: Origin = 'literal'): Parameter<T> {
  return { value, origin, span: null };
}

export function unknown<T>(missing: string): Parameter<T> {
  return { value: null, origin: 'unresolved', span: null, missing };
}
