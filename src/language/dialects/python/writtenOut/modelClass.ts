/** Models that hold their contrastive loss themselves and are given its temperature: `MoCo(encoder, T=args.moco_t)`. */
import type { PythonCall, PythonClass, PythonFile } from '../../../parsers/python/file';
import { isLossClassName } from '../candidates';
import type { Identified } from '../identify';
import { constructorOf, type DefinedClass, ownSignature } from '../inRepository/ownSignature';
import { isDecoupledName } from '../inRepository/shape';
import { SOFTMAX } from '../lossClass';
import type { Program } from '../program/program';
import { type Contrast, contrastIn, isNumberedContrast, scaledSimilarityIn } from './contrast';
import { mayScale } from './scaling';

export interface BuiltModel {
  readonly site: PythonCall;
  readonly identified: Identified;
}

/** Names of methods whose models hold the loss; or an argument says that there is a temperature. */
const MODEL =
  /(?:MoCo|Moco|SimCLR|SimCSE|CLIP|Clip|GRACE|GraphCL|Contrast|CPC|Similarity)\w*(?<!Trainer|Dataset|DataModule|Loader|Transforms?|Augmentations?|Config|Callback)$/;
const GIVEN =
  /[(,]\s*(?:\w+\s*=\s*)?(?:[\w.]+\.)?(?:\w+_)?(?:temperature|temp|tau|T|[a-z]+_t|TEMPERATURE|TEMP|TAU)\s*[,)=]|["'](?:temperature|temp|tau)["']/;
const LONGEST_CALL = 1500;

export function builtModels(program: Program): readonly BuiltModel[] {
  const { entry } = program.modules;
  const { file } = entry;
  return file.calledNames
    .filter((name) => /^[A-Z]/.test(name) && !isLossClassName(name))
    .flatMap((name) => file.callsNamed(name))
    .flatMap((site) => {
      const words = file.text.slice(site.span.start, Math.min(site.span.end, site.span.start + LONGEST_CALL));
      const call = site.call();
      const name = call.callee.at(-1) ?? '';
      if ((!MODEL.test(name) && !GIVEN.test(words)) || isOnlyUsed(site, file)) return [];
      const callee = program.callee(call, { scope: site.scope, module: entry });
      const identified = callee.kind === 'class' ? modelClass(callee, site, program) : null;
      return identified ? [{ site, identified }] : [];
    });
}

const TRAINED = /optim|\.backward\(|\.step\(|\.fit\(|\.train\(|train_/i;

/** A trained model that is restored for use has no objective any more. */
function isOnlyUsed({ scope, span, target }: PythonCall, { scopes, text }: PythonFile): boolean {
  const name = target();
  const around = scopes[scope].kind === 'function' ? scopes[scope].span : { start: 0, end: text.length };
  const isRestored = new RegExp(`\\b${name}\\.(?:eval|load_state_dict|load_from_checkpoint)\\(`);
  return (
    name !== null &&
    isRestored.test(text.slice(span.end, around.end)) &&
    !TRAINED.test(text.slice(around.start, around.end))
  );
}

function modelClass(owner: DefinedClass, site: PythonCall, program: Program): Identified | null {
  const { definition, module } = owner;
  if (isLossClassName(definition.name)) return null;
  const held = heldBy(owner, program, 0) ?? scaledFor(owner, program);
  const contrast = held?.contrast;
  const attribute =
    held && attributeOfParameter(held.by.definition, held.contrast.scaling.words, held.by.module.file);
  const initializer = constructorOf(owner, program);
  if (!contrast || !attribute || !initializer) return null;
  const { kind, positives, scaling, what } = contrast;
  const loss = {
    ...SOFTMAX,
    ...ownSignature(initializer.definition, initializer.module, program, true),
    positives,
    name: definition.name,
    kind: kind === 'info-nce' && isDecoupledName(definition.name) ? 'decoupled' : kind,
    owner: module === program.modules.entry ? 'This file' : module.path,
    dialect: 'local',
    temperature: attribute,
    ...(kind === 'clip' ? { views: 1 } : {}),
    ...(scaling.inverse ? ({ inverse: true } as const) : {}),
    ...(what ? { what } : {}),
  };
  const call = { node: site.call(), scope: site.scope, module: program.modules.entry };
  return { loss, object: { ...owner, kind: 'instance', call }, attributes: [], definition: null, base: null };
}

interface Held {
  readonly contrast: Contrast;
  /** The class that computes it: the model's own, or one that it is derived from. */
  readonly by: DefinedClass;
}

const MOST_GENERATIONS = 3;

/** What one of its methods computes. */
function heldBy(owner: DefinedClass, program: Program, generation: number): Held | null {
  const { definition, module } = owner;
  const { file } = module;
  if (mayScale(textOf(definition, file)))
    for (const name of file.scopes[definition.body].names)
      for (const binding of file.scopes[definition.body].bindingsOf(name)) {
        const contrast = binding.kind === 'function' ? contrastIn(textOf(binding.definition, file)) : null;
        if (contrast) return { contrast, by: owner };
      }
  if (generation >= MOST_GENERATIONS) return null;
  for (const path of definition.bases().filter((base) => base.length > 0)) {
    const node = { kind: 'name', path, span: definition.span } as const;
    const base = program.meaning({ node, scope: definition.scope, module });
    const held =
      base.kind === 'class' && base.definition !== definition ? heldBy(base, program, generation + 1) : null;
    if (held) return held;
  }
  return null;
}

/** A scaled similarity, built in a file that takes the cross-entropy of it. */
function scaledFor(owner: DefinedClass, program: Program): Held | null {
  const scaling = scaledSimilarityIn(textOf(owner.definition, owner.module.file));
  const isContrast = scaling && isNumberedContrast(program.modules.entry.file.text);
  return isContrast ? { contrast: { kind: 'info-nce', positives: 'one-softmax', scaling }, by: owner } : null;
}

const textOf = ({ span }: Pick<PythonClass, 'span'>, { text }: PythonFile) =>
  text.slice(span.start, span.end);

/** The parameter of the constructor that `self.T` is set to, or null. */
export function attributeOfParameter(
  { body }: PythonClass,
  words: string,
  { scopes }: PythonFile,
): string | null {
  const [, name] = /^self\.(\w+)$/.exec(words) ?? [];
  if (name === undefined) return null;
  const initializer = scopes[body].bindingsOf('__init__').find(({ kind }) => kind === 'function');
  if (initializer?.kind !== 'function') return null;
  const given = initializer.definition.signature().parameters.map((parameter) => parameter.name);
  const [binding] = scopes[body].attributesOf(name);
  const value = binding?.kind === 'value' ? binding.value() : null;
  return value?.kind === 'name' && value.path.length === 1 && given.includes(value.path[0])
    ? value.path[0]
    : null;
}

/** Cheap: whether a text may build such a model. */
const NAMED = new RegExp(MODEL.source.replace('$', '\\('));
const ARGUMENT = /[(,]\s*(?:\w+\s*=\s*)?(?:\w+\.){0,3}(?:\w+_)?(?:temperature|temp|tau|T|[a-z]+_t)\s*[,)=]/g;

export function mayBuildModel(text: string): boolean {
  if (NAMED.test(text)) return true;
  for (const { index } of text.matchAll(ARGUMENT))
    if (/\b[A-Z]\w*\([^()]{0,400}$/.test(text.slice(Math.max(0, index - 420), index + 1))) return true;
  return false;
}
