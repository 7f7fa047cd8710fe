/** Reads import statements, which are simple enough to be read from their text alone. */

export interface ImportedName {
  readonly name: string;
  /** Leading dots of a relative import stand in the first part: `.losses`. */
  readonly path: readonly string[];
  /** Where the name stands in the statement. */
  readonly offset: number;
}

export interface ImportStatement {
  readonly names: readonly ImportedName[];
  /** The module of `from m import *`, or null. */
  readonly star: readonly string[] | null;
}

const PART = /([\p{L}_][\p{L}\p{N}_.]*)(?:\s+as\s+([\p{L}_][\p{L}\p{N}_]*))?/gu;

/** `import a.b` binds a; `import a.b as c` binds c to a.b; `from .a import b as c` binds c to .a.b. */
export function readImport(statement: string): ImportStatement {
  const text = statement.replace(/#[^\n]*|\\\r?\n/g, (found) => ' '.repeat(found.length));
  const from = /^from\s+([.\s]*[\p{L}\p{N}_.]*)\s*import\b/u.exec(text);
  const start = from ? from[0].length : 'import'.length;
  const module = from ? modulePath(from[1]) : null;
  if (module && /^\s*\(?\s*\*/.test(text.slice(start))) return { names: [], star: module };
  const names: ImportedName[] = [];
  for (const { 1: path, 2: alias, index } of text.slice(start).matchAll(PART)) {
    const parts = path.split('.');
    const offset = start + index;
    if (module) names.push({ name: alias ?? path, path: [...module, ...parts], offset });
    else names.push({ name: alias ?? parts[0], path: alias ? parts : parts.slice(0, 1), offset });
  }
  return { names, star: null };
}

/** The dots of a relative import stay with its first part: `.losses` is no package named losses. */
function modulePath(text: string): readonly string[] {
  return text.replace(/\s/g, '').split(/(?<=[^.])\./);
}
