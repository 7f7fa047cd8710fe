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
  | { readonly kind: 'map'; readonly entries: readonly MapEntry[]; readonly span: Span }
  /** A dotted name, `args.temp`: what it stands for must be looked up. */
  | { readonly kind: 'name'; readonly path: readonly string[]; readonly span: Span }
  | {
      readonly kind: 'call';
      readonly callee: readonly string[];
      readonly arguments: readonly Argument[];
      readonly span: Span;
      readonly calleeSpan: Span;
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
