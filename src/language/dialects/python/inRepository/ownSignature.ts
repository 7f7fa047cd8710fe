/** The signature of a class or function that the workspace defines: what its calls must match, with its own defaults. */
import type { PythonFunction, PythonSignature } from '../../../parsers/python/file';
import type { LossParameter, LossSignature } from '../lossSignature';
import type { Meaning, ProgramModule } from '../program/meaning';
import type { Program } from '../program/program';

export type DefinedClass = Extract<Meaning, { kind: 'class' }>;
export type OwnSignature = Pick<LossSignature, 'parameters' | 'takesAnyKeyword' | 'takesAnyPosition'>;

/** The constructor, its own or the nearest that it inherits inside the workspace. */
export function constructorOf(
  owner: DefinedClass,
  program: Program,
): { readonly definition: PythonFunction; readonly module: ProgramModule } | null {
  const found = program.memberOf(owner, '__init__');
  return found.kind === 'function' ? found : null;
}

export function methodOf(
  owner: DefinedClass,
  names: readonly string[],
  program: Program,
): PythonFunction | null {
  for (const name of names) {
    const found = program.memberOf(owner, name);
    if (found.kind === 'function') return found.definition;
  }
  return null;
}

/** `bound` leaves out self. */
export function ownSignature(
  definition: PythonFunction,
  module: ProgramModule,
  program: Program,
  bound: boolean,
): OwnSignature {
  const own: PythonSignature = definition.signature();
  const parameters = own.parameters
    .slice(bound ? 1 : 0)
    .map(({ name, otherwise, keywordOnly }): LossParameter => {
      const resolved = otherwise && program.resolve({ node: otherwise, scope: definition.scope, module });
      const value = resolved?.kind === 'known' ? resolved.value : null;
      const known = value?.kind === 'number' || value?.kind === 'string' ? { otherwise: value.value } : {};
      return { name, ...known, ...(keywordOnly ? { keywordOnly: true as const } : {}) };
    });
  return { parameters, takesAnyKeyword: own.takesAnyKeyword, takesAnyPosition: own.takesAnyPosition };
}

/** Words for the temperature in signatures and attributes, the likeliest first. */
export const TEMPERATURE_NAMES = ['temperature', 'temp', 'tau', 'T', 't'];

export function temperatureAmong(names: readonly string[]): string | null {
  const exact = TEMPERATURE_NAMES.find((name) => names.includes(name));
  return (
    exact ??
    names.find(
      (name) => /(?:^|_)(?:temperature|temp|tau)(?:_|$)/i.test(name) && !/base|teacher/.test(name),
    ) ??
    null
  );
}
