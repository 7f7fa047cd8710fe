/** Answers what an editor asks while a text is being written: completion, outline and quick fixes. */
import { CodeActionKind, type Connection, type ServerCapabilities } from 'vscode-languageserver';
import { grammarOf } from '../language/keys/grammars';
import { commentSyntaxOf } from '../language/parsers/comments';
import { bindDataFixes } from './bindDataFix';
import type { Boundary } from './boundary';
import { completeAt } from './completionFeature';
import type { ServerHost } from './host';
import type { OpenDocuments } from './openDocuments';
import { symbolsOf } from './outlineFeature';
import { quickFixesOf } from './quickFixFeature';
import type { Session } from './session';
import { canonicalUri } from './uris';

export const WRITING_CAPABILITIES: ServerCapabilities = {
  completionProvider: { triggerCharacters: [':', ' ', '"', '{', '/'] },
  documentSymbolProvider: { label: 'Objective Lens' },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
};

export interface WritingNeeds {
  readonly connection: Connection;
  readonly boundary: Boundary;
  readonly open: OpenDocuments;
  readonly host: ServerHost;
}

export function answerWriting({ connection, boundary, open, host }: WritingNeeds, session: Session): void {
  const { features, queue, projects, roots } = session;
  const holderOf = (uri: string) => open.holder(uri) ?? canonicalUri(uri);
  const placeOf = (uri: string) => roots.placeOf(uri, open.snapshot(uri)?.languageId);
  connection.onCompletion(
    boundary.request('Completion', [], async ({ textDocument, position }) => {
      const uri = holderOf(textDocument.uri);
      const place = roots.placeOf(uri);
      // Every blank that is typed in Python asks too: whether it is in a comment of ours is seen from its line.
      const isRead = grammarOf(place.path) ?? commentSyntaxOf(place.path);
      const snapshot = isRead && open.snapshot(uri);
      const { snippets, schemaEndings } = features;
      const needs = { host, projects, snippets, schemaEndings };
      return snapshot ? completeAt(needs, snapshot, position, place) : [];
    }),
  );
  connection.onDocumentSymbol(
    boundary.request('Outline', [], async ({ textDocument }) => {
      const uri = holderOf(textDocument.uri);
      // An outline of an earlier text would stay: editors ask again only after the next edit.
      if (queue.last(uri)?.snapshot.version !== open.snapshot(uri)?.version) await queue.ensure(uri);
      const last = queue.last(uri);
      return last ? symbolsOf(last, textDocument.uri) : [];
    }),
  );
  connection.onCodeAction(
    boundary.request('Quick fixes', [], async ({ textDocument, range, context }) => {
      const uri = holderOf(textDocument.uri);
      const last = queue.last(uri);
      const isWanted = context.only === undefined || context.only.includes(CodeActionKind.QuickFix);
      // Answers from what is known of this very text, so that saving never waits.
      if (!isWanted || !last || last.snapshot.version !== open.snapshot(uri)?.version) return [];
      const place = { documentUri: textDocument.uri, range, path: placeOf(uri).path };
      const bindings = features.commands ? bindDataFixes(last, place, features.rulesPage) : [];
      return [...bindings, ...quickFixesOf(last, place, features.rulesPage, (await host.language).edits)];
    }),
  );
}
