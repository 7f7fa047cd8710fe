// Builds the extension and packs it the way users get it: what the package forgets, the real VS Code of the rig misses too.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './ending.mjs';
import { oneAtATime } from './oneAtATime.mjs';
import { projectRoot } from './paths.mjs';
import { run, step } from './terminal.mjs';

/** @returns {Promise<string>} path of the .vsix, which is removed when the script ends */
export async function buildAndPackage() {
  const folder = await mkdtemp(join(tmpdir(), 'objective-lens-vsix-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const vsix = join(folder, 'objective-lens.vsix');
  await oneAtATime('build', async () => {
    await step('Building', () => run(process.execPath, ['esbuild.mjs'], { cwd: projectRoot }));
    await step('Packaging the extension', () => packageInto(vsix));
  });
  return vsix;
}

/** @param {string} vsix */
async function packageInto(vsix) {
  const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
  // All dependencies are bundled, so that none belongs into the package.
  const parameters = [vsce, 'package', '--no-dependencies', '--out', vsix];
  await run(process.execPath, parameters, { cwd: projectRoot });
}
