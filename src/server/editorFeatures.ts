/** Hover and code lens: both answer from the last analysis, so that pointing and scrolling never wait for mathematics. */
import type { CodeLens, Hover, MarkupContent, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses } from '../language/features/codeLens';
import { hoverAt } from '../language/features/hover';
import { keyHoverAt } from '../language/features/keyHover';
import type { Links } from '../language/features/links';
import { BIND_DATA_COMMAND } from '../protocol/dataMessages';
import { SHOW_GEOMETRY_COMMAND } from '../protocol/serverMessages';
import type { AnalyzedDocument } from './analysisQueue';
import { isIn, offsetOf, rangeOf } from './ranges';

/** `documentUri` is the editor's document that asks: a notebook has one for each cell. */
export function lensesOf(
  { analysis, snapshot }: AnalyzedDocument,
  documentUri: string,
  canShowGeometry: boolean,
): CodeLens[] {
  const lenses = codeLenses(analysis, canShowGeometry).filter(({ span }) =>
    isIn(documentUri, span.start, snapshot),
  );
  return lenses.map(({ title, span, objectiveId }) => ({
    range: rangeOf(span, snapshot),
    // An empty command is how a lens that only says something is written.
    command: canShowGeometry
      ? { title, command: SHOW_GEOMETRY_COMMAND, arguments: [objectiveId] }
      : { title, command: '' },
  }));
}

interface MarkdownHover extends Hover {
  readonly contents: MarkupContent;
}

export function hoverOf(
  { analysis, snapshot }: AnalyzedDocument,
  { documentUri, position }: { readonly documentUri: string; readonly position: Position },
  links: Links,
): MarkdownHover | null {
  const offset = offsetOf(position, documentUri, snapshot);
  const hover = offset === null ? null : hoverAt(analysis, offset, links);
  return (
    hover && {
      contents: { kind: 'markdown', value: hover.markdown },
      range: rangeOf(hover.span, snapshot),
    }
  );
}

/**
 * A key's meaning above the verdict of the objective that it belongs to; at the key that names the kind, which is where
 * an objective is pointed at, the verdict comes first.
 */
export function joinedHover(
  key: MarkdownHover | null,
  verdict: MarkdownHover | null,
  snapshot: TextDocument | null,
): MarkdownHover | null {
  if (!key || !verdict) return key ?? verdict;
  const named = key.range && snapshot?.getText(key.range).replace(/^["']|["']$/g, '');
  const parts = named === 'objective' ? [verdict, key] : [key, verdict];
  const value = parts.map(({ contents }) => contents.value).join('\n\n---\n\n');
  return { ...parts[0], contents: { kind: 'markdown', value } };
}

/** What a key of a file of ours means, read from the text as it stands; null where the editor says it by a schema. */
export function keyHoverOf(
  snapshot: TextDocument | null,
  position: Position,
  path: string,
  schemaEndings: readonly string[],
): MarkdownHover | null {
  if (!snapshot || schemaEndings.some((ending) => path.endsWith(`.${ending}`))) return null;
  const hover = keyHoverAt(path, snapshot.getText(), snapshot.offsetAt(position));
  return (
    hover && {
      contents: { kind: 'markdown', value: hover.markdown },
      range: rangeOf(hover.span, snapshot),
    }
  );
}

/** Links into the rules' page, and to the commands where the editor has them. */
export function editorLinks(rulesPage: string, commands: boolean): Links {
  const command = (name: string, id: string) =>
    commands ? `command:${name}?${encodeURIComponent(JSON.stringify([id]))}` : null;
  return {
    rulePage: (rule) => `${rulesPage}#${rule}`,
    showGeometry: (id) => command(SHOW_GEOMETRY_COMMAND, id),
    bindData: (id) => command(BIND_DATA_COMMAND, id),
  };
}
