/** Evaluates expressions of a program as far as that is possible without running it. */
import type { Origin } from '../../../../objective/definition';
import type { ValueNode } from '../../../values';
import { bindingMeaning } from './bindings';
import { evaluateCall } from './calls';
import { type Activation, agreed, type Evaluating } from './evaluating';
import { type Located, type Meaning, type ProgramModule, type Scalar, scalar, unknown } from './meaning';
import { itemOf, keptOption, memberOf } from './members';
import type { Modules } from './modules';
import { classOfScope, classScopeAround, lookUp } from './names';
import { MATH_CONSTANTS } from './numbers';
import { evaluateOperation } from './operations';
import { overridden, updated } from './overrides';
import { registeredAs } from './registries';
import { wordsFor } from './words';
import { mergedValue } from './yacs';

/** Names of names of names: beyond this depth, or this many steps, nothing is a constant that anyone wrote. */
const DEEPEST = 40;
const MOST_STEPS = 4000;

type NodeOf<K extends ValueNode['kind']> = Extract<ValueNode, { kind: K }>;

export class Evaluator implements Evaluating {
  private depth = 0;
  private steps = 0;
  private activations: readonly Activation[] = [];

  constructor(readonly modules: Modules) {}

  evaluate(located: Located): Meaning {
    if (this.depth > DEEPEST || ++this.steps > MOST_STEPS) return unknown(wordsFor(located.node));
    this.depth++;
    try {
      return this.dispatch(located);
    } finally {
      this.depth--;
    }
  }

  member(object: Meaning, name: string, words: string): Meaning {
    return this.counted(words, () => memberOf(object, name, words, this));
  }

  item(object: Meaning, key: Scalar, words: string): Meaning {
    return this.counted(words, () => itemOf(object, key, words, this));
  }

  callee(path: readonly string[], located: Located): Meaning {
    const node = { kind: 'name', path, span: located.node.span } as const;
    return this.evaluateName(node, located);
  }

  within(activation: Activation, run: () => Meaning): Meaning {
    // A function that calls itself is looked into once.
    if (this.activationOf(activation.module, activation.body)?.call === activation.call) return run();
    return this.withActivations([...this.activations, activation], run);
  }

  activationOf(module: ProgramModule, body: number): Activation | null {
    return this.activations.findLast((one) => one.module === module && one.body === body) ?? null;
  }

  outside(activation: Activation, run: () => Meaning): Meaning {
    const index = this.activations.indexOf(activation);
    return this.withActivations(index < 0 ? [] : this.activations.slice(0, index), run);
  }

  private withActivations(activations: readonly Activation[], run: () => Meaning): Meaning {
    const before = this.activations;
    this.activations = activations;
    try {
      return this.counted('…', run);
    } finally {
      this.activations = before;
    }
  }

  private counted(words: string, run: () => Meaning): Meaning {
    if (this.depth > DEEPEST || ++this.steps > MOST_STEPS) return unknown(words);
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }

  private dispatch(located: Located): Meaning {
    const { node, config } = located;
    const origin: Origin = config === undefined ? 'literal' : `config ${config}`;
    switch (node.kind) {
      case 'string':
        // In a config, a name of another value, or one that the command line must give.
        if (config !== undefined && /\$\{|^\?\?\?$/.test(node.value)) return unknown(node.value);
        return scalar(node.value, origin);
      case 'number':
      case 'boolean':
        return scalar(node.value, origin);
      case 'null':
        return scalar(null, origin);
      case 'list':
        return { kind: 'list', items: node.items.map((item) => ({ ...located, node: item })), origin };
      case 'map':
        return this.evaluateMap(node, located);
      case 'name':
        return this.evaluateName(node, located);
      case 'attribute':
        return this.member(this.evaluate({ ...located, node: node.of }), node.name, wordsFor(node));
      case 'subscript':
        return this.evaluateSubscript(node, located);
      case 'choice':
        return this.evaluateChoice(node, located);
      case 'operation':
        return evaluateOperation(node, located, this);
      case 'call':
        return evaluateCall(node, located, this);
      default:
        return unknown(wordsFor(node));
    }
  }

  private evaluateMap(node: NodeOf<'map'>, located: Located): Meaning {
    const entries = new Map(
      node.entries.map(({ key, value }) => [key, { ...located, node: value }] as const),
    );
    return {
      kind: 'map',
      entries,
      spreads: (node.spreads ?? []).map((spread) => ({ ...located, node: spread })),
    };
  }

  private evaluateName(node: NodeOf<'name'>, located: Located): Meaning {
    const words = wordsFor(node);
    const { path } = node;
    let meaning = this.evaluateFirst(path[0], located);
    const merged =
      path.length > 1 && meaning.kind !== 'library' ? mergedValue(path, located.module, this) : null;
    if (merged) return merged;
    for (let i = 1; i < path.length; i++) {
      const value = this.member(meaning, path[i], words);
      const isObject = !/^(?:module|library|unbound)$/.test(meaning.kind);
      meaning = isObject ? overridden(value, path.slice(0, i + 1), words, located.module, this) : value;
    }
    const mathematical = meaning.kind === 'library' ? MATH_CONSTANTS[meaning.path.join('.')] : undefined;
    if (mathematical !== undefined) return scalar(mathematical, 'literal');
    // What an attribute is set to says more than its name.
    if (meaning.kind !== 'unknown' || (path[0] === 'self' && path.length === 2))
      return updated(meaning, path, located.module, this);
    return keptOption(path, words, located.module, this) ?? unknown(words);
  }

  private evaluateFirst(name: string, { node, scope, module }: Located): Meaning {
    const { file } = module;
    if (name === 'self' || name === 'cls') {
      const body = classScopeAround(scope, file);
      const definition = body === null ? null : classOfScope(body, file);
      if (definition) return { kind: 'instance', definition, module, call: null };
    }
    const bindings = lookUp(name, scope, file);
    if (bindings.length > 0) return bindingMeaning(bindings, node.span.start, module, name, this);
    for (const star of file.starImports) {
      const found = this.modules.find(star, module);
      if (found.kind !== 'module' || found.rest.length > 0) continue;
      const member = this.member({ kind: 'module', module: found.module }, name, name);
      if (member.kind !== 'unknown') return member;
    }
    return { kind: 'unbound', path: [name], stars: file.starImports };
  }

  private evaluateSubscript(node: NodeOf<'subscript'>, located: Located): Meaning {
    const words = wordsFor(node);
    const object = this.evaluate({ ...located, node: node.of });
    const key = this.evaluate({ ...located, node: node.key });
    if (key.kind !== 'scalar') return unknown(words);
    const value = this.item(object, key.value, words);
    if (value.kind === 'unknown' && node.of.kind === 'name' && typeof key.value === 'string') {
      const found = registeredAs(node.of.path, key.value, located.module, this);
      if (found) return found;
    }
    if (node.of.kind !== 'name' || typeof key.value !== 'string') return value;
    return overridden(value, [...node.of.path, key.value], words, located.module, this);
  }

  /** Whatever is chosen must be the same. Of `a or b` what counts as false is never chosen. */
  private evaluateChoice(node: NodeOf<'choice'>, located: Located): Meaning {
    const options = node.options.map((option) => this.evaluate({ ...located, node: option }));
    const possible = options.filter(
      ({ kind }, i) => kind !== 'scalar' || i === options.length - 1 || !isFalse(options[i]),
    );
    return agreed(possible) ?? unknown(wordsFor(node));
  }
}

const isFalse = (meaning: Meaning) => meaning.kind === 'scalar' && !meaning.value;
