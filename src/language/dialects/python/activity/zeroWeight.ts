/** A loss whose every value is multiplied by 0 before it is added: `loss = ce + 0 * criterion(z, y)`. */
import type { Span } from '../../../../objective/definition';
import type { PythonCall, PythonFile } from '../../../parsers/python/file';
import { constantOf } from './constant';

/** The factor in the author's words, or null when the loss counts somewhere, or nobody sees that it does not. */
export function zeroWeight(site: PythonCall, file: PythonFile): string | null {
  const name = site.target();
  if (name === null) return null;
  const uses = valuesOf(site, name, file).map((value) => useOf(value, file));
  if (uses.some(({ counts }) => counts)) return null;
  return uses.find(({ zero }) => zero !== null)?.zero ?? null;
}

interface Value {
  readonly span: Span;
  readonly scope: number;
  /** It goes on under a name of its own, whose uses are values too. */
  readonly isNamed: boolean;
}

/** Where the loss's value stands: calls of the object, and the names that they are assigned to. */
function valuesOf(site: PythonCall, name: string, file: PythonFile): readonly Value[] {
  const calls = file.callsNamed(name).filter(({ span }) => span.start !== site.span.start);
  // Of a function that computes the loss, the call is the value.
  return (calls.length === 0 ? [site] : calls).flatMap((call) => {
    const { span, scope } = call;
    const result = call.target();
    if (result === null) return [{ span, scope, isNamed: false }];
    return [{ span, scope, isNamed: true }, ...mentions(result, call, file)];
  });
}

/** Uses of a name in the function of a call, but for the statements that give it a value. */
function mentions(name: string, { scope, span }: PythonCall, { text, scopes }: PythonFile): readonly Value[] {
  const around = scopes[scope].span;
  const found: Value[] = [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'gu');
  for (const { index } of text.slice(around.start, around.end).matchAll(pattern)) {
    const start = around.start + index;
    const end = start + name.length;
    const isInside = span.start <= start && end <= span.end;
    const isAssigned = /^\s*=(?!=)/.test(text.slice(end, end + 20));
    if (!isInside && !isAssigned) found.push({ span: { start, end }, scope, isNamed: false });
  }
  return found;
}

const FACTOR = String.raw`(?:[\p{L}_][\p{L}\p{N}_]*|\d+\.?\d*|\.\d+)`;
const BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}_.)\]*/]\s*)(${FACTOR})\s*\*\s*$`, 'u');
const BEHIND = new RegExp(String.raw`^\s*\*\s*(${FACTOR})(?![\p{L}\p{N}_.(\[])`, 'u');
/** What is only shown or kept trains nothing. */
const SHOWN = /^\s*\.(?:item|detach|cpu|data|numpy|tolist)\b/;
const NEAR = 60;

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
