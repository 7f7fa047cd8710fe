/** Runs the built command line in a workspace of its own, as a pipe of another program would. */
import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { WORKSPACE_FILES } from './workspaceFiles';

const REPOSITORY = join(__dirname, '../..');

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Json {
  readonly schemaVersion: number;
  readonly objectives: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly summary: Readonly<Record<string, unknown>>;
}

export interface CommandLine {
  /** Runs to the end in a folder of the workspace. */
  run(folder: string, ...args: string[]): Promise<Run>;
  /** Runs `analyze --format json` and parses what it printed. */
  json(folder: string, ...args: string[]): Promise<Json>;
  start(folder: string, ...args: string[]): ChildProcessByStdio<null, Readable, Readable>;
  dispose(): Promise<void>;
}

export async function buildCommandLine(): Promise<CommandLine> {
  const bundle = await mkdtemp(join(tmpdir(), 'objective-lens-cli-'));
  const workspace = await realpath(await mkdtemp(join(tmpdir(), 'objective-lens-workspace-')));
  await promisify(execFile)(process.execPath, ['esbuild.mjs', '--outdir', bundle, 'cli'], {
    cwd: REPOSITORY,
  });
  for (const [path, text] of Object.entries(WORKSPACE_FILES)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  const start = (folder: string, ...args: string[]) =>
    spawn(process.execPath, [join(bundle, 'cli.js'), ...args], {
      cwd: join(workspace, folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = (folder: string, ...args: string[]) => untilClosed(start(folder, ...args));
  return {
    start,
    run,
    json: async (folder, ...args) =>
      JSON.parse((await run(folder, 'analyze', ...args, '--format', 'json')).stdout) as Json,
    dispose: async () => {
      for (const folder of [bundle, workspace]) await rm(folder, { recursive: true, force: true });
    },
  };
}

function untilClosed(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Run> {
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
