/** Reads what a function or class says about itself before its body: parameters, bases. */
import type { Node } from 'web-tree-sitter';
import { dottedPath, toValueNode } from './expressions';
import type { PythonParameter, PythonSignature } from './file';
import { namedParts } from './literals';
import type { SourceText } from './sourceText';

export const NO_PARAMETERS: PythonSignature = {
  parameters: [],
  takesAnyKeyword: false,
  takesAnyPosition: false,
  names: [],
};

const HEAD = 'def f';

/** `start` and `end` are those of the list with its brackets; of a lambda, without any. */
export function readSignature(source: SourceText, start: number, end: number): PythonSignature {
  const list = source.text.slice(start, end);
  const bracketed = list.startsWith('(');
  const text = bracketed ? `${HEAD}${list}: pass` : `${HEAD}(${list}): pass`;
  const shift = start - HEAD.length - (bracketed ? 0 : 1);
  return source.piece(text, (root) => {
    const definition = root.namedChildren.find((child) => child?.type === 'function_definition');
    const parameters = definition?.childForFieldName('parameters');
    return parameters ? readList(parameters, shift) : NO_PARAMETERS;
  });
}

/** The classes that a class is derived from; `start` and `end` are those of the list with its brackets. */
export function readBases(source: SourceText, start: number, end: number): readonly (readonly string[])[] {
  return source.piece(`class C${source.text.slice(start, end)}: pass`, (root) => {
    const definition = root.namedChildren.find((child) => child?.type === 'class_definition');
    const bases = definition?.childForFieldName('superclasses');
    return bases ? namedParts(bases).flatMap((base) => [dottedPath(base) ?? []]) : [];
  });
}

function readList(list: Node, shift: number): PythonSignature {
  const parameters: PythonParameter[] = [];
  const names: string[] = [];
  let takesAnyKeyword = false;
  let takesAnyPosition = false;
  let keywordOnly = false;
  for (const node of namedParts(list)) {
    const inner = node.type === 'typed_parameter' ? (namedParts(node)[0] ?? node) : node;
    const splat = inner.type === 'list_splat_pattern' || inner.type === 'dictionary_splat_pattern';
    if (inner.type === 'list_splat_pattern' || node.type === 'keyword_separator') keywordOnly = true;
    const name = (splat ? namedParts(inner)[0] : (node.childForFieldName('name') ?? inner))?.text;
    if (!name || /separator$/.test(node.type)) continue;
    names.push(name);
    if (inner.type === 'dictionary_splat_pattern') takesAnyKeyword = true;
    if (inner.type === 'list_splat_pattern') takesAnyPosition = true;
    if (splat) continue;
    const otherwise = node.childForFieldName('value');
    parameters.push({
      name,
      otherwise: otherwise ? toValueNode(otherwise, shift) : null,
      annotation: node.childForFieldName('type')?.text ?? null,
      keywordOnly,
    });
  }
  return { parameters, takesAnyKeyword, takesAnyPosition, names };
}
