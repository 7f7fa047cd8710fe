/** Writes a data source into an objective file, beside what describes its objective, and leaves the rest as it is. */

import type { TextEdit } from '../changes/textEdit';
import { findEntry } from '../dialects/inline/entries';
import type { MapEntry, ValueNode } from '../values';
import { type BindingSyntax, entryText } from './sourceText';
import { insertion, lineBefore, lineBreakOf, lineEnd } from './textPlaces';

/** The keys of the objective of this name; of a file with a single one that of its root. */
export function objectiveNode(root: ValueNode | null, name: string): ValueNode | null {
  if (root?.kind !== 'map') return null;
  const list = findEntry(root.entries, 'objectives');
  if (!list) return root;
  if (list.value.kind !== 'map') return null;
  return list.value.entries.findLast(({ key }) => key === name)?.value ?? null;
}

export interface Written {
  readonly key: string;
  /** As the file's language writes it. */
  readonly value: string;
  readonly syntax: BindingSyntax;
}

/** Null where there is no place that can be told. */
export function objectiveEdit(text: string, node: ValueNode, written: Written): TextEdit | null {
  if (node.kind !== 'map') return null;
  const present = node.entries.findLast(({ key }) => key === written.key);
  if (present) return replaced(text, present, written);
  const naming = findEntry(node.entries, 'objective');
  return naming ? added(text, naming, text[node.span.start] === '{', written) : null;
}

function replaced(text: string, { keySpan, value }: MapEntry, written: Written): TextEdit {
  if (value.kind !== 'null') return { span: value.span, text: written.value };
  // A key without a value: its colon is what there is.
  const colon = text.indexOf(':', keySpan.end);
  const stop = lineEnd(text, keySpan.end);
  if (colon < 0 || colon >= stop || written.syntax !== 'yaml')
    return { span: value.span, text: written.value };
  const word = /^[ \t]*(?:null|Null|NULL|~)/.exec(text.slice(colon + 1, stop));
  return { span: { start: colon + 1, end: colon + 1 + (word?.[0].length ?? 0) }, text: ` ${written.value}` };
}

/** Behind the key that names the kind, which every objective has: it stands on one line. */
function added(text: string, naming: MapEntry, isInline: boolean, { key, value, syntax }: Written): TextEdit {
  const entry = entryText(key, value, syntax);
  const { end } = naming.value.span;
  const before = lineBefore(text, naming.keySpan.start);
  const lineBreak = lineBreakOf(text);
  if (syntax === 'json')
    return insertion(end, /^[ \t]*$/.test(before) ? `,${lineBreak}${before}${entry}` : `, ${entry}`);
  if (isInline) return insertion(end, `, ${entry}`);
  // In TOML the words before may be the table's: `head.objective = "supcon"`.
  return insertion(lineEnd(text, end), `${lineBreak}${before}${entry}`);
}
