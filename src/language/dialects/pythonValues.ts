/** Looks values of Python expressions up: literals, constants of the file, and arithmetic on them. */
import type { Binding, PythonFile } from '../parsers/pythonFile';
import type { ValueNode } from '../values';
import { importedPath, lookUp } from './pythonNames';

/** A value known without running the program, or the author's words for what is not. */
export type Resolved =
  | { readonly kind: 'known'; readonly value: Literal; readonly origin: 'literal' | 'constant' }
  | { readonly kind: 'unknown'; readonly missing: string };

export type Literal = Extract<ValueNode, { kind: 'number' | 'string' | 'boolean' | 'null' | 'list' }>;

/** Names of names of names: beyond this depth, or this many steps, nothing is a constant that anyone wrote. */
const DEEPEST = 20;
const MOST_STEPS = 2000;

export function resolveValue(node: ValueNode, scope: number, file: PythonFile): Resolved {
  return new Resolver(file).resolve(node, scope, 0);
}

class Resolver {
  private steps = 0;

  constructor(private readonly file: PythonFile) {}

  resolve(node: ValueNode, scope: number, depth: number): Resolved {
    if (depth > DEEPEST || ++this.steps > MOST_STEPS) return unknown(node);
    switch (node.kind) {
      case 'number':
      case 'string':
      case 'boolean':
      case 'null':
        return { kind: 'known', value: node, origin: 'literal' };
      case 'list':
        return this.resolveList(node, scope, depth);
      case 'name':
        return this.resolveName(node, scope, depth);
      case 'operation':
        return this.resolveOperation(node, scope, depth);
      case 'call':
        return this.resolveCall(node, scope, depth);
      default:
        return unknown(node);
    }
  }

  private resolveList(node: Extract<ValueNode, { kind: 'list' }>, scope: number, depth: number): Resolved {
    const items: Literal[] = [];
    let origin: 'literal' | 'constant' = 'literal';
    for (const item of node.items) {
      const resolved = this.resolve(item, scope, depth + 1);
      if (resolved.kind === 'unknown') return resolved;
      if (resolved.origin === 'constant') origin = 'constant';
      items.push(resolved.value);
    }
    return { kind: 'known', value: { kind: 'list', items, span: node.span }, origin };
  }

  /** A name is a constant when everything that is ever assigned to it is one and the same value. */
  private resolveName(node: Extract<ValueNode, { kind: 'name' }>, scope: number, depth: number): Resolved {
    const mathematical = MATH_CONSTANTS[importedPath(node.path, scope, this.file)?.join('.') ?? ''];
    if (mathematical !== undefined)
      return {
        kind: 'known',
        value: { kind: 'number', value: mathematical, span: node.span },
        origin: 'literal',
      };
    const bindings = node.path.length === 1 ? lookUp(node.path[0], scope, this.file) : [];
    const values = bindings.map((binding) => this.resolveBinding(binding, depth));
    const [first] = values;
    if (!first || values.some((value) => value === null || !isSame(value, first))) return unknown(node);
    return { kind: 'known', value: first, origin: 'constant' };
  }

  private resolveBinding(binding: Binding, depth: number): Literal | null {
    if (binding.kind !== 'value') return null;
    const resolved = this.resolve(binding.value, binding.scope, depth + 1);
    return resolved.kind === 'known' ? resolved.value : null;
  }

  private resolveOperation(
    node: Extract<ValueNode, { kind: 'operation' }>,
    scope: number,
    depth: number,
  ): Resolved {
    const operands = node.operands.map((operand) => this.resolve(operand, scope, depth + 1));
    const numbers: number[] = [];
    for (const operand of operands) {
      if (operand.kind === 'unknown') return operand;
      if (operand.value.kind !== 'number') return unknown(node);
      numbers.push(operand.value.value);
    }
    const constant = operands.some((operand) => operand.kind === 'known' && operand.origin === 'constant');
    const value = calculate(node.operator, numbers);
    return {
      kind: 'known',
      value: { kind: 'number', value, span: node.span },
      origin: constant ? 'constant' : 'literal',
    };
  }

  /** `np.log(x)`, `math.sqrt(x)`, `float(x)` of one known number. */
  private resolveCall(node: Extract<ValueNode, { kind: 'call' }>, scope: number, depth: number): Resolved {
    const imported = importedPath(node.callee, scope, this.file);
    const unbound = lookUp(node.callee[0], scope, this.file).length === 0;
    const path = imported ?? (unbound ? node.callee : []);
    const calculates = FUNCTIONS[path.join('.')];
    const [argument] = node.arguments;
    if (!calculates || node.arguments.length !== 1 || argument.name !== null || argument.unpacks !== 'none')
      return unknown(node);
    const resolved = this.resolve(argument.value, scope, depth + 1);
    if (resolved.kind === 'unknown') return resolved;
    if (resolved.value.kind !== 'number') return unknown(node);
    const value = calculates(resolved.value.value);
    return { kind: 'known', value: { kind: 'number', value, span: node.span }, origin: resolved.origin };
  }
}

const MATH_CONSTANTS: Readonly<Record<string, number | undefined>> = {
  'math.pi': Math.PI,
  'math.e': Math.E,
  'numpy.pi': Math.PI,
  'numpy.e': Math.E,
};

const FUNCTIONS: Readonly<Record<string, ((x: number) => number) | undefined>> = {
  'math.log': Math.log,
  'math.sqrt': Math.sqrt,
  'math.exp': Math.exp,
  'numpy.log': Math.log,
  'numpy.sqrt': Math.sqrt,
  'numpy.exp': Math.exp,
  float: (x) => x,
};

function calculate(
  operator: Extract<ValueNode, { kind: 'operation' }>['operator'],
  [a, b]: number[],
): number {
  switch (operator) {
    case '+':
      return b === undefined ? a : a + b;
    case '-':
      return b === undefined ? -a : a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '**':
      return a ** b;
  }
}

function isSame(a: Literal | null, b: Literal): boolean {
  if (a === null || a.kind !== b.kind) return false;
  if (a.kind === 'list' && b.kind === 'list')
    return (
      a.items.length === b.items.length &&
      a.items.every((item, i) => isSame(item as Literal, b.items[i] as Literal))
    );
  return a.kind === 'null' || ('value' in a && 'value' in b && Object.is(a.value, b.value));
}

function unknown(node: ValueNode): Resolved {
  return { kind: 'unknown', missing: wordsFor(node) };
}

/** The author's words for an expression, on one line. */
export function wordsFor(node: ValueNode): string {
  switch (node.kind) {
    case 'name':
      return node.path.join('.');
    case 'call':
      return `${node.callee.join('.')}(…)`;
    case 'list':
      return '[…]';
    case 'opaque':
      return shorten(node.text);
    case 'operation':
      return node.operands.map(wordsFor).join(` ${node.operator} `).slice(0, 60);
    default:
      return 'value' in node ? shorten(String(node.value)) : node.kind;
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
