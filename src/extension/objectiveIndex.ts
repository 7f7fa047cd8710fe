/** All objectives that the server has reported, by document: what tree, quick pick, status and panel read. */
import type { ObjectiveSummary } from '../protocol/objectives';
import type { ObjectivesParams } from '../protocol/serverMessages';

export interface ObjectiveIndex {
  update(params: ObjectivesParams): void;
  clear(): void;
  all(): ObjectiveSummary[];
  /** Of a document, or of a cell of a notebook. */
  of(uri: string): readonly ObjectiveSummary[];
  find(id: string): ObjectiveSummary | null;
  /** Calls back after each change with the document's address, or null when all have changed. */
  onChange(listener: (uri: string | null) => void): { dispose(): void };
}

export function createObjectiveIndex(): ObjectiveIndex {
  const byDocument = new Map<string, readonly ObjectiveSummary[]>();
  const listeners = new Set<(uri: string | null) => void>();
  const notify = (uri: string | null) => {
    for (const listener of listeners) listener(uri);
  };
  const all = () => [...byDocument.values()].flat();
  return {
    update({ uri, objectives }) {
      if (objectives.length > 0) byDocument.set(uri, objectives);
      else byDocument.delete(uri);
      notify(uri);
    },
    clear() {
      byDocument.clear();
      notify(null);
    },
    all,
    of: (uri) => byDocument.get(uri) ?? all().filter((objective) => objective.uri === uri),
    find: (id) => all().find((objective) => objective.id === id) ?? null,
    onChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
  };
}

/** The objective whose words hold the line, else the last one above it: a cursor inside a long definition means it. */
export function objectiveAtLine(
  objectives: readonly ObjectiveSummary[],
  line: number,
): ObjectiveSummary | null {
  const above = objectives
    .filter(({ range }) => range.start.line <= line)
    .sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
  return above[0] ?? null;
}
