/** Reads a file as text, the way editors do: UTF-8, without a byte order mark. */
import { readFile } from 'node:fs/promises';

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unread'; readonly because: string };

export async function readText(path: string): Promise<FileText> {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8').decode(await readFile(path)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { kind: 'unread', because: error.message };
    throw error;
  }
}
