// Bundles what ships: extension, server, worker and command line for Node, and the panel with its training worker for the webview.
// `node esbuild.mjs [--watch] [--outdir FOLDER] [ENTRY...]` builds all entries into dist, or the named ones into FOLDER.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';

const require = createRequire(import.meta.url);
const { values, positionals: wanted } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, outdir: { type: 'string', default: 'dist' } },
  allowPositionals: true,
});
const { watch, outdir } = values;

/** Options that all bundles share. Source maps only while developing: users do not download them. */
const shared = { bundle: true, minify: !watch, sourcemap: watch, logLevel: 'warning', legalComments: 'none' };

const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // A CommonJS bundle has no `import.meta.url`, and web-tree-sitter asks for it.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  outdir,
  entryPoints: {
    extension: 'src/extension/extension.ts',
    server: 'src/server/nodeServer.ts',
    worker: 'src/server/analysisWorker.ts',
    cli: 'src/cli/cli.ts',
  },
};

const browser = {
  ...shared,
  platform: 'browser',
  format: 'esm',
  splitting: true,
  target: 'es2022',
  outdir: join(outdir, 'webview'),
  entryPoints: { panel: 'webview/panel.ts' },
};

/** The training worker starts from a Blob, so it must be one self-contained classic script. */
const trainingWorker = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  outdir: join(outdir, 'webview'),
  entryPoints: { trainingWorker: 'webview/training/trainingWorker.ts' },
};

const grammars = [
  require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  require.resolve('tree-sitter-python/tree-sitter-python.wasm'),
];

/** Files that an entry reads at run time beside its bundle. */
const assets = { server: grammars, cli: grammars, extension: ['src/language/rules/rules.md'] };

const isWanted = (entry) => wanted.length === 0 || wanted.includes(entry);

async function copyAssets() {
  await mkdir(outdir, { recursive: true });
  for (const [entry, files] of Object.entries(assets))
    if (isWanted(entry)) for (const file of files) await copyFile(file, join(outdir, basename(file)));
}

/** The bundle with only those of its entries that were asked for; all of them when none was named. */
function withWantedEntries(options) {
  const entries = Object.entries(options.entryPoints).filter(([entry]) => isWanted(entry));
  return { ...options, entryPoints: Object.fromEntries(entries) };
}

if (!watch && wanted.length === 0) await rm(outdir, { recursive: true, force: true });
await copyAssets();
for (const options of [node, browser, trainingWorker].map(withWantedEntries)) {
  if (Object.keys(options.entryPoints).length === 0) continue;
  const bundle = await context(options);
  if (watch) await bundle.watch();
  else {
    await bundle.rebuild();
    await bundle.dispose();
  }
}
