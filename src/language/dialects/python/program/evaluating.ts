/** What the parts of the evaluator need of one another. */
import type { ValueNode } from '../../../values';
import type { Located, Meaning, ProgramModule, Scalar } from './meaning';
import type { Modules } from './modules';

/** A function that is being looked into on behalf of one call of it. */
export interface Activation {
  readonly module: ProgramModule;
  /** The function's own scope. */
  readonly body: number;
  readonly call: Located;
  /** Whether the first parameter is the object itself, which the call does not show. */
  readonly method: boolean;
}

export interface Evaluating {
  readonly modules: Modules;
  evaluate(located: Located): Meaning;
  /** What `object.name` stands for; `words` are the author's for the whole. */
  member(object: Meaning, name: string, words: string): Meaning;
  /** What `object[key]` stands for. */
  item(object: Meaning, key: Scalar, words: string): Meaning;
  /** Whatever the name path of a callee stands for. */
  callee(path: readonly string[], located: Located): Meaning;
  /** Evaluates with a function's parameters bound to the arguments of a call. */
  within(activation: Activation, run: () => Meaning): Meaning;
  /** The call on whose behalf a function is being looked into, or null. */
  activationOf(module: ProgramModule, body: number): Activation | null;
  /** Evaluates as the caller of an activation sees it. */
  outside(activation: Activation, run: () => Meaning): Meaning;
}

/** One meaning that all agree on, or null: several statements that give a name the same value make it a constant. */
export function agreed(meanings: readonly Meaning[]): Meaning | null {
  const [first, ...others] = meanings;
  if (!first || first.kind === 'unknown') return null;
  return others.every((other) => isSame(first, other)) ? first : null;
}

function isSame(a: Meaning, b: Meaning): boolean {
  if (a.kind === 'scalar' && b.kind === 'scalar') return Object.is(a.value, b.value);
  if (a.kind === 'list' && b.kind === 'list')
    return (
      a.items.length === b.items.length && a.items.every((item, i) => isSameNode(item.node, b.items[i].node))
    );
  if (a.kind === 'options' && b.kind === 'options') return true;
  if (a.kind === 'class' && b.kind === 'class') return a.definition === b.definition;
  if (a.kind === 'instance' && b.kind === 'instance')
    return a.definition === b.definition && a.call?.node.span.start === b.call?.node.span.start;
  return a === b;
}

function isSameNode(a: ValueNode, b: ValueNode): boolean {
  return a.kind === b.kind && 'value' in a && 'value' in b && Object.is(a.value, b.value);
}
