/** The syntax-neutral value tree that every parser produces and every dialect reads. */
import type { Span } from '../objective/definition';

export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ValueNode;
}

export interface Argument {
  /** Null for a positional argument. */
  readonly name: string | null;
  readonly nameSpan: Span | null;
  readonly value: ValueNode;
  /** `*args` and `**options` stand for arguments that the text does not show; `value` is what is unpacked. */
  readonly unpacks: 'none' | 'list' | 'map';
}

export const OPERATORS = ['+', '-', '*', '/', '**'] as const;
export type Operator = (typeof OPERATORS)[number];

export type ValueNode =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly ValueNode[]; readonly span: Span }
  | {
      readonly kind: 'map';
      readonly entries: readonly MapEntry[];
      readonly span: Span;
      /** Maps that are unpacked into it: `{**base, "temperature": 0.1}`. */
      readonly spreads?: readonly ValueNode[];
    }
  /** A dotted name, `args.temp`: what it stands for must be looked up. */
  | { readonly kind: 'name'; readonly path: readonly string[]; readonly span: Span }
  /** `config["loss"]`, and `load().loss`: a part of what another expression gives. */
  | { readonly kind: 'subscript'; readonly of: ValueNode; readonly key: ValueNode; readonly span: Span }
  | { readonly kind: 'attribute'; readonly of: ValueNode; readonly name: string; readonly span: Span }
  /** One of several: `a if b else c`, `a or b`. */
  | { readonly kind: 'choice'; readonly options: readonly ValueNode[]; readonly span: Span }
  | {
      readonly kind: 'call';
      /** What stands before the callee's names when they are not all: `LOSSES[name](…)`, `load()["x"].get(…)`. */
      readonly receiver?: ValueNode;
      readonly callee: readonly string[];
      readonly arguments: readonly Argument[];
      readonly span: Span;
      readonly calleeSpan: Span;
      /** The syntax of the config that gives the arguments, where that is not Python. */
      readonly syntax?: 'yaml' | 'json' | 'toml';
    }
  /** Arithmetic; a single operand stands behind its sign. */
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly operands: readonly ValueNode[];
      readonly span: Span;
    }
  /** Source text that has no value known without running it. */
  | { readonly kind: 'opaque'; readonly text: string; readonly span: Span };
