// `npm run test:e2e`: the tests that drive the built extension in a real VS Code with a real browser, and only those.
// Usage: npm run test:e2e [-- FILE-FILTER...] [-t NAME-FILTER]; `npm run pictures` draws the README's pictures instead.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { ensureCodeServer } from './codeServer.mjs';
import { startCodeServer } from './codeServerProcess.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { atEnd, main } from './ending.mjs';
import { buildAndPackage } from './extensionPackage.mjs';
import { freePort } from './freePort.mjs';
import { projectRoot, resultsFolder } from './paths.mjs';
import { ensureBrowser } from './programs.mjs';
import { runVisibly, step } from './terminal.mjs';

await main(async () => {
  await ensureDependencies();
  const executable = await ensureBrowser();
  const codeServer = await ensureCodeServer();
  const vsix = await buildAndPackage();
  const server = await step('Starting VS Code', async () =>
    startCodeServer(codeServer, { vsix, port: await freePort() }),
  );
  const browser = await step('Starting the browser', () => startBrowser(executable));
  await clearResults();
  // Workspaces of tests that are ended from outside are removed with it.
  const workspaces = await mkdtemp(join(tmpdir(), 'objective-lens-workspaces-'));
  atEnd(() => rm(workspaces, { recursive: true, force: true }));
  const rig = { origin: server.origin, logFolder: server.logFolder, resultsFolder, workspaces, browser };
  return runTests({ ...process.env, OBJECTIVE_LENS_RIG: JSON.stringify(rig) });
});

/** @param {NodeJS.ProcessEnv} env what the tests read as their rig (test/support/e2e/rig.ts) */
function runTests(env) {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const [project, filters] =
    process.argv[2] === '--pictures' ? ['pictures', process.argv.slice(3)] : ['e2e', process.argv.slice(2)];
  const parameters = [vitest, 'run', '--project', project, ...filters];
  return runVisibly(process.execPath, parameters, { cwd: projectRoot, env });
}

/** Keeps the folder itself: somebody may have it open. */
async function clearResults() {
  await mkdir(resultsFolder, { recursive: true });
  for (const name of await readdir(resultsFolder)) await rm(join(resultsFolder, name), { recursive: true });
}
