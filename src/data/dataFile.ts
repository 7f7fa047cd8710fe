/** Data files as a host opens them: whoever reads texts does no I/O of its own. */
import type { ClassFolder } from './classFolder';

export type DataFile =
  | {
      readonly kind: 'file';
      /** Changes whenever the content may have changed. */
      readonly version: string;
      /** Bytes. */
      readonly size: number;
      /** The whole content; null when the file has vanished or become unreadable meanwhile. */
      read(): Promise<Uint8Array | null>;
      /** Opens the file for as long as `use` runs, and says whether the file stayed what it was. */
      within<T>(use: (bytes: ByteSource) => Promise<T>): Promise<Within<T>>;
    }
  | {
      readonly kind: 'folder';
      readonly version: string;
      /** Sub-folders, names in order. */
      readonly folders: readonly ClassFolder[];
    }
  | { readonly kind: 'missing' }
  /** Not opened on purpose, or not readable; `because` completes "is not read: …". */
  | { readonly kind: 'refused'; readonly because: string };

/** Parts of a file; what is asked for beyond its end is left out. */
export interface ByteSource {
  readonly size: number;
  read(start: number, end: number): Promise<Uint8Array>;
}

export type Within<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** What was read may be a mixture of two contents. */
  | { readonly kind: 'changed' }
  /** The disk failed, or the file has vanished. */
  | { readonly kind: 'failed'; readonly because: string };

/** Opens a file or folder by its path below the workspace root, with forward slashes. Rejects only by our own bug. */
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

/** Bytes that are in memory already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}
