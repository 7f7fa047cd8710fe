/** Words about arguments: what they may have been meant for, and what Python says to those that a class does not have. */
import type { CallNode } from '../../parsers/python/file';
import type { ValueNode } from '../../values';
import { typingErrors } from '../closestName';
import type { LossParameter, LossSignature } from './lossSignature';
import type { Resolved } from './program/program';
import { wordsFor } from './program/words';

/** Whether a keyword is a known one, mistyped; `temp` is a name of its own, `temprature` is not. */
export function isTypo(word: string, name: string): boolean {
  return word !== name && word.length < 40 && typingErrors(word, name) <= Math.floor(name.length / 5);
}

/** Words for a temperature: `opt.temp`, `TAU`, `cfg["temperature"]`, `self.t`; `model` and `device` are none. */
export function isTemperature(words: string): boolean {
  return /temp|tau|(?:^|[._"'[])t["'\]]*$/i.test(words);
}

function shownValue(value: ValueNode): string {
  if (value.kind === 'number') return Number.isNaN(value.value) ? 'not a number (NaN)' : String(value.value);
  if (value.kind === 'boolean') return value.value ? 'True' : 'False';
  if (value.kind === 'null') return 'None';
  if (value.kind === 'string') return `the text "${wordsFor(value)}"`;
  return 'a list';
}

/** A value, and where it came from when that is another place. */
export function shownResolved(resolved: Resolved): string {
  if (resolved.kind === 'unknown') return resolved.missing;
  const isElsewhere = /^(?:config|default of) /.test(resolved.origin);
  return `${shownValue(resolved.value)}${isElsewhere ? ` (${resolved.origin})` : ''}`;
}

/** The argument that a mistyped keyword was meant to be, or null. */
export function meantArgument(name: string, names: readonly string[]): string | null {
  return names.find((candidate) => isTypo(name, candidate)) ?? null;
}

export function unknownKeyword(name: string, { owner, name: loss, parameters }: LossSignature): string {
  const names = parameters.map((parameter) => parameter.name);
  const typo = meantArgument(name, names);
  return (
    `${owner}'s ${loss} has no argument \`${name}\`: Python will stop here with a TypeError.` +
    `${typo ? ` Did you mean \`${typo}\`?` : ''} It accepts ${names.join(', ')}.`
  );
}

export function tooManyPositions(
  positional: readonly LossParameter[],
  { owner, name }: LossSignature,
): string {
  const count = positional.length;
  const most = `${count} ${count === 1 ? 'argument' : 'arguments'}`;
  const names = positional.map((parameter) => parameter.name).join(', ');
  return `${owner}'s ${name} takes at most ${most} by position (${names}): Python will stop here with a TypeError.`;
}

/** An argument with a value that it takes, its default or what a temperature could be, as the text would give it. */
export function exampleOf(name: string, { parameters }: LossSignature, { syntax }: CallNode): string {
  const otherwise = parameters.find((parameter) => parameter.name === name)?.otherwise ?? 0.1;
  const value = typeof otherwise === 'string' ? `"${otherwise}"` : String(otherwise);
  if (syntax === 'json') return `"${name}": ${value}`;
  if (syntax === 'toml') return `${name} = ${value}`;
  return syntax === 'yaml' ? `${name}: ${value}` : `${name}=${value}`;
}
