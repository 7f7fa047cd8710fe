/** A Python program as far as one file sees it: what its calls build, and what its expressions are worth. */
import type { Origin } from '../../../../objective/definition';
import type { CallNode } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import type { Activation } from './evaluating';
import { Evaluator } from './evaluator';
import type { Located, Meaning, Scalar } from './meaning';
import type { Modules } from './modules';
import { wordsFor } from './words';

export type Literal = Extract<ValueNode, { kind: 'number' | 'string' | 'boolean' | 'null' | 'list' }>;

/** A value known without running the program, or the author's words for what is not. */
export type Resolved =
  | { readonly kind: 'known'; readonly value: Literal; readonly origin: Origin }
  | { readonly kind: 'unknown'; readonly missing: string };

export class Program {
  constructor(readonly modules: Modules) {}

  meaning(located: Located): Meaning {
    return new Evaluator(this.modules).evaluate(located);
  }

  /** What a call calls: a class or function of the workspace, or something of a library by its path. */
  callee(call: CallNode, located: Omit<Located, 'node'>): Meaning {
    const evaluator = new Evaluator(this.modules);
    const at = { ...located, node: call };
    if (!call.receiver) return evaluator.callee(call.callee, at);
    const receiver = evaluator.evaluate({ ...located, node: call.receiver });
    const words = wordsFor(call);
    return call.callee.reduce((object, name) => evaluator.member(object, name, words), receiver);
  }

  /** `activation` binds the parameters of the function around to the arguments of a call. */
  resolve(located: Located, activation: Activation | null = null): Resolved {
    const evaluator = new Evaluator(this.modules);
    const read = () => evaluator.evaluate(located);
    const meaning = activation ? evaluator.within(activation, read) : read();
    return literal(meaning, located.node, evaluator, 0);
  }

  /** What a class, module or object holds under a name. */
  memberOf(object: Meaning, name: string): Meaning {
    return new Evaluator(this.modules).member(object, name, name);
  }

  /** What an attribute of the object that a call makes is worth. */
  resolveMember(object: Meaning, name: string, node: ValueNode): Resolved {
    const evaluator = new Evaluator(this.modules);
    return literal(evaluator.member(object, name, name), node, evaluator, 0);
  }
}

const DEEPEST_LIST = 4;

/** The meaning as a literal at the place where it is used. */
function literal(meaning: Meaning, node: ValueNode, evaluator: Evaluator, depth: number): Resolved {
  if (meaning.kind === 'scalar')
    return { kind: 'known', value: scalarNode(meaning.value, node), origin: meaning.origin };
  if (meaning.kind === 'unknown') return meaning;
  if (meaning.kind !== 'list' || depth > DEEPEST_LIST) return { kind: 'unknown', missing: wordsFor(node) };
  const items: Literal[] = [];
  let { origin } = meaning;
  for (const item of meaning.items) {
    const resolved = literal(evaluator.evaluate(item), item.node, evaluator, depth + 1);
    if (resolved.kind === 'unknown') return resolved;
    items.push(resolved.value);
    if (resolved.origin !== 'literal') origin = resolved.origin;
  }
  return { kind: 'known', value: { kind: 'list', items, span: node.span }, origin };
}

function scalarNode(value: Scalar, { span }: ValueNode): Literal {
  if (value === null) return { kind: 'null', span };
  if (typeof value === 'number') return { kind: 'number', value, span };
  if (typeof value === 'string') return { kind: 'string', value, span };
  return { kind: 'boolean', value, span };
}
