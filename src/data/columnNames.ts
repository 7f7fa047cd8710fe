/** The names that a data file gives its columns, for whoever is to choose among them. */
import type { ByteSource } from './dataFile';
import { UnreadableData } from './dataReading';
import { openTable } from './formats/openTable';

/** Empty where columns have no names, and where the file cannot be read: whoever names it is told why. */
export async function columnNames(path: string, bytes: ByteSource): Promise<readonly string[]> {
  try {
    return (await openTable(path, bytes, { header: null })).names ?? [];
  } catch (error) {
    if (error instanceof UnreadableData) return [];
    throw error;
  }
}
