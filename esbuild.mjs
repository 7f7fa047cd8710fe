// Bundles what ships: extension, server, worker and command line for Node, and the panel with its training worker for the webview.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { context } from 'esbuild';

const require = createRequire(import.meta.url);
const watch = process.argv.includes('--watch');
const production = !watch;

/** Options that all bundles share. Source maps only while developing: users do not download them. */
const shared = { bundle: true, minify: production, sourcemap: watch, logLevel: 'warning', legalComments: 'none' };

const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  outdir: 'dist',
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
  outdir: 'dist/webview',
  entryPoints: { panel: 'webview/panel.ts' },
};

/** The training worker starts from a Blob, so it must be one self-contained classic script. */
const trainingWorker = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  outdir: 'dist/webview',
  entryPoints: { trainingWorker: 'webview/training/trainingWorker.ts' },
};

/** Files that are read at run time beside the bundles. */
const assets = [
  [require.resolve('web-tree-sitter/web-tree-sitter.wasm'), 'dist/web-tree-sitter.wasm'],
  [require.resolve('tree-sitter-python/tree-sitter-python.wasm'), 'dist/tree-sitter-python.wasm'],
  ['src/language/rules/rules.md', 'dist/rules.md'],
];

async function copyAssets() {
  for (const [from, to] of assets) {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, join('.', to));
  }
}

if (!watch) await rm('dist', { recursive: true, force: true });
await copyAssets();
for (const options of [node, browser, trainingWorker]) {
  const bundle = await context(options);
  if (watch) await bundle.watch();
  else {
    await bundle.rebuild();
    await bundle.dispose();
  }
}
