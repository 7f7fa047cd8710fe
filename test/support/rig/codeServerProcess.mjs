// Runs one code-server in a private folder on a port of 127.0.0.1, until the script ends. Nothing of the user's own VS Code
// or code-server is read or written.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atEnd } from './ending.mjs';
import { run } from './terminal.mjs';
import { userSettings } from './userSettings.mjs';

const guard = fileURLToPath(new URL('untilParentEnds.mjs', import.meta.url));

/** A cold start on two busy cores takes 5 s. */
const START_LIMIT_MS = 90_000;

/**
 * @typedef {object} RunningCodeServer
 * @property {string} origin for example `http://127.0.0.1:40123`
 * @property {(folder: string) => string} addressOf address that opens a folder
 * @property {string} logFolder where VS Code writes the logs of server and extension hosts
 * @property {Promise<string>} ended fulfils with the reason when the server ends, wanted or not
 */

/**
 * @param {import('./codeServer.mjs').CodeServer} codeServer
 * @param {{ vsix: string, port: number }} options
 * @returns {Promise<RunningCodeServer>}
 */
export async function startCodeServer(codeServer, { vsix, port }) {
  // VS Code puts sockets below this folder, and the path of a socket may not be longer than about 100 characters.
  const home = await mkdtemp(join(tmpdir(), 'objective-lens-'));
  atEnd(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  await mkdir(join(home, 'data', 'User'), { recursive: true });
  await writeFile(join(home, 'data', 'User', 'settings.json'), JSON.stringify(userSettings, null, 2));
  await writeFile(join(home, 'config.yaml'), 'auth: none\n');
  const [node, parameters] = commandLine(codeServer, home, ['--install-extension', vsix]);
  await run(node, parameters, optionsFor(codeServer, home));
  return await serve(codeServer, home, port);
}

/**
 * @param {import('./codeServer.mjs').CodeServer} codeServer
 * @param {string} home
 * @param {number} port
 * @returns {Promise<RunningCodeServer>}
 */
async function serve(codeServer, home, port) {
  const origin = `http://127.0.0.1:${port}`;
  const logFolder = join(home, 'data', 'logs');
  const output = join(logFolder, 'code-server.log');
  await mkdir(logFolder, { recursive: true });
  const log = await open(output, 'a');
  const [node, parameters] = commandLine(codeServer, home, [
    ...SERVER_FLAGS,
    '--bind-addr',
    `127.0.0.1:${port}`,
  ]);
  const child = spawn(node, [guard, node, ...parameters], {
    ...optionsFor(codeServer, home),
    stdio: ['pipe', log.fd, log.fd],
  });
  await log.close();
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(`VS Code ended with ${signal ?? `exit code ${code}`}.`));
  });
  atEnd(async () => {
    child.stdin.end();
    await ended;
  });
  await waitUntilServed(origin, ended).catch(async (error) => {
    const end = (await readFile(output, 'utf8')).trimEnd().split('\n').slice(-40).join('\n');
    throw new Error(`VS Code did not start: ${error.message}\n${end}`);
  });
  const addressOf = (folder) => `${origin}/?folder=${encodeURI(folder)}`;
  return { origin, addressOf, logFolder, ended };
}

const SERVER_FLAGS = [
  '--auth',
  'none',
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--disable-proxy',
  '--ignore-last-opened',
];

/**
 * @param {import('./codeServer.mjs').CodeServer} codeServer
 * @param {string} home
 * @param {string[]} flags
 * @returns {[string, string[]]}
 */
function commandLine({ entry, runtime }, home, flags) {
  const folders = ['--config', 'config.yaml', '--user-data-dir', 'data', '--extensions-dir', 'extensions'];
  const absolute = folders.map((word, i) => (i % 2 === 1 ? join(home, word) : word));
  return [runtime.node, [entry, ...absolute, ...flags]];
}

/**
 * @param {import('./codeServer.mjs').CodeServer} codeServer
 * @param {string} home
 */
function optionsFor({ runtime }, home) {
  // In a terminal of VS Code these variables would make code-server open a tab there instead of serving; and its own
  // ones would override the port and ask for a password.
  const foreign = /^(VSCODE_|CODE_SERVER_|CS_|ELECTRON_)|^(PORT|PASSWORD|HASHED_PASSWORD|GITHUB_TOKEN)$/;
  const kept = Object.entries(runtime.env).filter(([name]) => !foreign.test(name));
  // Where code-server keeps what no flag moves: its heartbeat and its own logs.
  const own = { XDG_DATA_HOME: join(home, 'own'), XDG_CONFIG_HOME: join(home, 'own') };
  return { cwd: home, env: { ...Object.fromEntries(kept), ...own } };
}

/**
 * @param {string} origin
 * @param {Promise<string>} ended
 */
async function waitUntilServed(origin, ended) {
  const deadline = Date.now() + START_LIMIT_MS;
  let reason;
  ended.then((why) => {
    reason = why;
  });
  while (!reason && Date.now() < deadline) {
    if (await isServed(origin)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(reason ?? `${origin} did not answer within ${START_LIMIT_MS / 1000} s.`);
}

/** @param {string} origin */
async function isServed(origin) {
  return fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
