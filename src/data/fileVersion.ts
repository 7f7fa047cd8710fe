/** Tells without reading a file whether it may have changed. */
import type { Stats } from 'node:fs';

/** Changes whenever the content may have changed; a file that is written anew with an old time is another file. */
export function fileVersion({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino}:${size}:${mtimeMs}:${ctimeMs}`;
}
