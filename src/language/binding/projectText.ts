/** Writes a binding for one file into the project file, in front of nothing that it would hide, and keeps the rest. */
import { matchesGlob } from '../../data/binding';
import type { TextEdit } from '../changes/textEdit';
import { findEntry } from '../dialects/inline/entries';
import type { MapEntry, ValueNode } from '../values';
import { plainValue } from './plainValue';
import { yamlScalar } from './sourceText';
import { insertion, lineBefore, lineBreakOf, lineEnd } from './textPlaces';

export interface ProjectBinding {
  /** Path of the file with the objectives, below the workspace root. */
  readonly path: string;
  readonly key: string;
  /** As YAML writes it. */
  readonly value: string;
}

/** A glob that only this path matches. */
export const globOf = (path: string): string => path.replace(/[\\*?[\]{}()!+@|^$]/g, '\\$&');

/** Null where there is no place that can be told; `root` is what the text holds. */
export function projectEdit(text: string, root: ValueNode | null, binding: ProjectBinding): TextEdit | null {
  if (root !== null && root.kind !== 'map') return null;
  const lineBreak = lineBreakOf(text);
  const data = root && findEntry(root.entries, 'data');
  if (!data) {
    const gap = text === '' || text.endsWith('\n') ? '' : lineBreak;
    return insertion(
      text.length,
      `${gap}data:${lineBreak}${blockItem(binding, [], '  ', lineBreak)}${lineBreak}`,
    );
  }
  if (data.value.kind === 'null')
    return insertion(lineEnd(text, data.keySpan.end), lineBreak + blockItem(binding, [], '  ', lineBreak));
  if (data.value.kind !== 'list') return null;
  const { items, span } = data.value;
  const deciding = items.find((item) => isFor(item, binding.path));
  if (deciding?.kind === 'map' && ownGlob(deciding) === globOf(binding.path))
    return inEntry(text, deciding, binding);
  if (text[span.start] === '[')
    return insertion(span.start + 1, inlineItem(text, deciding, binding, items.length > 0));
  return besideItems(text, items, deciding, binding);
}

/** The entry that decides about a path is the first whose glob matches. */
function isFor(item: ValueNode, path: string): boolean {
  const glob = ownGlob(item);
  return glob !== null && matchesGlob(path, glob);
}

function ownGlob(item: ValueNode): string | null {
  const entry = item.kind === 'map' ? findEntry(item.entries, 'objectives') : undefined;
  return entry?.value.kind === 'string' ? entry.value.value : null;
}

function inEntry(
  text: string,
  entry: Extract<ValueNode, { kind: 'map' }>,
  { key, value }: ProjectBinding,
): TextEdit | null {
  const present = findEntry(entry.entries, key);
  if (present && present.value.kind !== 'null') return { span: present.value.span, text: value };
  const glob = findEntry(entry.entries, 'objectives');
  if (present || !glob) return null;
  if (text[entry.span.start] === '{') return insertion(glob.value.span.end, `, ${key}: ${value}`);
  const indent = lineBefore(text, glob.keySpan.start).replace(/[^\t]/g, ' ');
  return insertion(lineEnd(text, glob.value.span.end), `${lineBreakOf(text)}${indent}${key}: ${value}`);
}

/** In front of the entry that decided so far; where none did, at the end. */
function besideItems(
  text: string,
  items: readonly ValueNode[],
  deciding: ValueNode | undefined,
  binding: ProjectBinding,
): TextEdit | null {
  const beside = deciding ?? items.at(-1);
  if (!beside) return null;
  const lineBreak = lineBreakOf(text);
  const dash = /-[ \t]+$/.exec(text.slice(0, beside.span.start));
  if (!dash) return null;
  const indent = lineBefore(text, dash.index);
  const item = blockItem(binding, keptEntries(text, deciding, binding), indent, lineBreak);
  if (deciding) return insertion(dash.index - indent.length, item + lineBreak);
  const end = text.slice(0, beside.span.end).trimEnd().length;
  return insertion(lineEnd(text, end), lineBreak + item);
}

function blockItem(
  { path, key, value }: ProjectBinding,
  kept: readonly string[],
  indent: string,
  lineBreak: string,
): string {
  const lines = [`objectives: ${yamlScalar(globOf(path))}`, `${key}: ${value}`, ...kept];
  return lines.map((line, k) => `${indent}${k === 0 ? '- ' : '  '}${line}`).join(lineBreak);
}

function inlineItem(
  text: string,
  deciding: ValueNode | undefined,
  binding: ProjectBinding,
  hasMore: boolean,
): string {
  const { path, key, value } = binding;
  const entries = [
    `objectives: ${yamlScalar(globOf(path))}`,
    `${key}: ${value}`,
    ...keptEntries(text, deciding, binding),
  ];
  return `{ ${entries.join(', ')} }${hasMore ? ', ' : ''}`;
}

/** What the entry that decided so far says beside the key holds on for the file. */
function keptEntries(text: string, deciding: ValueNode | undefined, { key }: ProjectBinding): string[] {
  if (deciding?.kind !== 'map') return [];
  return deciding.entries
    .filter((entry) => entry.key !== key && entry.key !== 'objectives')
    .map((entry) => `${entry.key}: ${onOneLine(text, entry)}`);
}

function onOneLine(text: string, { value }: MapEntry): string {
  const written = text.slice(value.span.start, value.span.end);
  return /[\r\n#]/.test(written) || written === '' ? JSON.stringify(plainValue(value)) : written;
}
