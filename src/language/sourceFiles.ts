/** Other files of the workspace that a text is read with: Python modules that it imports, configs that it loads. */
import type { OpenDataFile } from '../data/dataFile';

/** Texts by path below the workspace root; null for a file that is not there, or is not to be read. */
export type SourceTexts = ReadonlyMap<string, string | null>;

export const NO_SOURCES: SourceTexts = new Map();

/** Files that one text may be read with: enough for any chain of imports that a person follows. */
const MOST_SOURCES = 400;
/** Bytes: longer modules and configs are data or generated. */
const LARGEST_SOURCE = 1_000_000;

/** The texts that one reading asks for; what is not opened yet will be there at the next reading. */
export class NamedSources {
  private readonly paths = new Set<string>();

  constructor(private readonly opened: SourceTexts) {}

  /** Null when there is no such file; undefined when nothing has been opened by this path yet. */
  text(path: string): string | null | undefined {
    if (this.paths.size >= MOST_SOURCES && !this.paths.has(path)) return null;
    this.paths.add(path);
    return this.opened.get(path);
  }

  /** Paths of all files that were asked for. */
  get wanted(): readonly string[] {
    return [...this.paths];
  }
}

/** Adds to `known` the texts of paths that it does not have. */
export type SourceLoader = (
  paths: readonly string[],
  known: SourceTexts,
  open: OpenDataFile,
) => Promise<SourceTexts>;

/** Texts that are kept between analyses. */
const MOST_KEPT = 500;

export function createSourceLoader(): SourceLoader {
  const kept = new Map<string, { readonly version: string; readonly text: string | null }>();
  async function load(path: string, open: OpenDataFile): Promise<string | null> {
    const file = await open(path);
    if (file.kind !== 'file' || file.size > LARGEST_SOURCE) return null;
    const known = kept.get(path);
    if (known?.version === file.version) return known.text;
    const bytes = await file.read();
    const text = bytes === null || bytes.length > LARGEST_SOURCE ? null : decode(bytes);
    kept.delete(path);
    kept.set(path, { version: file.version, text });
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return text;
  }
  return async (paths, known, open) => {
    const texts = new Map(known);
    for (const path of paths) if (!texts.has(path)) texts.set(path, await load(path, open));
    return texts;
  };
}

/** Spans count without the byte order mark. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
