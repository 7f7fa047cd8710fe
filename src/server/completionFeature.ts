/** Completion in objective files and the project file. It reads the text as it stands: no analysis is waited for. */
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { columnNames } from '../data/columnNames';
import type {
  CompletionSources,
  CompletionItem as Offered,
} from '../language/features/completion/completionItem';
import { completionsAt } from '../language/features/completion/completions';
import { grammarOf } from '../language/keys/grammars';
import type { ServerHost } from './host';
import type { Projects } from './projects';
import { rangeOf } from './ranges';
import type { Place } from './workspaceRoots';

export interface CompletionNeeds {
  readonly host: Pick<ServerHost, 'dataFiles' | 'dataFileNames'>;
  readonly projects: Projects;
  readonly snippets: boolean;
  /** Endings of files whose keys and words the editor completes itself, by the schemas of the extension. */
  readonly schemaEndings: readonly string[];
}

/** Milliseconds that a search for data files may take: completion is to come while its place is still looked at. */
const LONGEST_SEARCH = 700;

export async function completeAt(
  { host, projects, snippets, schemaEndings }: CompletionNeeds,
  snapshot: TextDocument,
  position: Position,
  { rootUri, path }: Place,
): Promise<CompletionItem[]> {
  const offset = snapshot.offsetAt(position);
  const sources = sourcesOf(host, projects, rootUri);
  const offered = await completionsAt(path, snapshot.getText(), offset, sources);
  const hasSchema = grammarOf(path) !== null && schemaEndings.some((ending) => path.endsWith(`.${ending}`));
  return offered
    .filter(({ kind }) => !hasSchema || kind === 'file' || kind === 'column')
    .map((item, place) => toItem(item, place, snapshot, snippets));
}

function sourcesOf(
  host: CompletionNeeds['host'],
  projects: Projects,
  rootUri: string | null,
): CompletionSources {
  return {
    async dataFiles() {
      if (rootUri === null) return [];
      const { exclude } = await projects.of(rootUri);
      return host.dataFileNames(rootUri, exclude, AbortSignal.timeout(LONGEST_SEARCH));
    },
    async columns(path) {
      const file = rootUri === null ? null : await host.dataFiles(rootUri)(path);
      if (file?.kind !== 'file') return [];
      const read = await file.within((bytes) => columnNames(path, bytes));
      return read.kind === 'done' ? read.value : [];
    },
  };
}

const KINDS: Readonly<Record<Offered['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  structure: CompletionItemKind.Struct,
  file: CompletionItemKind.File,
  column: CompletionItemKind.Field,
};

function toItem(item: Offered, place: number, snapshot: TextDocument, snippets: boolean): CompletionItem {
  const { label, kind, detail, documentation, span, filter } = item;
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    filterText: filter,
    // The order is that of the description: what a kind needs comes first.
    sortText: String(place).padStart(4, '0'),
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(span, snapshot), newText: snippets ? item.snippet : item.text },
  };
}
