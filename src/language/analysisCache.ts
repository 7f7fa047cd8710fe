/** Keeps the answers of the mathematics by what was asked, so that typing elsewhere in a text costs nothing. */
import type { Analysis } from '../geometry/analysis';
import type { Definition, Parameter } from '../objective/definition';

export interface AnalysisCache {
  get(definition: Definition): Analysis | undefined;
  set(definition: Definition, analysis: Analysis): void;
}

/** Numbers and characters that all entries may hold together: some 30 MB. */
const CAPACITY = 4_000_000;

/** The least recently used answers go first; one that is larger than the whole capacity is not kept. */
export function createAnalysisCache(capacity = CAPACITY): AnalysisCache {
  const entries = new Map<string, { analysis: Analysis; size: number }>();
  let total = 0;
  const remove = (key: string) => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  return {
    get: (definition) => {
      const key = contentKey(definition);
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.analysis;
    },
    set: (definition, analysis) => {
      const key = contentKey(definition);
      remove(key);
      const size = key.length + sizeOf(analysis);
      if (size > capacity) return;
      entries.set(key, { analysis, size });
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= capacity) break;
        remove(oldest);
      }
    },
  };
}

/** Everything that the mathematics may look at; neither names nor spans nor where a value came from. */
function contentKey({ kind, dialect, positives, parameters }: Definition): string {
  const values = Object.entries<Parameter<unknown>>({ ...parameters })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { value, missing, file }]) =>
      file ? [name, file.path, file.version] : [name, value, missing ?? null],
    );
  return JSON.stringify([kind, dialect, positives, values]);
}

function sizeOf({ items, similarities, geometry, training }: Analysis): number {
  const square = (rows: readonly unknown[] | null | undefined) => (rows?.length ?? 0) ** 2;
  const trained = training === null ? 0 : 2 * training.size * training.anchorOf.length;
  return 2 * items.length + square(similarities) + 2 * square(geometry?.points) + trained;
}
