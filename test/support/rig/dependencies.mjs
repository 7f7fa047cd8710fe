// Installs the project's own npm dependencies when they are missing or out of date: a fresh clone needs only `npm start`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { oneAtATime } from './oneAtATime.mjs';
import { projectRoot } from './paths.mjs';
import { run, step } from './terminal.mjs';

export async function ensureDependencies() {
  if (await areCurrent()) return;
  await oneAtATime('node_modules', async () => {
    if (await areCurrent()) return;
    await step('Installing the dependencies of the project', () => run('npm', ['ci'], { cwd: projectRoot }));
  });
}

async function areCurrent() {
  const installed = await packagesIn(join(projectRoot, 'node_modules', '.package-lock.json'));
  const locked = await packagesIn(join(projectRoot, 'package-lock.json'));
  return missingPackages(locked, installed).length === 0;
}

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages the part of a lock file that is read here */

/**
 * Compares what is locked with what npm noted at the end of its last install; an interrupted one leaves no note. Optional
 * packages are those of other platforms.
 * @param {Packages} locked
 * @param {Packages} installed
 */
export function missingPackages(locked, installed) {
  return Object.entries(locked)
    .filter(
      ([path, { version, optional }]) => path !== '' && !optional && installed[path]?.version !== version,
    )
    .map(([path]) => path);
}

/**
 * @param {string} lockFile
 * @returns {Promise<Packages>}
 */
async function packagesIn(lockFile) {
  const text = await readFile(lockFile, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return JSON.parse(text).packages ?? {};
}
