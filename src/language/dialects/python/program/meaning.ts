/** What an expression of a program stands for, as far as that is known without running it. */
import type { Origin } from '../../../../objective/definition';
import type { PythonClass, PythonFile, PythonFunction } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';

export interface ProgramModule {
  /** Below the workspace root, with forward slashes. */
  readonly path: string;
  readonly file: PythonFile;
}

/** An expression, and where its names are looked up. */
export interface Located {
  readonly node: ValueNode;
  readonly scope: number;
  readonly module: ProgramModule;
  /** The config file that the value stands in: it has no names. */
  readonly config?: string;
}

export type Scalar = number | string | boolean | null;

export type Meaning =
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly origin: Origin }
  | { readonly kind: 'list'; readonly items: readonly Located[]; readonly origin: Origin }
  | {
      readonly kind: 'map';
      readonly entries: ReadonlyMap<string, Located>;
      readonly spreads: readonly Located[];
    }
  | { readonly kind: 'class'; readonly definition: PythonClass; readonly module: ProgramModule }
  | { readonly kind: 'function'; readonly definition: PythonFunction; readonly module: ProgramModule }
  | {
      readonly kind: 'instance';
      readonly definition: PythonClass;
      readonly module: ProgramModule;
      /** The call that made it; null where it is only known by its annotation. */
      readonly call: Located | null;
    }
  | { readonly kind: 'module'; readonly module: ProgramModule }
  /** Something outside of the workspace, by its full path: `['torch', 'nn']`. */
  | { readonly kind: 'library'; readonly path: readonly string[] }
  /** What the command line gave: the module is where its options are declared. */
  | { readonly kind: 'options'; readonly module: ProgramModule }
  | { readonly kind: 'file'; readonly name: string; readonly module: ProgramModule }
  /** A name that nothing in the workspace binds; it may come out of one of these modules by `import *`. */
  | {
      readonly kind: 'unbound';
      readonly path: readonly string[];
      readonly stars: readonly (readonly string[])[];
    }
  | { readonly kind: 'unknown'; readonly missing: string };

export const scalar = (value: Scalar, origin: Origin): Meaning => ({ kind: 'scalar', value, origin });
export const unknown = (missing: string): Meaning => ({ kind: 'unknown', missing });

/** From certain to uncertain: a value of several origins has the least certain one. */
const CERTAINTY: readonly RegExp[] = [
  /^literal$/,
  /^constant$/,
  /^default of the library$/,
  /^default of --/,
  /^config /,
  /^learned$/,
  /^unresolved$/,
];

export function leastCertain(origins: readonly Origin[]): Origin {
  const rank = (origin: Origin) => CERTAINTY.findIndex((pattern) => pattern.test(origin));
  return origins.reduce((least, origin) => (rank(origin) > rank(least) ? origin : least), 'literal');
}
