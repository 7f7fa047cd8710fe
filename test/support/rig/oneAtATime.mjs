// Lets one run at a time do what would disturb another: two that start together must not install into, or build, the same
// folder. The lock names its owner, so that one left behind by a killed run is taken over.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atEnd } from './ending.mjs';
import { cacheFolder } from './paths.mjs';
import { say } from './terminal.mjs';

/**
 * @template T
 * @param {string} name of what is protected
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  const lock = join(cacheFolder, `${name}.lock`);
  await mkdir(cacheFolder, { recursive: true });
  let waits = false;
  while (!(await take(lock))) {
    if (!waits) say(`  Waiting for another run that works on ${name} ...`);
    waits = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = atEnd(() => rm(lock, { force: true }));
  return work().finally(release);
}

/** @param {string} lock */
async function take(lock) {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = await ownerOf(lock);
  if (owner !== undefined && !isAlive(owner)) await removeLeftBehind(lock, owner);
  return false;
}

/**
 * Takes the file away before reading it again: of several runs that find the same dead owner, one gets it, and none
 * removes the lock of a run that was quicker.
 * @param {string} lock
 * @param {number} owner
 */
async function removeLeftBehind(lock, owner) {
  const taken = `${lock}.${process.pid}`;
  await rename(lock, taken).catch(ignoreMissing);
  if ((await ownerOf(taken)) === owner) await rm(taken, { force: true });
  else await rename(taken, lock).catch(ignoreMissing);
}

/**
 * @param {string} lock
 * @returns {Promise<number | undefined>} undefined while the owner is writing its number, or when there is no lock
 */
async function ownerOf(lock) {
  const text = await readFile(lock, 'utf8').catch(ignoreMissing);
  return text ? Number(text) : undefined;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {NodeJS.ErrnoException} error */
function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
