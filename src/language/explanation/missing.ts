/** Which values an objective still lacks before its optimum can be told. */
import { neededParameters } from '../../objective/buildObjective';
import type { Definition, ParameterName } from '../../objective/definition';
import { listed, PARAMETER_WORDS } from './vocabulary';

/** Parameters without a known value, those that fix the weights first; the temperature counts for every kind. */
export function missingParameters(definition: Definition): readonly ParameterName[] {
  const needed = neededParameters(definition);
  if (needed === null) return [];
  return [...needed, 'temperature' as const].filter(
    (name) => (definition.parameters[name]?.value ?? null) === null,
  );
}

/** `class sizes and the temperature (args.temp)`: with the author's own name where there is one. */
export function missingWords(definition: Definition): string {
  return listed(
    missingParameters(definition).map((name) => {
      const authors = definition.parameters[name]?.missing;
      return authors === undefined ? PARAMETER_WORDS[name] : `${PARAMETER_WORDS[name]} (${authors})`;
    }),
  );
}
