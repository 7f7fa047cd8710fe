/** A file of our own on the disk: written as a whole or not at all, and read only when it is what was written. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Storage } from './host';

/** Bytes of the checksum that the file begins with. */
const CHECKSUM = 20;

export function nodeStorage(folderUri: string, name: string): Storage {
  const folder = fileURLToPath(folderUri);
  const file = join(folder, name);
  return {
    async read() {
      const bytes = await bytesOf(file);
      if (bytes === null || bytes.length < CHECKSUM) return null;
      const content = bytes.subarray(CHECKSUM);
      return checksum(content).equals(bytes.subarray(0, CHECKSUM)) ? deserialize(content) : null;
    },
    async write(value) {
      const content = serialize(value);
      const temporary = `${file}.${process.pid}`;
      return problemOf(async () => {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, Buffer.concat([checksum(content), content]));
        await rename(temporary, file);
      });
    },
  };
}

async function bytesOf(file: string): Promise<Buffer | null> {
  let bytes: Buffer | null = null;
  await problemOf(async () => {
    bytes = await readFile(file);
  });
  return bytes;
}

/** What a disk refuses, in words, or null. */
async function problemOf(act: () => Promise<void>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message;
    throw error;
  }
}

const checksum = (content: Uint8Array) => createHash('sha1').update(content).digest();
