/** Losses that the workspace defines itself: their own signature and defaults win over any library's. */
import type { ObjectiveKind } from '../../../../objective/definition';
import type { PythonFunction } from '../../../parsers/python/file';
import { isLossClassName } from '../candidates';
import { KINDS_BY_NAME, libraryLoss, PACKAGES, scriptLoss } from '../dialects';
import { type LossClass, SOFTMAX } from '../lossClass';
import type { Meaning, ProgramModule } from '../program/meaning';
import type { Program } from '../program/program';
import { constructorOf, type DefinedClass, methodOf, ownSignature, temperatureAmong } from './ownSignature';
import { type LossShape, shapeOf } from './shape';

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
  const { name } = definition;
  const published = publishedAs(name, module) ?? scriptLoss(name);
  const source = module.file.text.slice(definition.span.start, definition.span.end);
  // A trainer that is called like a method of training holds a loss and is none.
  const shape = published || base || isLossClassName(name) ? shapeOf(source) : null;
  const kind = kindOf(name, published ?? base, shape);
  if (!kind || (!publishedAs(name, module) && !isLossBase(definition.bases()))) return null;
  const initializer = constructorOf(owner, program);
  const own = initializer
    ? ownSignature(initializer.definition, initializer.module, program, true)
    : { parameters: base?.parameters ?? [], takesAnyKeyword: true, takesAnyPosition: true };
  const names = own.parameters.map((parameter) => parameter.name);
  const like = published ?? base;
  const temperature =
    like?.temperature && names.includes(like.temperature) ? like.temperature : temperatureAmong(names);
  const attributes = temperature === null ? attributesIn(source) : [];
  const known = temperature !== null || attributes.length > 0 || shape !== null || like !== null;
  // A class that takes no temperature and holds none is a callback, or a dataset, that happens to have the name.
  if (!known && definition.bases().length > 0) return null;
  const loss = own.parameters.length === 0 && own.takesAnyKeyword && like ? like : null;
  return {
    attributes,
    loss: {
      ...(like ?? { ...SOFTMAX, positives: shape?.positives ?? 'one-softmax' }),
      ...own,
      ...(loss
        ? {
            parameters: loss.parameters,
            takesAnyKeyword: loss.takesAnyKeyword,
            takesAnyPosition: loss.takesAnyPosition,
          }
        : {}),
      ...(shape?.positives === 'summed-positives' ? { positives: shape.positives } : {}),
      ...labelsOf(owner, program),
      name,
      kind,
      owner: ownerOf(module, program),
      dialect: dialectOf(published, base, kind, temperature, names),
      temperature,
    },
  };
}

/** A function that computes a loss. */
export function definedFunction(
  definition: PythonFunction,
  module: ProgramModule,
  program: Program,
  bound: boolean,
): LossClass | null {
  const { name } = definition;
  const published = publishedAs(name, module) ?? scriptLoss(name);
  const shape = shapeOf(module.file.text.slice(definition.span.start, definition.span.end), 'function');
  const kind = published?.kind ?? shape?.kind;
  if (!kind) return null;
  const own = ownSignature(definition, module, program, bound);
  const names = own.parameters.map((parameter) => parameter.name);
  const temperature =
    published?.temperature && names.includes(published.temperature)
      ? published.temperature
      : temperatureAmong(names);
  return {
    ...(published ?? { ...SOFTMAX, positives: shape?.positives ?? 'one-softmax' }),
    ...own,
    name,
    kind,
    owner: ownerOf(module, program),
    dialect: published?.dialect ?? 'local',
    temperature,
  };
}

/** The library's class, when the workspace is the library's own repository. */
function publishedAs(name: string, module: ProgramModule): LossClass | null {
  const parts = module.path.replace(/(?:\/__init__)?\.py$/, '').split('/');
  const root = parts.findLastIndex((part) => PACKAGES.has(part));
  return root < 0 ? null : libraryLoss([...parts.slice(root), name]);
}

function kindOf(name: string, like: LossClass | null, shape: LossShape | null): ObjectiveKind | null {
  return (
    like?.kind ??
    (Object.hasOwn(KINDS_BY_NAME, name) ? KINDS_BY_NAME[name] : undefined) ??
    shape?.kind ??
    null
  );
}

function dialectOf(
  published: LossClass | null,
  base: LossClass | null,
  kind: ObjectiveKind,
  temperature: string | null,
  names: readonly string[],
): string {
  const like = published ?? base;
  // Copies of SupContrast's loss take the temperature first, whatever they are called; others are somebody's own.
  const copied = kind === 'supcon' && temperature !== null && temperature === names[0];
  if (like && like.dialect !== 'supcontrast') return like.dialect;
  return copied ? 'supcontrast' : 'local';
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

/** Modules and losses are losses; a callback or a dataset that happens to have the name is none. */
function isLossBase(bases: readonly (readonly string[])[]): boolean {
  return (
    bases.length === 0 ||
    bases.some((base) => /Module|Loss|Layer|^object$|NCE|Xent|SupCon|Function/.test(base.at(-1) ?? ''))
  );
}

export type FunctionMeaning = Extract<Meaning, { kind: 'function' }>;
