/** What is kept of a Python text: its names, what they stand for, and the calls that may build a loss. */
import type { Span } from '../../objective/definition';
import type { ValueNode } from '../values';

export type CallNode = Extract<ValueNode, { kind: 'call' }>;

export interface PythonParameter {
  readonly name: string;
  /** Null where the caller must give a value. */
  readonly otherwise: ValueNode | null;
}

export interface PythonClass {
  readonly name: string;
  readonly bases: readonly (readonly string[])[];
  /** Of `__init__`, without self; null when the class defines none. */
  readonly parameters: readonly PythonParameter[] | null;
  /** Whether `__init__` has `**kwargs`. */
  readonly takesAnyKeyword: boolean;
  /** Whether `__init__` has `*args`. */
  readonly takesAnyPosition: boolean;
  /** Number of the scope that the class is defined in, where its defaults are looked up. */
  readonly scope: number;
}

/** One thing that a name is made to stand for. */
export type Binding = { readonly offset: number } & (
  | { readonly kind: 'value'; readonly value: ValueNode; readonly scope: number }
  /** Leading dots of a relative import stand in the first part: `.losses`. */
  | { readonly kind: 'import'; readonly path: readonly string[] }
  | { readonly kind: 'class'; readonly definition: PythonClass }
  /** A parameter, loop variable, function or anything else that only running the program would tell. */
  | { readonly kind: 'other' }
);

export interface PythonScope {
  readonly kind: 'module' | 'class' | 'function';
  /** Number of the scope around it; null for the module. */
  readonly parent: number | null;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
}

export interface PythonCall {
  readonly call: CallNode;
  readonly scope: number;
  /** The variable or attribute that the object is assigned to, or null. */
  readonly target: string | null;
  /** False when the call itself holds a syntax error. */
  readonly whole: boolean;
}

export interface PythonFile {
  /** The module is scope 0. */
  readonly scopes: readonly PythonScope[];
  /** Calls whose callee ends with one of the names asked for, in the order of the text. */
  readonly calls: readonly PythonCall[];
  /** Modules of `from m import *`. */
  readonly starImports: readonly (readonly string[])[];
  /** Names asked for that stand in text which could not be parsed: what they belong to is not known. */
  readonly stranded: readonly Span[];
}
