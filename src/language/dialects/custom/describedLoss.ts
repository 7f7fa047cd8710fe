/** Finds out whether the author has said what a class or function of theirs is like: in the project file, or in a comment. */
import { constructorOf, type OwnSignature, ownSignature } from '../python/inRepository/ownSignature';
import type { LossClass } from '../python/lossClass';
import type { Meaning } from '../python/program/meaning';
import type { Program } from '../python/program/program';
import { commentAbove } from './commentedLosses';
import type { CustomLoss, LossDescription } from './customLoss';
import { customLossClass } from './customLossClass';

/** `written` are the names by which the text calls it. Null when nobody has described it. */
export function describedLoss(
  callee: Meaning,
  written: readonly string[],
  program: Program,
  dialects: readonly CustomLoss[],
): LossClass | null {
  const path = pathOf(callee, written);
  const name = path.at(-1);
  if (name === undefined) return null;
  const description = commentOf(callee) ?? dialects.find((custom) => isSame(custom.path, path)) ?? null;
  return description && customLossClass(name, description, signatureOf(callee, written, program));
}

/** A class by what a comment at the call says, whatever the class itself is. */
export function lossAtCall(
  description: LossDescription,
  callee: Meaning,
  written: readonly string[],
  program: Program,
): LossClass {
  const name = pathOf(callee, written).at(-1) ?? written.at(-1) ?? 'loss';
  return customLossClass(name, description, signatureOf(callee, written, program));
}

/** The full path of what is called, as far as it is known. */
function pathOf(callee: Meaning, written: readonly string[]): readonly string[] {
  switch (callee.kind) {
    case 'class':
    case 'function':
      return [...modulePath(callee.module.path), callee.definition.name];
    case 'library':
    case 'unbound':
      return callee.path;
    default:
      return written;
  }
}

const modulePath = (path: string) => path.replace(/(?:\/__init__)?\.py$/, '').split('/');

/**
 * A class may be imported from where it is defined, or from a package that hands it on, and the workspace may hold the
 * package in a folder of its own: the shorter path must lie within the longer one.
 */
function isSame(described: readonly string[], found: readonly string[]): boolean {
  const bare = found.map((part) => part.replace(/^\.+/, '')).filter((part) => part !== '');
  const [short, long] = described.length <= bare.length ? [described, bare] : [bare, described];
  if (short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const part of long) if (part === short[at]) at++;
  return at === short.length;
}

function commentOf(callee: Meaning): LossDescription | null {
  if (callee.kind !== 'class' && callee.kind !== 'function') return null;
  return commentAbove(callee.module.file.text, callee.definition.span.start);
}

function signatureOf(callee: Meaning, written: readonly string[], program: Program): OwnSignature | null {
  if (callee.kind === 'class') {
    const initializer = constructorOf(callee, program);
    return initializer && ownSignature(initializer.definition, initializer.module, program, true);
  }
  if (callee.kind !== 'function') return null;
  const isMethod = callee.module.file.scopes[callee.definition.scope].kind === 'class';
  return ownSignature(callee.definition, callee.module, program, isMethod && written.length > 1);
}
