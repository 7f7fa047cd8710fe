// Runs a program in a process group of its own until the parent closes our standard input, and then ends the whole group.
// The system closes it even when the parent is killed outright, so nothing can be left behind.
// Usage: node untilParentEnds.mjs PROGRAM PARAMETER...
import { spawn } from 'node:child_process';
import { signalGroup } from './processGroup.mjs';

/** Extension hosts get this long to write their logs. */
const GRACE_MS = 3_000;

const [program, ...parameters] = process.argv.slice(2);
const child = spawn(program, parameters, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
let ending = false;

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code) => {
  // What the program started may outlive it.
  signalGroup(child, 'SIGKILL');
  process.exit(ending ? 0 : (code ?? 1));
});
process.stdin.resume().on('end', end).on('error', end);
// A Ctrl-C reaches every process of the terminal; the parent decides when the end has come.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', end);
process.on('SIGHUP', end);

function end() {
  if (ending) return;
  ending = true;
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
}
