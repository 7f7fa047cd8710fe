// Prints what the command line says of the examples, so that the terminal shows at once what to look for in the editor.
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { run } from './terminal.mjs';

/** The columns, each with its title and what stands in it. */
const columns = [
  ['objective', ({ file, name }) => `${file} · ${name}`],
  ['kind', ({ kind }) => kind],
  ['verdict', ({ verdict, reason }) => (reason ? `${verdict} (${reason})` : verdict)],
  ['minimum', ({ minimum }) => inNats(minimum)],
  ['gap, nats', ({ gap }) => inNats(gap)],
];

/** @returns {Promise<string>} */
export async function examplesTable() {
  const cli = join('dist', 'cli.js');
  const output = await run(
    process.execPath,
    [cli, 'analyze', 'examples', '--format', 'json', '--fail-on', 'never'],
    { cwd: projectRoot },
  );
  return formatTable(JSON.parse(output).objectives);
}

/**
 * @param {{ file: string, name: string, kind: string, verdict: string, reason: string | null, minimum: number | null, gap: number | null }[]} objectives
 */
export function formatTable(objectives) {
  const rows = [columns.map(([title]) => title)];
  for (const objective of objectives) rows.push(columns.map(([, cell]) => cell(objective)));
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {number | null} value */
function inNats(value) {
  if (value === null) return '–';
  if (value === 0) return '0';
  if (Math.abs(value) < 1e-4) return value.toExponential(1);
  return value.toFixed(4);
}
