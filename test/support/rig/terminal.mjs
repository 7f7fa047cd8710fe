// Runs other programs and reports progress in short lines, so that somebody who waits for an install sees what takes the time.
import { spawn } from 'node:child_process';

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
  say(`  ${title}: ${seconds(start)}`);
  return result;
}

/** @param {number} start a reading of `performance.now()` */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Runs a program quietly and returns what it printed; when it fails, the error carries the end of that.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 */
export function run(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      const end = output.trimEnd().split('\n').slice(-40).join('\n');
      const line = [program, ...parameters].join(' ');
      reject(new Error(`${line}\nended with ${signal ?? `exit code ${code}`}:\n${end}`));
    });
  });
}

/**
 * Runs a program whose output the reader follows as it comes.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runVisibly(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...options, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * The outermost frame of a script: an error becomes its message and an exit code. The stack is for DEBUG, because most
 * errors here tell what to install.
 * @param {() => Promise<number>} script returns the exit code
 */
export async function main(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    const known = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`\n${process.env.DEBUG ? known.stack : known.message}\n`);
    process.exitCode = 1;
  }
}
