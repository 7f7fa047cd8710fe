// `npm test`: every test there is, from nothing but a clone. What cannot run counts as failed.
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { main } from './ending.mjs';
import { projectRoot } from './paths.mjs';
import { runVisibly, say, secondsSince } from './terminal.mjs';

/** The build comes before the unit tests, since those of the command line run what was built. */
const parts = [
  { title: 'types, lint, layering, unused code', program: 'npm', parameters: ['run', '--silent', 'check'] },
  { title: 'build', program: 'npm', parameters: ['run', '--silent', 'build'] },
  { title: 'unit tests', program: 'npm', parameters: ['run', '--silent', 'test:unit'] },
  {
    title: 'end-to-end tests in VS Code',
    program: process.execPath,
    parameters: [join('test', 'support', 'rig', 'endToEnd.mjs')],
  },
];

await main(async () => {
  const lines = [];
  const start = performance.now();
  await ensureDependencies();
  lines.push(`done    dependencies: ${secondsSince(start)}`);
  let failed = 0;
  for (const { title, program, parameters } of parts) {
    say(`\n=== ${title}`);
    const partStart = performance.now();
    const code = await runVisibly(program, parameters, { cwd: projectRoot });
    if (code !== 0) failed += 1;
    lines.push(`${code === 0 ? 'passed' : 'FAILED'}  ${title}: ${secondsSince(partStart)}`);
  }
  say(`\n=== Summary\n${lines.join('\n')}`);
  say(failed === 0 ? `All passed in ${secondsSince(start)}.` : `${failed} of ${parts.length} parts failed.`);
  return failed === 0 ? 0 : 1;
});
