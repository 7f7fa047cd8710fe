#!/usr/bin/env node
/** Entry of the command line: arguments in, report on standard output, exit code 0, 1 or 2. */
import { parseCommand } from './arguments';
import { HELP, VERSION } from './help';
import { runAnalyze, type Surroundings } from './runAnalyze';
import { runDesign } from './runDesign';

const SURROUNDINGS: Surroundings = {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  wasmFolder: __dirname,
};

async function main(): Promise<number> {
  const command = parseCommand(process.argv.slice(2));
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case 'misused':
      process.stderr.write(`objective-lens: ${command.because}\n`);
      return 2;
    case 'analyze':
      return runAnalyze(command, SURROUNDINGS);
    case 'design':
      return runDesign(command, SURROUNDINGS);
  }
}

// A reader such as `head` that has seen enough is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Only the exit code is set: ending the process here would cut off what a pipe has not taken yet.
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `objective-lens failed, which is a fault of its own and worth a report:\n${details}\n`,
    );
    process.exitCode = 2;
  },
);
