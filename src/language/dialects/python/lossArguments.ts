/** Matches the arguments of a call to a class's signature, as Python would, and reads their values. */
import type { Parameter, Span } from '../../../objective/definition';
import type { CallNode } from '../../parsers/python/file';
import type { Argument, ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import type { NumberRange } from '../inline/numbers';
import {
  exampleOf,
  isTemperature,
  isTypo,
  meantArgument,
  shownResolved,
  tooManyPositions,
  unknownKeyword,
} from './argumentWords';
import type { LossSignature } from './lossSignature';
import type { Located, Meaning } from './program/meaning';
import type { Program, Resolved } from './program/program';
import { wordsFor } from './program/words';
import { reportSwapped } from './swappedPosition';

/** An argument, and the place in the file at hand that gave it. */
interface Given {
  readonly located: Located;
  readonly span: Span;
}

export class LossArguments {
  private readonly given = new Map<string, Given>();
  /** Keywords that the class does not have; one may have been meant for an argument that is left out. */
  private readonly strangers: string[] = [];
  /** What is unpacked into the call and cannot be looked into: it may hold any argument that is not shown. */
  private unpacked: string | null = null;

  constructor(
    readonly loss: LossSignature,
    private readonly call: CallNode,
    private readonly place: Omit<Located, 'node'>,
    readonly program: Program,
    readonly findings: FindingList,
  ) {
    let position = 0;
    let shown = true;
    for (const argument of call.arguments) {
      // Behind *args nobody can count positions.
      if (argument.unpacks === 'list') shown = false;
      if (argument.unpacks === 'map') this.unpack(argument.value);
      else if (argument.unpacks === 'list') this.unpacked ??= wordsFor(argument.value);
      else if (argument.name !== null)
        this.takeKeyword(argument, argument.name, argument.nameSpan ?? argument.value.span);
      else if (shown) this.takePosition(argument, position++);
    }
  }

  get span(): Span {
    return this.call.calleeSpan;
  }

  get whole(): Located {
    return { ...this.place, node: this.call };
  }

  /** The node that stands for an argument, or null when it is left out. */
  node(name: string): ValueNode | null {
    return this.given.get(name)?.located.node ?? null;
  }

  spanOf(name: string): Span | null {
    return this.given.get(name)?.span ?? null;
  }

  resolve(name: string): Resolved | null {
    const given = this.given.get(name);
    return given ? this.program.resolve(given.located) : null;
  }

  meaning(name: string): Meaning | null {
    const given = this.given.get(name);
    return given ? this.program.meaning(given.located) : null;
  }

  /** The value of an argument, or the library's default, where it is a number or a text. */
  plain(name: string): number | string | null {
    const resolved = this.resolve(name);
    if (!resolved)
      return this.loss.parameters.find((parameter) => parameter.name === name)?.otherwise ?? null;
    if (resolved.kind !== 'known') return null;
    const { value } = resolved;
    return value.kind === 'number' || value.kind === 'string' ? value.value : null;
  }

  /** The value of a keyword of a call inside an argument, where it is a literal or a constant. */
  keywordOf(call: CallNode, name: string): number | string | boolean | undefined {
    const argument = call.arguments.find((candidate) => candidate.name === name);
    const resolved = argument && this.program.resolve({ ...this.place, node: argument.value });
    if (!resolved) return undefined;
    return resolved.kind === 'known' && 'value' in resolved.value
      ? resolved.value.value
      : wordsFor(argument.value);
  }

  /** A number that must lie in a range; the default where it is left out, and unknown where that cannot be told. */
  number(name: string, range: NumberRange): Parameter<number> {
    const given = this.given.get(name);
    if (!given) return this.leftOut(name, (otherwise) => (typeof otherwise === 'number' ? otherwise : null));
    const { span, located } = given;
    const resolved = this.program.resolve(located);
    if (resolved.kind === 'unknown')
      return { value: null, origin: 'unresolved', span, missing: resolved.missing };
    const { value: literal } = resolved;
    if (literal.kind === 'number' && Number.isFinite(literal.value) && range.accepts(literal.value))
      return { value: literal.value, origin: resolved.origin, span };
    // A class that nobody has read may well take a list, or None; a temperature below zero means nothing anywhere.
    const isUnread = this.loss.takesAnyKeyword && this.loss.takesAnyPosition;
    if (literal.kind === 'number' || !isUnread) this.reject(name, resolved, range);
    return { value: null, origin: 'unresolved', span, missing: wordsFor(located.node) };
  }

  /** The library's default of an argument that is not given, unless something unpacked may give it. */
  leftOut<T>(name: string, read: (otherwise: number | string | undefined) => T | null): Parameter<T> {
    const mistaken = this.strangers.find(
      (word) => isTypo(word, name) || (isTemperature(name) && isTemperature(word)),
    );
    if (mistaken !== undefined) return { value: null, origin: 'unresolved', span: null, missing: mistaken };
    if (this.unpacked !== null)
      return { value: null, origin: 'unresolved', span: null, missing: this.unpacked };
    const value = read(this.loss.parameters.find((parameter) => parameter.name === name)?.otherwise);
    if (value === null) return { value: null, origin: 'unresolved', span: null, missing: name };
    return { value, origin: 'default of the library', span: null };
  }

  /** Reports a value that the class cannot work with. */
  reject(name: string, resolved: Resolved, expected: { what: string; because?: string }): void {
    this.findings.invalid(
      this.spanOf(name) ?? this.span,
      `\`${name}\` of ${this.loss.name} is ${shownResolved(resolved)}, but it must be ${expected.what}.` +
        `${expected.because ? ` ${expected.because}` : ''} Write, for example, \`${exampleOf(name, this.loss, this.call)}\`.`,
    );
  }

  private give(name: string, located: Located, span: Span): void {
    this.given.set(name, { located, span });
  }

  private at(node: ValueNode): Located {
    return { ...this.place, node };
  }

  /** `**config["loss"]`: every entry of a map that is known is an argument by name. */
  private unpack(node: ValueNode): void {
    const meaning = this.program.meaning(this.at(node));
    if (meaning.kind !== 'map' || meaning.spreads.length > 0) {
      this.unpacked ??= `**${wordsFor(node)}`;
      return;
    }
    for (const [name, located] of meaning.entries) {
      if (!this.accepts(name)) this.refuseKeyword(name, node.span, false);
      this.give(name, located, node.span);
    }
  }

  private accepts(name: string): boolean {
    return this.loss.takesAnyKeyword || this.loss.parameters.some((parameter) => parameter.name === name);
  }

  private takePosition(argument: Argument, position: number): void {
    const positional = this.loss.parameters.filter(({ keywordOnly }) => !keywordOnly);
    if (position < positional.length) {
      const { name } = positional[position];
      reportSwapped(argument.value, name, this.call, this.loss, this.findings);
      this.give(name, this.at(argument.value), argument.value.span);
      return;
    }
    if (position > positional.length || this.loss.takesAnyPosition) return;
    this.findings.unknownName(argument.value.span, tooManyPositions(positional, this.loss));
  }

  private takeKeyword(argument: Argument, name: string, span: Span): void {
    if (this.given.has(name))
      this.findings.unknownName(
        span,
        `\`${name}\` is given twice to ${this.loss.name}, by position and by name: Python will stop here with a TypeError.`,
      );
    else if (!this.accepts(name)) this.refuseKeyword(name, span, true);
    this.give(name, this.at(argument.value), argument.value.span);
  }

  /** `isNamed` where the keyword itself stands at the span. */
  private refuseKeyword(name: string, span: Span, isNamed: boolean): void {
    this.strangers.push(name);
    const names = this.loss.parameters.map((parameter) => parameter.name);
    const meant = isNamed ? meantArgument(name, names) : null;
    this.findings.unknownName(span, unknownKeyword(name, this.loss), name, meant);
  }
}
