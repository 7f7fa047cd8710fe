/** Bundles the server and its worker as they ship, into a folder of the test's own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface BuiltServer {
  readonly program: string;
  remove(): Promise<void>;
}

export async function buildServer(): Promise<BuiltServer> {
  const folder = await mkdtemp(join(tmpdir(), 'objective-lens-server-'));
  await promisify(execFile)(process.execPath, ['esbuild.mjs', '--outdir', folder, 'server', 'worker']);
  return {
    program: join(folder, 'server.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
