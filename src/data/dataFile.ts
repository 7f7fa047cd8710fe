/** Data files as a host opens them: whoever reads texts does no I/O of its own. */

export type DataFile =
  | {
      readonly kind: 'file';
      /** Changes whenever the content may have changed. */
      readonly version: string;
      /** Null when the file has vanished or become unreadable meanwhile. */
      read(): Promise<Uint8Array | null>;
    }
  | { readonly kind: 'missing' }
  /** Not opened on purpose, or not readable; `because` completes "is not read: …". */
  | { readonly kind: 'refused'; readonly because: string };

/** Opens a file by its path below the workspace root, with forward slashes. Rejects only by our own bug. */
export type OpenDataFile = (path: string) => Promise<DataFile>;

/** The path below the root that a text in `document` means by `name`; null where it leads out of the root. */
export function pathBeside(document: string, name: string): string | null {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(name)) return null;
  const parts = document.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}
