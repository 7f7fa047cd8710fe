/** Which names each kind of Python statement binds. */
import type { Node } from 'web-tree-sitter';
import { readClass, readParameters } from './pythonClasses';
import { dottedPath, namedParts } from './pythonExpressions';
import type { ScopeTable } from './pythonScopes';

type Binder = (node: Node, table: ScopeTable) => void;

/** By node type. */
export const BINDERS: Readonly<Record<string, Binder | undefined>> = {
  assignment: bindAssignment,
  augmented_assignment: unknownField('left'),
  named_expression: (node, table) => bindFields(node, 'name', 'value', table),
  for_statement: unknownField('left'),
  for_in_clause: unknownField('left'),
  as_pattern_target: unknownParts,
  case_pattern: unknownParts,
  delete_statement: unknownParts,
  global_statement: (node, table) => {
    for (const name of namedParts(node)) table.declareGlobal(name.text);
  },
  nonlocal_statement: (node, table) => {
    const around = table.scopes[table.current].parent ?? 0;
    for (const name of namedParts(node)) table.bind(name.text, name.startIndex, { kind: 'other' }, around);
  },
  import_statement: bindImport,
  import_from_statement: bindFromImport,
  function_definition: unknownField('name'),
  parameters: bindParameters,
  lambda_parameters: bindParameters,
  class_definition: (node, table) => {
    const definition = readClass(node, table.current);
    if (definition) table.bind(definition.name, node.startIndex, { kind: 'class', definition });
  },
};

/** The name of what an assignment assigns to: `criterion` of `self.criterion = …`; null for several at once. */
export function targetName(assignment: Node): string | null {
  const left = assignment.childForFieldName('left');
  const path = left && dottedPath(left);
  return path?.[path.length - 1] ?? null;
}

function bindFields(node: Node, left: string, right: string, table: ScopeTable): void {
  const target = node.childForFieldName(left);
  if (target) table.bindPattern(target, node.childForFieldName(right));
}

function unknownField(field: string): Binder {
  return (node, table) => {
    const target = node.childForFieldName(field);
    if (target) table.bindPattern(target, null);
  };
}

function unknownParts(node: Node, table: ScopeTable): void {
  for (const part of namedParts(node)) if (part.type !== 'attribute') table.bindPattern(part, null);
}

/** Of `a = b = 1` both get the last value; a bare annotation `a: float` gives none. */
function bindAssignment(node: Node, table: ScopeTable): void {
  const left = node.childForFieldName('left');
  let right = node.childForFieldName('right');
  while (right?.type === 'assignment') right = right.childForFieldName('right');
  if (left && right) table.bindPattern(left, right);
}

/** `import a.b` binds a; `import a.b as c` binds c to a.b. */
function bindImport(node: Node, table: ScopeTable): void {
  for (const part of namedParts(node)) {
    const [path, name] = importedName(part);
    const bound = part.type === 'aliased_import' ? path : path.slice(0, 1);
    table.bind(name ?? path[0], part.startIndex, { kind: 'import', path: bound });
  }
}

function bindFromImport(node: Node, table: ScopeTable): void {
  const moduleNode = node.childForFieldName('module_name');
  if (!moduleNode) return;
  // The dots of a relative import stay with its first part: `.losses` is no package named losses.
  const from = moduleNode.text.replace(/\s/g, '').split(/(?<=[^.])\./);
  for (const part of namedParts(node)) {
    if (part.type === 'wildcard_import') table.starImports.push(from);
    if (part.id === moduleNode.id || !/^(dotted_name|aliased_import)$/.test(part.type)) continue;
    const [path, name] = importedName(part);
    table.bind(name ?? path[0], part.startIndex, { kind: 'import', path: [...from, ...path] });
  }
}

/** The parts of an imported name, and what `as` calls it. */
function importedName(node: Node): [readonly string[], string | null] {
  if (node.type !== 'aliased_import') return [node.text.split('.'), null];
  const name = node.childForFieldName('name')?.text ?? '';
  return [name.split('.'), node.childForFieldName('alias')?.text ?? null];
}

/** The function's scope is open: parameters are names that only a caller knows. */
function bindParameters(node: Node, table: ScopeTable): void {
  for (const name of readParameters(node).names) table.bind(name, node.startIndex, { kind: 'other' });
}
