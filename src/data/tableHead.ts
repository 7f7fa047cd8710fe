/** What can be told of a data file from its beginning: the names of its columns, or why it cannot be read. */
import type { ByteSource } from './dataFile';
import { UnreadableData } from './dataReading';
import { openTable } from './formats/openTable';

export type TableHead =
  /** Empty where columns have no names. */
  | { readonly kind: 'columns'; readonly names: readonly string[] }
  | { readonly kind: 'unreadable'; readonly because: string };

export async function readTableHead(path: string, bytes: ByteSource): Promise<TableHead> {
  try {
    const { names } = await openTable(path, bytes, { header: null });
    return { kind: 'columns', names: names ?? [] };
  } catch (error) {
    if (error instanceof UnreadableData) return { kind: 'unreadable', because: error.because };
    throw error;
  }
}
