// Finds programs that npm does not bring (a browser, ripgrep, a compiler). On Debian as root it installs them; elsewhere it
// says exactly what to install, because a test that is skipped for want of a program looks like a test that passed.
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { run, step } from './terminal.mjs';

/**
 * @typedef {object} Program
 * @property {string} title what a person calls it
 * @property {string} [variable] environment variable that overrides the search
 * @property {string[]} candidates names on the PATH, or absolute paths
 * @property {string[]} debianPackages what apt-get installs for it
 * @property {string} advice how to install it on other systems
 */

/**
 * The path of a program, after installing it when that is possible here.
 * @param {Program} program
 * @returns {Promise<string>}
 */
export async function ensureProgram(program) {
  const found = await findProgram(program);
  if (found) return found;
  if (await canInstallDebianPackages()) {
    await step(`Installing ${program.title} with apt-get`, () =>
      installDebianPackages(program.debianPackages),
    );
    const installed = await findProgram(program);
    if (installed) return installed;
  }
  throw new Error(`${program.title} is missing. ${program.advice}`);
}

/** @param {Program} program */
async function findProgram({ title, variable, candidates }) {
  const chosen = variable && process.env[variable];
  if (chosen) {
    if (await isExecutable(chosen)) return chosen;
    throw new Error(`${variable} should name ${title}, but ${chosen} is not a program.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const candidate of candidates) {
    const paths = isAbsolute(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate));
    for (const path of paths) if (await isExecutable(path)) return path;
  }
  return undefined;
}

async function canInstallDebianPackages() {
  return process.getuid?.() === 0 && (await isExecutable('/usr/bin/apt-get'));
}

/** @param {string[]} packages */
async function installDebianPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
}

/** @param {string} path */
async function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
