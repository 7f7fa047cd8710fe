// Fills a cache folder so that it is either complete or absent: an interrupted install is redone, and of two runs that
// start together one waits for the other.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { atEnd } from './ending.mjs';
import { oneAtATime } from './oneAtATime.mjs';

/**
 * Does nothing when the folder is complete and was filled for the same version.
 * @param {string} folder
 * @param {string} version
 * @param {(temporaryFolder: string) => Promise<unknown>} fill
 */
export async function writeAtomically(folder, version, fill) {
  if ((await stampOf(folder)) === version) return;
  await oneAtATime(basename(folder), async () => {
    // Another run may have filled it meanwhile.
    if ((await stampOf(folder)) !== version) await replace(folder, version, fill);
  });
}

/**
 * @param {string} folder
 * @param {string} version
 * @param {(temporaryFolder: string) => Promise<unknown>} fill
 */
async function replace(folder, version, fill) {
  const temporary = `${folder}.filling`;
  const discard = () => rm(temporary, { recursive: true, force: true });
  // A run that was killed leaves this behind.
  await discard();
  await mkdir(temporary, { recursive: true });
  const discardEarly = atEnd(discard);
  try {
    await fill(temporary);
    await writeFile(join(temporary, 'stamp'), version);
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } finally {
    await discardEarly();
  }
}

/** @param {string} folder */
async function stampOf(folder) {
  return readFile(join(folder, 'stamp'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
