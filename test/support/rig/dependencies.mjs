// Installs the project's own npm dependencies when they are missing or out of date: a fresh clone needs only `npm start`.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { run, step } from './terminal.mjs';

export async function ensureDependencies() {
  if (await areCurrent()) return;
  await step('Installing the dependencies of the project', () => run('npm', ['ci'], { cwd: projectRoot }));
}

/** npm writes this hidden file at the end of each install, so an interrupted one counts as missing. */
async function areCurrent() {
  const installed = await changedAt(join(projectRoot, 'node_modules', '.package-lock.json'));
  const locked = await changedAt(join(projectRoot, 'package-lock.json'));
  return installed !== undefined && locked !== undefined && installed >= locked;
}

/** @param {string} path */
async function changedAt(path) {
  const stats = await stat(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return stats?.mtimeMs;
}
