/** A loss whose every value is multiplied by 0 before it is added: `loss = ce + 0 * criterion(z, y)`. */
import type { Span } from '../../../../objective/definition';
import type { PythonCall, PythonFile } from '../../../parsers/python/file';
import { constantOf } from './constant';
import { mentionsOf } from './mentions';

/** The factor in the author's words, or null when the loss counts somewhere, or nobody sees that it does not. */
export function zeroWeight(site: PythonCall, file: PythonFile): string | null {
  const name = mayHoldZero(file) ? site.target() : null;
  if (name === null) return null;
  let found: string | null = null;
  let count = 0;
  for (const value of valuesOf(site, name, file)) {
    const { zero, counts } = useOf(value, file);
    if (counts || ++count > MOST_USES) return null;
    found ??= zero;
  }
  return found;
}

/** Of each file, whether a 0 stands in it where it could be a factor, or a value of one: most hold none. */
const HOLDS_ZERO = new WeakMap<PythonFile, boolean>();
const ZERO = /(?:[*=]\s*0(?:\.0*)?|(?<![\w.])0(?:\.0*)?\s*\*)(?![\w.])|[*=]\s*\.0+\b/;

function mayHoldZero(file: PythonFile): boolean {
  const known = HOLDS_ZERO.get(file) ?? ZERO.test(file.text);
  HOLDS_ZERO.set(file, known);
  return known;
}

interface Value {
  readonly span: Span;
  readonly scope: number;
  /** It goes on under a name of its own, whose uses are values too. */
  readonly isNamed: boolean;
}

/** Where the loss's value stands: calls of the object, and the names that they are assigned to. */
function* valuesOf(site: PythonCall, name: string, file: PythonFile): Generator<Value> {
  const calls = file.callsNamed(name).filter(({ span }) => span.start !== site.span.start);
  // Of a function that computes the loss, the call is the value.
  for (const call of calls.length === 0 ? [site] : calls) {
    const { span, scope } = call;
    const result = call.target();
    yield { span, scope, isNamed: result !== null };
    if (result !== null) yield* mentions(result, call, file);
  }
}

/** Uses of a name in the function of a call, but for the statements that give it a value. */
function mentions(name: string, { scope, span }: PythonCall, { text, scopes }: PythonFile): readonly Value[] {
  return mentionsOf(name, text, scopes[scope].span, MOST_USES).flatMap((use) => {
    const isInside = span.start <= use.start && use.end <= span.end;
    const isAssigned = /^\s*=(?!=)/.test(text.slice(use.end, use.end + 20));
    return isInside || isAssigned ? [] : [{ span: use, scope, isNamed: false }];
  });
}

const FACTOR = String.raw`(?:[\p{L}_][\p{L}\p{N}_]*|\d+\.?\d*|\.\d+)`;
const BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}_.)\]*/]\s*)(${FACTOR})\s*\*\s*$`, 'u');
const BEHIND = new RegExp(String.raw`^\s*\*\s*(${FACTOR})(?![\p{L}\p{N}_.(\[])`, 'u');
/** What is only shown or kept trains nothing. */
const SHOWN = /^\s*\.(?:item|detach|cpu|data|numpy|tolist)\b/;
const NEAR = 60;
/** A loss that is used oftener than this counts somewhere. */
const MOST_USES = 30;

/** The factor of 0 that a value has, and whether it goes on without one. */
function useOf(
  { span: { start, end }, scope, isNamed }: Value,
  file: PythonFile,
): { zero: string | null; counts: boolean } {
  const before = file.text.slice(Math.max(0, start - NEAR), start).replace(/[\w.]*\.$/, '');
  const behind = file.text.slice(end, end + NEAR);
  const factor = BEFORE.exec(before)?.[1] ?? BEHIND.exec(behind)?.[1] ?? null;
  const zero = factor !== null && isZero(factor, scope, file) ? factor : null;
  return { zero, counts: zero === null && !isNamed && !SHOWN.test(behind) && !before.endsWith('{') };
}

function isZero(factor: string, scope: number, file: PythonFile): boolean {
  const value = /^[\d.]/.test(factor) ? Number(factor) : constantOf(factor, scope, file);
  return value === 0;
}
