// Fills a cache folder so that it is either complete or absent: an interrupted install is redone, and two runs that start
// together do not build into each other's files.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Does nothing when the folder is complete and was filled for the same version.
 * @param {string} folder
 * @param {string} version
 * @param {(temporaryFolder: string) => Promise<unknown>} fill
 */
export async function writeAtomically(folder, version, fill) {
  if ((await stampOf(folder)) === version) return;
  const temporary = `${folder}.${process.pid}`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(temporary);
  try {
    await fill(temporary);
    await writeFile(join(temporary, 'stamp'), version);
    // Another run may have finished first. Its work is as good, and may be in use already.
    if ((await stampOf(folder)) === version) return;
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function stampOf(folder) {
  return readFile(join(folder, 'stamp'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
