// Installs code-server, which is VS Code served to a browser, from npm alone: `npm start` and the e2e tests then need no
// desktop VS Code and no download of one. This is the newest version that Node 20 runs.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureNodeRuntime } from './nodeRuntime.mjs';
import { cacheFolder } from './paths.mjs';
import { ensureRipgrep, ensureToolchain } from './programs.mjs';
import { run, say, step } from './terminal.mjs';
import { writeAtomically } from './writeAtomically.mjs';

const VERSION = '4.100.3';
const NODE_GYP = '11.4.2';
/** Raise it when the recipe below changes, so that old installations are replaced. */
const RECIPE = 1;

/** Without these the VS Code server does not start. Other native parts come compiled or are never loaded here. */
const NATIVE_PARTS = ['@vscode/spdlog', 'native-watchdog', 'node-pty'];

/**
 * @typedef {object} CodeServer
 * @property {string} entry the script to run
 * @property {import('./nodeRuntime.mjs').NodeRuntime} runtime the Node to run it with
 */

/** @returns {Promise<CodeServer>} */
export async function ensureCodeServer() {
  if (process.platform === 'win32') {
    throw new Error('code-server runs on Linux and macOS. On Windows, work in WSL or a dev container.');
  }
  const runtime = await ensureNodeRuntime();
  const folder = join(cacheFolder, 'code-server');
  await writeAtomically(folder, `${VERSION} recipe ${RECIPE}`, (target) => install(target, runtime.env));
  return { entry: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'), runtime };
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function install(folder, env) {
  say(`Installing VS Code (code-server ${VERSION}) into .cache, once. This takes about a minute.`);
  const ripgrep = await ensureRipgrep();
  await ensureToolchain();
  const modules = join(folder, 'node_modules');
  const vscode = join(modules, 'code-server', 'lib', 'vscode');
  await step('Fetching code-server', () => fetchPackages(folder, env));
  // The own install scripts of these packages download prebuilt programs; what is needed is built below instead.
  await step('Fetching its VS Code modules', () =>
    run('npm', ['install', '--omit=dev', '--ignore-scripts'], { cwd: vscode, env }),
  );
  await step('Compiling its native parts', () => compile(modules, vscode, env));
  await linkWhatItsInstallerWould(vscode, ripgrep);
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function fetchPackages(folder, env) {
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const packages = [`code-server@${VERSION}`, `node-gyp@${NODE_GYP}`];
  await run('npm', ['install', '--ignore-scripts', '--no-package-lock', ...packages], { cwd: folder, env });
}

/**
 * @param {string} modules
 * @param {string} vscode
 * @param {NodeJS.ProcessEnv} env
 */
async function compile(modules, vscode, env) {
  const gyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  for (const part of NATIVE_PARTS) {
    await run('node', [gyp, 'rebuild'], { cwd: join(vscode, 'node_modules', part), env });
  }
  const preGyp = join(modules, '@mapbox', 'node-pre-gyp', 'bin', 'node-pre-gyp');
  await run('node', [preGyp, 'rebuild', '--build-from-source'], {
    cwd: join(modules, 'argon2'),
    env: { ...env, npm_config_node_gyp: gyp },
  });
}

/**
 * @param {string} vscode
 * @param {string} ripgrep
 */
async function linkWhatItsInstallerWould(vscode, ripgrep) {
  const bin = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  await mkdir(bin, { recursive: true });
  await symlink(ripgrep, join(bin, 'rg'));
  // Extensions look for the modules that desktop VS Code packs into an archive of this name.
  await symlink('node_modules', join(vscode, 'node_modules.asar'));
}
