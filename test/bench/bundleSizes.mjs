// What the panel's page weighs: each file that ships for it, and whether the page waits for it.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../support/rig/paths.mjs';
import { run } from '../support/rig/terminal.mjs';

export const BUNDLES = 'Bundles of the panel, minified';

const ENTRIES = ['panel.js', 'panel.css'];

/**
 * @param {string} parent a folder to build in
 * @returns {Promise<{ file: string, kilobytes: number, compressed: number, atStart: boolean }[]>} the largest first
 */
export async function bundleSizes(parent) {
  const folder = join(parent, 'bundles');
  await rm(folder, { recursive: true, force: true });
  const build = ['esbuild.mjs', '--outdir', folder, 'panel', 'trainingWorker'];
  await run(process.execPath, build, { cwd: projectRoot });
  const names = await readdir(join(folder, 'webview'));
  const contents = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, 'webview', name))])),
  );
  const first = reachedFrom(ENTRIES, contents);
  return [...contents]
    .map(([file, content]) => ({
      file,
      kilobytes: content.length / 1000,
      compressed: gzipSync(content).length / 1000,
      atStart: first.has(file),
    }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

/**
 * By imports that the browser follows before it runs anything: `import("./later.js")` waits until it is called.
 * @param {readonly string[]} entries
 * @param {ReadonlyMap<string, Buffer>} contents
 */
function reachedFrom(entries, contents) {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = contents.get(file)?.toString() ?? '';
    for (const [, next] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)) visit(next);
  };
  entries.forEach(visit);
  return reached;
}
