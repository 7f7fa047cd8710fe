/** The text edit that binds data to an objective: made at its place, read again, and refused where anything else would change. */
import { matchesGlob } from '../../data/binding';
import { pathBeside } from '../../data/dataFile';
import type { TextEdit } from '../changes/textEdit';
import { findEntry } from '../dialects/inline/entries';
import { parseJson } from '../parsers/jsonParser';
import type { ParsedText } from '../parsers/parsedText';
import { parseToml } from '../parsers/tomlParser';
import { parseYaml } from '../parsers/yamlParser';
import { PROJECT_FILE } from '../project';
import { readProjectFile } from '../projectFile';
import type { ValueNode } from '../values';
import type { BoundKey } from './dataNeed';
import { objectiveEdit, objectiveNode } from './objectiveText';
import { isSame, plainMap, plainValue } from './plainValue';
import { globOf, projectEdit } from './projectText';
import { type BindingSyntax, type BoundSource, entryText, sourceText, type WrittenBins } from './sourceText';
import { applied, lineNumber } from './textPlaces';

export type BindingEdit =
  | { readonly kind: 'edit'; readonly edit: TextEdit }
  /** Whole sentences: why nothing is written, and what to write by hand. */
  | { readonly kind: 'refused'; readonly because: string };

export interface BoundData {
  readonly key: BoundKey;
  /** Below the workspace root, with forward slashes. */
  readonly path: string;
  readonly isFolder: boolean;
  /** None for all that a row holds; several make one vector of each row. */
  readonly columns: readonly (string | number)[];
  readonly weight: string | number | null;
  readonly bins: WrittenBins | null;
  /** Only rows of which this column holds this value. */
  readonly where: { readonly column: string; readonly value: string } | null;
}

/** Into the objective file `document`, for its objective of this name. */
export function writeInObjectiveFile(
  text: string,
  document: string,
  name: string,
  data: BoundData,
): BindingEdit {
  const syntax = syntaxOf(document);
  const source = sourceOf(data, document);
  const value = sourceText(source, syntax);
  const parsed = PARSERS[syntax](text);
  const broken = syntaxProblem(parsed, text, document);
  if (broken) return refused(broken);
  const node = objectiveNode(parsed.root, name);
  const edit = node && objectiveEdit(text, node, { key: data.key, value, syntax });
  if (
    !edit ||
    !changesOnly(PARSERS[syntax](applied(text, edit)), parsed.root, { name, key: data.key, source })
  )
    return refused(
      `${document} is laid out in a way that leaves no place for the binding of ${name}. Write it there yourself: ${entryText(data.key, value, syntax)}`,
    );
  return { kind: 'edit', edit };
}

/** Into the project file, for the objectives in the file `document`. `text` is '' where there is no project file yet. */
export function writeInProjectFile(text: string, document: string, data: BoundData): BindingEdit {
  const source = sourceOf(data, PROJECT_FILE);
  const value = sourceText(source, 'yaml');
  const parsed = parseYaml(text, 'objective-file');
  const broken = syntaxProblem(parsed, text, PROJECT_FILE);
  if (broken) return refused(broken);
  const edit = projectEdit(text, parsed.root, { path: document, key: data.key, value });
  if (edit && bindsOnly(text, applied(text, edit), document, { key: data.key, source }))
    return { kind: 'edit', edit };
  return refused(
    `${PROJECT_FILE} is laid out in a way that leaves no place for this binding. Write it there yourself, as an entry of \`data\`: { objectives: ${JSON.stringify(globOf(document))}, ${data.key}: ${value} }`,
  );
}

const PARSERS: Readonly<Record<BindingSyntax, (text: string) => ParsedText>> = {
  yaml: (text) => parseYaml(text, 'objective-file'),
  json: parseJson,
  toml: parseToml,
};

function syntaxOf(path: string): BindingSyntax {
  const name = path.toLowerCase();
  if (name.endsWith('.json')) return 'json';
  return name.endsWith('.toml') ? 'toml' : 'yaml';
}

/** Names are relative to the file that holds them. */
function sourceOf(
  { path, isFolder, columns, weight, bins, where }: BoundData,
  document: string,
): BoundSource {
  const name = relativeName(path, document);
  if (isFolder) return { folder: name };
  return {
    file: name,
    ...(columns.length === 0 ? {} : columns.length === 1 ? { column: columns[0] } : { columns }),
    ...(weight === null ? {} : { weight }),
    ...(bins === null ? {} : { bins }),
    ...(where === null ? {} : { where: { [where.column]: where.value } }),
  };
}

function relativeName(path: string, document: string): string {
  const folders = document.split('/').slice(0, -1);
  const parts = path.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  const name = [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
  return pathBeside(document, name) === path ? name : `./${name}`;
}

function syntaxProblem({ problems }: ParsedText, text: string, document: string): string | null {
  if (problems.length === 0) return null;
  const [{ message, span }] = problems;
  return `${document} has a syntax error in line ${lineNumber(text, span.start)}, so nothing is written into it. ${message} Correct it, and bind the data again.`;
}

/** Whether the objective has the source now, and the file is what it was otherwise. */
function changesOnly(
  { root, problems }: ParsedText,
  before: ValueNode | null,
  { name, key, source }: { readonly name: string; readonly key: string; readonly source: BoundSource },
): boolean {
  const node = objectiveNode(root, name);
  if (problems.length > 0 || root === null || before === null || node?.kind !== 'map') return false;
  if (!isSame(plainMap(node.entries)[key], source)) return false;
  return isSame(without(root, name, key), without(before, name, key));
}

/** The whole file, with null for the key of the objective. */
function without(root: ValueNode, name: string, key: string): unknown {
  const node = objectiveNode(root, name);
  const left = node?.kind === 'map' ? { ...plainMap(node.entries), [key]: null } : null;
  return node === root ? left : [left, withoutObjective(plainValue(root), name)];
}

function withoutObjective(root: unknown, name: string): unknown {
  if (typeof root !== 'object' || root === null || !('objectives' in root)) return root;
  const { objectives } = root;
  return { ...root, objectives: { ...(typeof objectives === 'object' ? objectives : {}), [name]: null } };
}

/** Whether the file's objectives get the source now, and the project file says otherwise what it said, without new faults. */
function bindsOnly(
  before: string,
  after: string,
  document: string,
  { key, source }: { readonly key: BoundKey; readonly source: BoundSource },
): boolean {
  const [was, is] = [before, after].map((text) => readProjectFile(text));
  const [old, now] = [before, after].map((text) => parseYaml(text, 'objective-file'));
  if (now.problems.length > 0 || now.root?.kind !== 'map' || is.findings.length > was.findings.length)
    return false;
  const data = findEntry(now.root.entries, 'data')?.value;
  const items = data?.kind === 'list' ? data.items : [];
  const entry = items.map(plainValue).find((item) => matchesGlob(document, globIn(item)));
  if (!isSame((entry as Record<string, unknown> | undefined)?.[key], source)) return false;
  // For every other file the first entry that matches must be the one that it was.
  const others = (root: ValueNode | null) => {
    const { data: list, ...rest } = root?.kind === 'map' ? plainMap(root.entries) : {};
    const entries = Array.isArray(list) ? list.filter((item) => globIn(item) !== globOf(document)) : [];
    return [rest, entries];
  };
  return isSame(others(old.root), others(now.root));
}

function globIn(item: unknown): string {
  const glob = typeof item === 'object' && item !== null && 'objectives' in item ? item.objectives : null;
  return typeof glob === 'string' && glob !== '' ? glob : '\0';
}

const refused = (because: string): BindingEdit => ({ kind: 'refused', because });
