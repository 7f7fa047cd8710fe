/** Nothing that the rig starts outlives it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const guard = fileURLToPath(new URL('../support/rig/untilParentEnds.mjs', import.meta.url));

/** A program with a child of its own; both ignore polite requests to end, and both tell their ids. */
const STUBBORN = `
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);
  if (!process.env.IS_CHILD) {
    const child = require('node:child_process').spawn(process.execPath, ['--eval', process.env.PROGRAM], {
      env: { ...process.env, IS_CHILD: 'yes' }, stdio: ['ignore', 'inherit', 'inherit'] });
    console.log(process.pid + ' ' + child.pid);
  } else console.log('ready');
`;

describe('untilParentEnds', () => {
  it('ends the program and its children when the parent is gone', { timeout: 20_000 }, async () => {
    const child = spawn(process.execPath, [guard, process.execPath, '--eval', STUBBORN], {
      env: { ...process.env, PROGRAM: STUBBORN },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const output = await readUntil(child.stdout, 'ready');
    const pids = output.split('\n')[0].split(' ').map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(await isRunning(pid)).toBe(true);
    child.stdin.end();
    await once(child, 'exit');
    await expect.poll(async () => (await Promise.all(pids.map(isRunning))).some(Boolean)).toBe(false);
  });

  it('ends with the exit code of the program', async () => {
    const child = spawn(process.execPath, [guard, process.execPath, '--eval', 'process.exit(3)'], {
      stdio: 'pipe',
    });
    const [code] = await once(child, 'exit');
    expect(code).toBe(3);
  });
});

async function readUntil(stream: NodeJS.ReadableStream, end: string): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    if (text.includes(end)) break;
  }
  return text;
}

/** Where nobody collects the exit codes of orphans, an ended process stays listed as a zombie. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) Z /.test(status);
}
