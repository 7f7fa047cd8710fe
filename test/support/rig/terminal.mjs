// Runs other programs and reports progress in short lines, so that somebody who waits for an install sees what takes the time.
import { spawn } from 'node:child_process';
import { atEnd } from './ending.mjs';
import { signalGroup } from './processGroup.mjs';

/** An end-to-end run needs some seconds to end browser and VS Code. */
const GRACE_MS = 10_000;

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Says what happens, does it, and says how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  say(`· ${title} ...`);
  const start = performance.now();
  const result = await work();
  say(`  ${title}: ${secondsSince(start)}`);
  return result;
}

/** @param {number} start a reading of `performance.now()` */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Where a program runs, and the exit codes that are no failure. */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, accept?: number[] }} RunOptions */

/**
 * Runs a program quietly and returns what it printed on standard output; when it fails, the error carries the end of all
 * that it printed.
 * @param {string} program
 * @param {string[]} parameters
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export async function run(program, parameters, { cwd, env, accept = [0] } = {}) {
  const child = spawn(program, parameters, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    printed += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    printed += chunk;
  });
  const code = await exitCode(child);
  if (accept.includes(code)) return output;
  const end = printed.trimEnd().split('\n').slice(-40).join('\n');
  throw new Error(`${[program, ...parameters].join(' ')}\nended with ${code}:\n${end}`);
}

/**
 * Runs a program whose output the reader follows as it comes.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export async function runVisibly(program, parameters, options = {}) {
  const stdio = ['ignore', 'inherit', 'inherit'];
  const code = await exitCode(spawn(program, parameters, { ...options, detached: true, stdio }));
  return typeof code === 'number' ? code : 1;
}

/**
 * Each program is started in a process group of its own (`detached`): npm does not pass a signal on to what it runs, so
 * that the whole group is what must be ended with the script.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | NodeJS.Signals>}
 */
async function exitCode(child) {
  const closed = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  const end = atEnd(async () => {
    signalGroup(child, 'SIGTERM');
    const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
    await closed;
    clearTimeout(patience);
  });
  return closed.finally(() => end());
}
