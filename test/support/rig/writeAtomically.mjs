// Fills a cache folder so that it is either complete or absent: an interrupted install is redone, and of two runs that
// start together one waits for the other.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { atEnd } from './ending.mjs';
import { oneAtATime } from './oneAtATime.mjs';

const FILLING = '.filling.';

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
  await removeLeftBehind(folder);
  // A name of its own: what a killed run had started may write on into that run's folder for a while.
  const temporary = `${folder}${FILLING}${process.pid}`;
  const discard = () => rm(temporary, { recursive: true, force: true });
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

/**
 * Only the run that holds the lock fills, so that every folder with such a name belongs to a run that was killed.
 * @param {string} folder
 */
async function removeLeftBehind(folder) {
  const siblings = await readdir(dirname(folder)).catch(ignore('ENOENT', []));
  // Not empty: somebody still writes there. The next filling removes it.
  for (const name of siblings.filter((sibling) => sibling.startsWith(`${basename(folder)}${FILLING}`)))
    await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(ignore('ENOTEMPTY'));
}

/**
 * @template T
 * @param {string} code of the one error that is no error here
 * @param {T} [instead]
 */
function ignore(code, instead) {
  return (error) => {
    if (error.code !== code) throw error;
    return instead;
  };
}

/** @param {string} folder */
async function stampOf(folder) {
  return readFile(join(folder, 'stamp'), 'utf8').catch(ignore('ENOENT'));
}
