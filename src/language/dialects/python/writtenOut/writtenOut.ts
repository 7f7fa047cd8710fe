/** Objectives that stand in the code that trains with them: each is told where its similarities meet the temperature. */
import type { CallNode, PythonCall, PythonFile, PythonFunction } from '../../../parsers/python/file';
import { isLossClassName, mayBeLoss } from '../candidates';
import { described, type Identified } from '../identify';
import { type LossClass, SOFTMAX } from '../lossClass';
import { classOfScope, classScopeAround } from '../program/names';
import type { Program } from '../program/program';
import { type Contrast, contrastIn } from './contrast';
import { attributeOfParameter } from './modelClass';
import { mayScale } from './scaling';
import { nodeOf } from './scalingNode';

export interface WrittenOut {
  readonly site: PythonCall;
  readonly identified: Identified;
}

export function writtenOut(program: Program): readonly WrittenOut[] {
  const { file } = program.modules.entry;
  if (!mayScale(file.text)) return [];
  const found = file.scopes.flatMap(({ definition }) => {
    const contrast = definition && contrastOf(definition, file);
    return contrast ? [{ definition, contrast, start: definition.span.start }] : [];
  });
  // A function inside of another is found in both.
  const innermost = found.filter(
    ({ definition: { span } }) => !found.some(({ definition: other }) => isAround(span, other.span)),
  );
  return innermost.flatMap(({ definition, contrast, start }) =>
    isToldElsewhere(definition, contrast, file) ? [] : [at(definition, contrast, start, file)],
  );
}

function contrastOf({ span }: PythonFunction, { text }: PythonFile): Contrast | null {
  const source = text.slice(span.start, span.end);
  return mayScale(source) ? contrastIn(source) : null;
}

const isAround = (span: PythonFunction['span'], other: PythonFunction['span']) =>
  span !== other && span.start <= other.start && other.end <= span.end;

/** A loss is told where it is called or built; so is a model that is given its temperature. */
function isToldElsewhere(definition: PythonFunction, { scaling }: Contrast, file: PythonFile): boolean {
  if (mayBeLoss(definition.name)) return true;
  const owner = ownerOf(definition, file);
  if (!owner) return false;
  if (isLossClassName(owner.name)) return true;
  // What builds itself, `cls(temperature=…)`, cannot be seen to be built elsewhere.
  const buildsItself = /\bcls\(/.test(file.text.slice(owner.span.start, owner.span.end));
  return !buildsItself && attributeOfParameter(owner, scaling.words, file) !== null;
}

function ownerOf({ scope }: PythonFunction, file: PythonFile) {
  const body = classScopeAround(scope, file);
  return body === null ? null : classOfScope(body, file);
}

/** As if the line had called a loss with this temperature. */
function at(definition: PythonFunction, contrast: Contrast, start: number, file: PythonFile): WrittenOut {
  const { scaling } = contrast;
  const span = lineAround(file.text, start + scaling.start);
  const value = nodeOf(scaling, start + scaling.start);
  const argument = { name: 'temperature', nameSpan: null, value, unpacks: 'none' } as const;
  const name = ownerOf(definition, file)?.name ?? definition.name;
  const call: CallNode = { kind: 'call', callee: [name], calleeSpan: span, arguments: [argument], span };
  return {
    site: { scope: definition.body, span, whole: true, target: () => null, call: () => call },
    identified: described(lossOf(name, contrast)),
  };
}

/** A loss without a signature of its own: what is known is what the code does. */
function lossOf(name: string, { kind, positives, scaling, what }: Contrast): LossClass {
  return {
    ...SOFTMAX,
    positives,
    name,
    kind,
    owner: 'This file',
    dialect: 'local',
    parameters: [{ name: 'temperature' }],
    takesAnyKeyword: true,
    takesAnyPosition: true,
    ...(kind === 'clip' ? { views: 1 } : {}),
    ...(scaling.inverse ? { inverse: true } : {}),
    ...(what ? { what } : {}),
  };
}

function lineAround(text: string, offset: number) {
  const first = text.lastIndexOf('\n', offset) + 1;
  const last = text.indexOf('\n', offset);
  const line = text.slice(first, last < 0 ? text.length : last);
  const code = line.replace(/\s*(?:#.*)?$/, '');
  const start = first + (line.length - line.trimStart().length);
  return { start, end: Math.max(first + code.length, offset + 1) };
}
