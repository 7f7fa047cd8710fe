/** Finds the loss that a call builds: by its import and its definition where they can be followed, else by its name. */
import type { CallNode } from '../../parsers/python/file';
import type { CustomLoss } from '../custom/customLoss';
import { describedLoss } from '../custom/describedLoss';
import { libraryLoss, PACKAGES, scriptLoss } from './dialects';
import { definedFunction, definedLoss } from './inRepository/definedLoss';
import { constructorOf, type DefinedClass } from './inRepository/ownSignature';
import { isSwitchedOff } from './inRepository/switchedOff';
import { unreadLoss } from './inRepository/unreadLoss';
import type { LossClass } from './lossClass';
import type { Located, Meaning } from './program/meaning';
import type { Program } from './program/program';

export interface Identified {
  readonly loss: LossClass;
  /** Of an object of a class of the workspace, what it is, and the attributes that may hold the temperature. */
  readonly object: Extract<Meaning, { kind: 'instance' }> | null;
  readonly attributes: readonly string[];
  /** The function of the workspace that computes it. */
  readonly definition: Extract<Meaning, { kind: 'function' }> | null;
  /** The library's loss that a class of the workspace is derived from, and its own constructor. */
  readonly base: LossClass | null;
}

type Place = Omit<Located, 'node'>;

/** A loss of which nothing is known but its description. */
export const described = (loss: LossClass): Identified => ({
  loss,
  object: null,
  attributes: [],
  definition: null,
  base: null,
});

const plain = (loss: LossClass | null): Identified | null => loss && described(loss);

/** Null when the call builds no objective. What the author says of a class (`dialects`, or a comment) goes before all else. */
export function identify(
  call: CallNode,
  place: Place,
  program: Program,
  dialects: readonly CustomLoss[] = [],
): Identified | null {
  return identifyCallee(program.callee(call, place), call, place, program, dialects);
}

/** The same, of a call whose callee is known. */
export function identifyCallee(
  callee: Meaning,
  call: CallNode,
  place: Place,
  program: Program,
  dialects: readonly CustomLoss[] = [],
): Identified | null {
  const own = describedLoss(callee, call.callee, program, dialects);
  if (own) return described(own);
  const written = call.callee.length > 0 ? call.callee : null;
  switch (callee.kind) {
    case 'class':
      return identifyClass(callee, { ...place, node: call }, program);
    case 'function': {
      const bound =
        call.callee.length > 1 && callee.module.file.scopes[callee.definition.scope].kind === 'class';
      const loss = definedFunction(callee.definition, callee.module, program, bound);
      return loss && { loss, object: null, attributes: [], definition: callee, base: null };
    }
    case 'library':
      // What a library does not have builds nothing, whatever it is called.
      return plain(
        PACKAGES.has(callee.path[0])
          ? libraryLoss(callee.path)
          : unreadLoss(callee.path, call, place, program),
      );
    case 'unbound':
      return plain(starred(callee) ?? unreadLoss(callee.path, call, place, program));
    case 'unknown':
      return written && plain(unreadLoss(written, call, place, program));
    default:
      return null;
  }
}

function identifyClass(owner: DefinedClass, call: Located, program: Program): Identified | null {
  const base = baseLoss(owner, program, 0);
  const defined = definedLoss(owner, program, base);
  if (!defined) return null;
  const object = { ...owner, kind: 'instance', call } as const;
  const own = constructorOf(owner, program);
  if (own && isSwitchedOff(own.definition, call, program)) return null;
  return { ...defined, object, definition: null, base: own ? base : null };
}

const MOST_GENERATIONS = 4;

/** The library's loss among the classes that a class is derived from. */
function baseLoss(
  { definition, module }: DefinedClass,
  program: Program,
  generation: number,
): LossClass | null {
  if (generation > MOST_GENERATIONS) return null;
  for (const path of definition.bases()) {
    if (path.length === 0) continue;
    const node = { kind: 'name', path, span: definition.span } as const;
    const meaning = program.meaning({ node, scope: definition.scope, module });
    if (meaning.kind === 'library' || meaning.kind === 'unbound') {
      const loss = baseNamed(meaning.path);
      if (loss) return loss;
    }
    if (meaning.kind !== 'class' || meaning.definition === definition) continue;
    const loss =
      baseLoss(meaning, program, generation + 1) ?? definedLoss(meaning, program, null)?.loss ?? null;
    if (loss) return loss;
  }
  return null;
}

/** Of a module that cannot be read the published script's class counts. */
const baseNamed = (path: readonly string[]) =>
  PACKAGES.has(path[0]) ? libraryLoss(path) : scriptLoss(path[path.length - 1]);

/** A bare name that nothing binds may come out of `from pytorch_metric_learning.losses import *`. */
function starred({ path, stars }: Extract<Meaning, { kind: 'unbound' }>): LossClass | null {
  for (const module of stars) {
    const found = libraryLoss([...module, ...path]);
    if (found) return found;
  }
  return null;
}
