/** What is kept of a Python text: its names, what they stand for, and its calls; values are read when asked for. */
import type { Span } from '../../../objective/definition';
import type { ValueNode } from '../../values';

/** A value that is read from the text when it is first asked for. */
export type Lazy<T> = () => T;

export type CallNode = Extract<ValueNode, { kind: 'call' }>;

export interface PythonParameter {
  readonly name: string;
  /** Null where the caller must give a value. */
  readonly otherwise: ValueNode | null;
  /** The annotation's words, `Optional[float]`, or null. */
  readonly annotation: string | null;
  /** Stands behind `*`: only given by name. */
  readonly keywordOnly: boolean;
}

export interface PythonSignature {
  /** Without `*args` and `**kwargs`; with self, where there is one. */
  readonly parameters: readonly PythonParameter[];
  /** Whether there is `**kwargs`. */
  readonly takesAnyKeyword: boolean;
  /** Whether there is `*args`. */
  readonly takesAnyPosition: boolean;
  /** Every name that the list binds. */
  readonly names: readonly string[];
}

export interface PythonFunction {
  readonly name: string;
  /** The scope that it is defined in: where defaults are looked up. */
  readonly scope: number;
  /** Its own scope. */
  readonly body: number;
  readonly span: Span;
  readonly signature: Lazy<PythonSignature>;
  /** What it may return. */
  readonly returns: Lazy<readonly ValueNode[]>;
  readonly decorators: Lazy<readonly ValueNode[]>;
}

export interface PythonClass {
  readonly name: string;
  readonly scope: number;
  readonly body: number;
  readonly span: Span;
  readonly bases: Lazy<readonly (readonly string[])[]>;
  readonly decorators: Lazy<readonly ValueNode[]>;
}

/** One thing that a name is made to stand for. `conditional` when the statement runs under a condition or in a loop. */
export type Binding = {
  readonly offset: number;
  /** Where the statement ends. */
  readonly end: number;
  readonly conditional: boolean;
} & (
  | {
      readonly kind: 'value';
      readonly value: Lazy<ValueNode>;
      readonly scope: number;
      readonly annotation?: string;
    }
  /** Leading dots of a relative import stand in the first part: `.losses`. */
  | { readonly kind: 'import'; readonly path: readonly string[] }
  | { readonly kind: 'class'; readonly definition: PythonClass }
  | { readonly kind: 'function'; readonly definition: PythonFunction }
  | { readonly kind: 'parameter'; readonly parameter: PythonParameter; readonly of: number }
  /** A loop variable or anything else that only running the program would tell. */
  | { readonly kind: 'other' }
);

export interface PythonScope {
  readonly kind: 'module' | 'class' | 'function';
  /** Number of the scope around it; null for the module. */
  readonly parent: number | null;
  readonly span: Span;
  /** Of a function, its definition; null for lambdas and comprehensions. */
  readonly definition: PythonFunction | null;
  /** What the name is bound to in this very scope. */
  bindingsOf(name: string): readonly Binding[];
  /** Of a class: what its methods assign to `self.name`. */
  attributesOf(name: string): readonly Binding[];
  /** Names bound in a class body, in the order of the text. */
  readonly names: readonly string[];
}

export interface PythonCall {
  readonly call: Lazy<CallNode>;
  readonly scope: number;
  readonly span: Span;
  /** The variable or attribute that the object is assigned to, or null. */
  readonly target: Lazy<string | null>;
  /** The call of what this one gives, where it stands behind it: `SupConLoss(0.1).cuda()(features, labels)`. */
  readonly applied?: Lazy<CallNode | null>;
  /** False when the call itself holds a syntax error. */
  readonly whole: boolean;
}

/** `args.temp = 0.5`, `config["loss"] = …`: a part of an object is set from outside. */
export interface PartAssignment {
  /** `['args', 'temp']`, `['config', 'loss']`. */
  readonly path: readonly string[];
  /** Null where only running the program would tell. */
  readonly value: Lazy<ValueNode> | null;
  readonly scope: number;
  readonly offset: number;
  readonly conditional: boolean;
}

/** A class given by name to a call that builds it: `TrainingArguments(loss=SupConLoss)`; or `(SupConLoss, {…})`. */
export interface PassedName {
  readonly path: readonly string[];
  readonly span: Span;
  readonly scope: number;
}

export interface PythonFile {
  readonly text: string;
  /** The module is scope 0. */
  readonly scopes: readonly PythonScope[];
  /** Calls whose callee's last name is this one, in the order of the text. */
  callsNamed(name: string): readonly PythonCall[];
  /** Last names of all callees. */
  readonly calledNames: readonly string[];
  /** Calls of what a subscript gives: `LOSSES[name](…)`. */
  readonly indexedCalls: readonly PythonCall[];
  /** Tuples of a name and a dictionary: `(SimCLR, {"temperature": 0.1})`. */
  readonly pairs: readonly PythonCall[];
  readonly passedNames: readonly PassedName[];
  /** Modules of `from m import *`. */
  readonly starImports: readonly (readonly string[])[];
  /** Assignments to a part of this name of whatever object. */
  partAssignments(name: string): readonly PartAssignment[];
  /** Names in text that could not be parsed: what they belong to is not known. */
  readonly stranded: readonly { readonly name: string; readonly span: Span }[];
}
