// `npm run bench [-- WORD...]`: a table of what the mathematics and the reading cost at two sizes, and the same as JSON.
// With words, only the rows that have one of them in their name; with --json, only the JSON.
import { copyFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { main } from '../support/rig/ending.mjs';
import { cacheFolder, projectRoot } from '../support/rig/paths.mjs';
import { run, say } from '../support/rig/terminal.mjs';
import { BUNDLES, bundleSizes } from './bundleSizes.mjs';
import { FRAME_ROWS } from './frameRows.mjs';
import { PAINT_ROWS } from './paintRows.mjs';
import { TRAINING_ROWS } from './trainingRows.mjs';

const { values, positionals: words } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = join(cacheFolder, 'bench');
const WIDTHS = [56, 18, 10, 10, 10, 9, 14, 8];

/**
 * @typedef {Pick<import('./rows.ts').BenchRow, 'name' | 'unit' | 'sizes' | 'target'> & { program?: string }} Row
 * @typedef {{ n: number, seconds: number, processorSeconds?: number, runs: number, megabytes: number, verdict: string, reason: string | null,
 *   certifiedWithin: number | null, samplingError: number | null, optimumNote: string | null, p95?: number }} Measurement
 */

await main(async () => {
  await build({
    entryPoints: ['', 'language', 'data', 'whatIf'].flatMap((about) =>
      ['rows', 'measure'].map((part) => `test/bench/${joined(about, part)}.ts`),
    ),
    absWorkingDir: projectRoot,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    // Libraries of the server's protocol are CommonJS, and ask for Node's modules in its way.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  /** @type {{ ROWS: Row[] }} */
  const { ROWS } = await import(pathToFileURL(join(folder, 'rows.mjs')).href);
  /** @type {{ LANGUAGE_ROWS: Row[] }} */
  const { LANGUAGE_ROWS } = await import(pathToFileURL(join(folder, 'languageRows.mjs')).href);
  const aboutReading = LANGUAGE_ROWS.map((row) => ({ ...row, program: 'languageMeasure' }));
  /** @type {{ DATA_ROWS: Row[] }} */
  const { DATA_ROWS } = await import(pathToFileURL(join(folder, 'dataRows.mjs')).href);
  const aboutData = DATA_ROWS.map((row) => ({ ...row, program: 'dataMeasure' }));
  // What starts a browser runs as it is: it finds the page by its own place.
  const inBrowser = (rows, measure) =>
    rows.map((row) => ({ ...row, program: join(projectRoot, 'test/bench', measure) }));
  const aboutPage = [
    ...inBrowser(FRAME_ROWS, 'frameMeasure.mjs'),
    ...inBrowser(PAINT_ROWS, 'paintMeasure.mjs'),
    ...inBrowser(TRAINING_ROWS, 'trainingMeasure.mjs'),
  ];
  /** @type {{ WHAT_IF_ROWS: Row[] }} */
  const { WHAT_IF_ROWS } = await import(pathToFileURL(join(folder, 'whatIfRows.mjs')).href);
  const aboutWhatIf = WHAT_IF_ROWS.map((row) => ({ ...row, program: 'whatIfMeasure' }));
  const all = [...ROWS, ...aboutReading, ...aboutData, ...aboutPage, ...aboutWhatIf];
  const wanted = all.filter(({ name }) => isWanted(name));
  const wantsBundles = isWanted(BUNDLES);
  if (wanted.length === 0 && !wantsBundles)
    throw new Error(`No row has one of the words ${words.join(', ')} in its name.`);
  if (wanted.some(({ program }) => program === 'languageMeasure' || program === 'whatIfMeasure'))
    await buildServer();
  if (!values.json && wanted.length > 0) say(heading());
  const results = [];
  for (const row of wanted) {
    const measurements = [];
    for (const n of row.sizes) {
      const measurement = await measure(row, n);
      measurements.push(measurement);
      if (!values.json) say(line(row, measurements));
    }
    const { name, unit, target } = row;
    results.push({ name, unit, target, growth: growth(measurements), measurements });
  }
  if (wantsBundles) {
    const files = await bundleSizes(folder);
    results.push({ name: BUNDLES, files });
    if (!values.json) for (const text of bundleTable(files)) say(text);
  }
  say(values.json ? JSON.stringify(results, null, 2) : `\n${JSON.stringify(results)}`);
  return 0;
});

/** The server as it ships, beside what measures it. */
async function buildServer() {
  await run(process.execPath, ['esbuild.mjs', '--outdir', folder, 'server', 'worker'], { cwd: projectRoot });
  await copyFile(join(projectRoot, 'test', 'bench', 'processUse.cjs'), join(folder, 'processUse.cjs'));
}

/**
 * @param {string} about
 * @param {string} part
 */
function joined(about, part) {
  return about === '' ? part : about + part[0].toUpperCase() + part.slice(1);
}

/** @param {string} name */
function isWanted(name) {
  return words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase()));
}

/**
 * @param {Row} row
 * @param {number} n
 * @returns {Promise<Measurement>}
 */
async function measure({ name, program = 'measure' }, n) {
  const path = isAbsolute(program) ? program : join(folder, `${program}.mjs`);
  return JSON.parse(await run(process.execPath, [path, name, String(n)]));
}

/**
 * The exponent p of a cost that grows as n^p.
 * @param {Measurement[]} measurements
 */
function growth([small, large]) {
  return Math.log(large.seconds / small.seconds) / Math.log(large.n / small.n);
}

function heading() {
  return cells(['work', 'n', 'seconds', 'processor', 'to reach', 'MB', 'certified', 'growth']);
}

/**
 * @param {Row} row
 * @param {Measurement[]} measurements
 */
function line({ name, unit, sizes, target }, measurements) {
  const now = measurements[measurements.length - 1];
  const isSecond = now.n === sizes[1];
  return cells([
    isSecond ? '' : name,
    `${now.n.toLocaleString('en')} ${unit}`,
    now.seconds.toPrecision(3),
    now.processorSeconds?.toPrecision(3) ?? '',
    isSecond && target !== null ? String(target.seconds) : '',
    now.megabytes.toFixed(0),
    trust(now),
    isSecond ? `n^${growth(measurements).toFixed(1)}` : '',
  ]);
}

/** @param {Awaited<ReturnType<typeof bundleSizes>>} files */
function bundleTable(files) {
  const rows = files.map(({ file, kilobytes, compressed, atStart }) => [
    file,
    kilobytes.toFixed(0),
    compressed.toFixed(0),
    atStart ? 'at the start' : 'when first shown',
  ]);
  return ['', ...[[BUNDLES, 'kB', 'gzip', 'loaded'], ...rows].map(cells)];
}

/** @param {Measurement} measurement */
function trust({ certifiedWithin, samplingError, verdict, p95 }) {
  if (p95 !== undefined) return `95% ≤ ${p95.toPrecision(3)}`;
  if (samplingError !== null) return `± ${samplingError.toPrecision(2)}`;
  return certifiedWithin === null ? verdict : certifiedWithin.toExponential(1);
}

/** @param {string[]} texts */
function cells(texts) {
  return texts
    .map((text, k) => text.padEnd(WIDTHS[k]))
    .join(' ')
    .trimEnd();
}
