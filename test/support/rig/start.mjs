// `npm start`: the extension in a real VS Code on this machine, with the examples open, from nothing but a clone.
// Usage: npm start [-- --port 8123], or PORT=8123 npm start
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureCodeServer } from './codeServer.mjs';
import { startCodeServer } from './codeServerProcess.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { main } from './ending.mjs';
import { examplesTable } from './examplesTable.mjs';
import { buildAndPackage } from './extensionPackage.mjs';
import { freePort } from './freePort.mjs';
import { projectRoot } from './paths.mjs';
import { say, step } from './terminal.mjs';

await main(async () => {
  const port = await freePort(wishedPort());
  await ensureDependencies();
  const vsix = await buildAndPackage();
  const codeServer = await ensureCodeServer();
  const table = await step('Analysing the examples', examplesTable);
  const server = await step('Starting VS Code', () => startCodeServer(codeServer, { vsix, port }));
  say(`\n${table}\n`);
  say('Open this address in a browser. Ctrl-C ends VS Code.\n');
  say(`  ${server.addressOf(join(projectRoot, 'examples'))}\n`);
  throw new Error(await server.ended);
});

function wishedPort() {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const text = values.port ?? process.env.PORT;
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`A port is a whole number from 1 to 65535, not ${text}.`);
}
