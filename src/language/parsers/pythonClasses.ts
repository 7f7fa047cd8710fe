/** Reads the signature of a class that a file defines itself. */
import type { Node } from 'web-tree-sitter';
import { dottedPath, namedParts, toValueNode } from './pythonExpressions';
import type { PythonClass, PythonParameter } from './pythonFile';

/** Null for a class without a name, which a syntax error can leave behind. */
export function readClass(node: Node, scope: number): PythonClass | null {
  const name = node.childForFieldName('name')?.text;
  if (!name) return null;
  const bases = node.childForFieldName('superclasses');
  const initializer = findConstructor(node.childForFieldName('body'));
  const signature = initializer && readParameters(initializer);
  return {
    name,
    bases: bases ? namedParts(bases).flatMap((base) => [dottedPath(base) ?? []]) : [],
    parameters: signature ? signature.parameters.slice(1) : null,
    takesAnyKeyword: signature?.takesAnyKeyword ?? false,
    takesAnyPosition: signature?.takesAnyPosition ?? false,
    scope,
  };
}

/** The parameter list of `__init__`, decorated or not. */
function findConstructor(body: Node | null): Node | null {
  for (const statement of body ? namedParts(body) : []) {
    const definition =
      statement.type === 'decorated_definition' ? statement.childForFieldName('definition') : statement;
    if (definition?.type !== 'function_definition') continue;
    if (definition.childForFieldName('name')?.text === '__init__')
      return definition.childForFieldName('parameters');
  }
  return null;
}

interface Signature {
  /** Without `*args` and `**kwargs`. */
  readonly parameters: readonly PythonParameter[];
  readonly takesAnyKeyword: boolean;
  readonly takesAnyPosition: boolean;
  /** Every name that the list binds. */
  readonly names: readonly string[];
}

export function readParameters(list: Node): Signature {
  const parameters: PythonParameter[] = [];
  const names: string[] = [];
  let takesAnyKeyword = false;
  let takesAnyPosition = false;
  for (const node of namedParts(list)) {
    const inner = node.type === 'typed_parameter' ? (namedParts(node)[0] ?? node) : node;
    const splat = inner.type === 'list_splat_pattern' || inner.type === 'dictionary_splat_pattern';
    const name = (splat ? namedParts(inner)[0] : (node.childForFieldName('name') ?? inner))?.text;
    if (!name || /separator$/.test(node.type)) continue;
    names.push(name);
    if (inner.type === 'dictionary_splat_pattern') takesAnyKeyword = true;
    if (inner.type === 'list_splat_pattern') takesAnyPosition = true;
    if (splat) continue;
    const otherwise = node.childForFieldName('value');
    parameters.push({ name, otherwise: otherwise ? toValueNode(otherwise) : null });
  }
  return { parameters, takesAnyKeyword, takesAnyPosition, names };
}
