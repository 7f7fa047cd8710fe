// `npm run conformance -- CHECKOUTS_FOLDER TABLE [--unlisted]`: reads the checkouts of public repositories and says where
// what was found differs from what the table expects: hits, misses and false alarms. Ends with 1 on any miss or false
// alarm. How tables are written stands in table.ts; dev.table is one. `--unlisted` shows objectives in other files too.
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { main } from '../support/rig/ending.mjs';
import { cacheFolder, projectRoot } from '../support/rig/paths.mjs';
import { say } from '../support/rig/terminal.mjs';

const { values, positionals } = parseArgs({
  options: { unlisted: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [checkouts, table] = positionals;
const folder = join(cacheFolder, 'conformance');

await main(async () => {
  if (checkouts === undefined || table === undefined)
    throw new Error('Say which folder holds the checkouts, and which file the expectations.');
  await prepare();
  /** @type {typeof import('./conform.ts')} */
  const { conform } = await import(pathToFileURL(join(folder, 'conform.mjs')).href);
  const outcomes = await conform(checkouts, await readFile(table, 'utf8'), folder);
  for (const outcome of outcomes) {
    const { repository, hits, misses, falseAlarms, unlisted } = outcome;
    say(
      `${repository}: ${hits} hits, ${misses.length} misses, ${falseAlarms.length} false alarms, ${unlisted.length} unlisted`,
    );
    for (const miss of misses) say(`  miss         ${miss}`);
    for (const alarm of falseAlarms) say(`  false alarm  ${alarm}`);
    if (values.unlisted) for (const objective of unlisted) say(`  unlisted     ${objective}`);
  }
  const total = (/** @type {'misses' | 'falseAlarms'} */ what) =>
    outcomes.reduce((sum, outcome) => sum + outcome[what].length, 0);
  const hits = outcomes.reduce((sum, outcome) => sum + outcome.hits, 0);
  say(`In all ${hits} hits, ${total('misses')} misses, ${total('falseAlarms')} false alarms.`);
  return total('misses') + total('falseAlarms') > 0 ? 1 : 0;
});

/** The reading as it ships, and the grammars beside it. */
async function prepare() {
  await build({
    entryPoints: ['test/conformance/conform.ts'],
    absWorkingDir: projectRoot,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    // Some libraries are CommonJS and ask for Node's modules in its way.
    banner: {
      js: "import { createRequire as requireBeside } from 'node:module'; const require = requireBeside(import.meta.url);",
    },
  });
  await mkdir(folder, { recursive: true });
  const { resolve } = createRequire(import.meta.url);
  for (const grammar of [
    'web-tree-sitter/web-tree-sitter.wasm',
    'tree-sitter-python/tree-sitter-python.wasm',
  ])
    await copyFile(resolve(grammar), join(folder, grammar.slice(grammar.lastIndexOf('/') + 1)));
}
