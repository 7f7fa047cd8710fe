/** Losses that the workspace defines itself: their own signature and defaults win over any library's. */
import type { ObjectiveKind } from '../../../../objective/definition';
import type { PythonFunction } from '../../../parsers/python/file';
import { isLossClassName } from '../candidates';
import { KINDS_BY_NAME, libraryLoss, PACKAGES, scriptLoss } from '../dialects';
import { pairLossReader } from '../libraries/ntXent';
import { KERAS_EXAMPLE } from '../libraries/scripts';
import { SUPCON_LOSS } from '../libraries/supContrast';
import { type LossClass, SOFTMAX } from '../lossClass';
import type { ProgramModule } from '../program/meaning';
import type { Program } from '../program/program';
import { bareCode } from '../writtenOut/bareCode';
import { normalisesRows, withoutColumns } from './normalisation';
import {
  constructorOf,
  type DefinedClass,
  methodOf,
  type OwnSignature,
  ownSignature,
  temperatureAmong,
} from './ownSignature';
import { isDecoupledName, type LossShape, shapeOf } from './shape';
import { unfixedWeights } from './unfixedWeights';

export interface DefinedLoss {
  readonly loss: LossClass;
  /** Attributes of the object that may hold the temperature when no argument does. */
  readonly attributes: readonly string[];
}

/** A class by its own signature; null when it is no loss. `base` is what a class that it is derived from builds. */
export function definedLoss(
  owner: DefinedClass,
  program: Program,
  base: LossClass | null,
): DefinedLoss | null {
  const { definition, module } = owner;
  const source = module.file.text.slice(definition.span.start, definition.span.end);
  const like = publishedAs(definition.name, module) ?? copiedAs(definition.name, source) ?? base;
  // A trainer that is called like a method of training holds a loss and is none.
  const shape = like || isLossClassName(definition.name) ? shapeOf(source) : null;
  const what = like ? null : unfixedWeights(bareCode(source));
  const kind = what ? otherKind(definition.name, shape) : kindOf(definition.name, like, shape);
  if (!kind || (!base && !isLossBase(owner))) return null;
  const own = signatureOf(owner, program, like);
  const temperature = temperatureIn(own, like);
  const attributes = temperature === null ? attributesIn(source) : [];
  const known =
    temperature !== null || attributes.length > 0 || shape !== null || like !== null || what !== null;
  // A class that takes no temperature and holds none is a callback, or a dataset, that happens to have the name.
  if (!known && definition.bases().length > 0) return null;
  const reader = like?.readOwn ?? (kind === 'info-nce' ? pairLossReader(own) : null);
  const loss: LossClass = {
    ...(like ?? { ...SOFTMAX, positives: shape?.positives ?? 'one-softmax' }),
    ...own,
    ...(shape?.positives === 'summed-positives' ? { positives: shape.positives } : {}),
    ...labelsOf(owner, program),
    ...(reader ? { readOwn: normalisesRows(source) ? withoutColumns(reader) : reader } : {}),
    ...(what ? { what } : {}),
    name: definition.name,
    kind,
    owner: ownerOf(module, program),
    dialect: dialectOf(like, kind, temperature, own),
    temperature,
  };
  return { attributes, loss };
}

/** A class without a constructor takes what the one that it is derived from takes. */
function signatureOf(owner: DefinedClass, program: Program, like: LossClass | null): OwnSignature {
  const found = constructorOf(owner, program);
  if (found) return handedOn(ownSignature(found.definition, found.module, program, true), like);
  if (!like) return { parameters: [], takesAnyKeyword: true, takesAnyPosition: true };
  const { parameters, takesAnyKeyword, takesAnyPosition } = like;
  return { parameters, takesAnyKeyword, takesAnyPosition };
}

/** `**kwargs` of a class that is derived from a loss, or copies it, mostly go on to it. */
function handedOn(own: OwnSignature, like: LossClass | null): OwnSignature {
  if (!own.takesAnyKeyword || !like) return own;
  const names = own.parameters.map(({ name }) => name);
  const more = like.parameters.filter(({ name }) => !names.includes(name));
  return {
    ...own,
    parameters: [...own.parameters, ...more.map((one) => ({ ...one, keywordOnly: true as const }))],
  };
}

function temperatureIn({ parameters }: OwnSignature, like: LossClass | null): string | null {
  const names = parameters.map(({ name }) => name);
  return like?.temperature && names.includes(like.temperature) ? like.temperature : temperatureAmong(names);
}

/** A function that computes a loss. */
export function definedFunction(
  definition: PythonFunction,
  module: ProgramModule,
  program: Program,
  bound: boolean,
): LossClass | null {
  const { name, span } = definition;
  const like = publishedAs(name, module) ?? scriptLoss(name);
  const source = module.file.text.slice(span.start, span.end);
  const shape = shapeOf(source, 'function');
  const what = like || !shape ? null : unfixedWeights(bareCode(source));
  const kind = what ? 'other' : (like?.kind ?? shape?.kind);
  if (!kind) return null;
  const own = ownSignature(definition, module, program, bound);
  return {
    ...(like ?? { ...SOFTMAX, positives: shape?.positives ?? 'one-softmax' }),
    ...own,
    ...(what ? { what } : {}),
    name,
    kind,
    owner: ownerOf(module, program),
    dialect: like?.dialect ?? 'local',
    temperature: temperatureIn(own, like),
  };
}

/** The library's class, when the workspace is the library's own repository. */
function publishedAs(name: string, module: ProgramModule): LossClass | null {
  const parts = module.path.replace(/(?:\/__init__)?\.py$/, '').split('/');
  const root = parts.findLastIndex((part) => PACKAGES.has(part));
  return root < 0 ? null : libraryLoss([...parts.slice(root), name]);
}

/** A copy of a published script; Keras's example has a name that everybody gives. */
function copiedAs(name: string, source: string): LossClass | null {
  const script = scriptLoss(name);
  return script?.dialect === KERAS_EXAMPLE && !/keras|\btf\./.test(source) ? null : script;
}

/** Of a softmax whose weights only training tells. */
const otherKind = (name: string, shape: LossShape | null): 'other' | null =>
  shape || /contrast|clip|nce/i.test(name) ? 'other' : null;

function kindOf(name: string, like: LossClass | null, shape: LossShape | null): ObjectiveKind | null {
  const named = Object.hasOwn(KINDS_BY_NAME, name) ? KINDS_BY_NAME[name] : undefined;
  // Two towers whose pairs are found by their place in the batch.
  const towers = shape?.kind === 'info-nce' && /^clip/i.test(name) ? 'clip' : null;
  const decoupled = shape?.kind === 'info-nce' && isDecoupledName(name) ? 'decoupled' : null;
  return like?.kind ?? named ?? towers ?? decoupled ?? shape?.kind ?? null;
}

/** Copies of SupContrast's loss take the temperature first, whatever they are called; others are somebody's own. */
function dialectOf(
  like: LossClass | null,
  kind: ObjectiveKind,
  temperature: string | null,
  { parameters: [first] }: OwnSignature,
): string {
  if (like && like.dialect !== SUPCON_LOSS.dialect) return like.dialect;
  return kind === 'supcon' && temperature !== null && temperature === first?.name
    ? SUPCON_LOSS.dialect
    : 'local';
}

const ownerOf = (module: ProgramModule, program: Program) =>
  module === program.modules.entry ? 'This file' : module.path;

/** Where the loss takes its labels when it is called, if it can do without them. */
function labelsOf(owner: DefinedClass, program: Program): Pick<LossClass, 'labels'> {
  const forward = methodOf(owner, ['forward', 'call', '__call__'], program);
  const parameters = forward?.signature().parameters.slice(1) ?? [];
  const position = parameters.findIndex(({ name }) => /^(?:labels?|targets?|y|y_true)$/.test(name));
  const optional = parameters[position]?.otherwise?.kind === 'null';
  return optional ? { labels: { position, name: parameters[position].name } } : {};
}

/** Attributes that the class sets and divides by. */
function attributesIn(source: string): readonly string[] {
  const names = [...source.matchAll(/self\.(\w+)\s*(?::[^=\n]+)?=(?!=)/g)].map(([, name]) => name);
  const temperature = temperatureAmong(names);
  const scale = names.includes('logit_scale') ? ['logit_scale'] : [];
  return temperature === null ? scale : [temperature];
}

/** Modules and losses are losses, and whatever a library calls so; a callback that happens to have the name is none. */
function isLossBase({ definition, module }: DefinedClass): boolean {
  const bases = definition.bases();
  const isModule = (base: readonly string[]) =>
    /Module|Loss|Layer|^object$|NCE|Xent|SupCon|Function/.test(base.at(-1) ?? '');
  return bases.length === 0 || bases.some(isModule) || publishedAs(definition.name, module) !== null;
}
