/** Measures one row about trying values at one size: the built server, asked as the panel asks through the extension. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../../src/protocol/decode';
import type { Changes } from '../../src/protocol/requests/changes';
import { decodeServerReply, SERVER_QUESTIONS } from '../../src/protocol/serverQuestions';
import { MeasuredServer } from './languageServer';
import { WHAT_IF_ROWS, type WhatIfRow } from './whatIfRows';

/** Values that are tried; the first ones find a thread that has not run such an objective yet, and are not counted. */
const RUNS = 40;
const WARM_UP = 10;
const CELLS = 25;

const [, , name, size] = process.argv;
const programs = dirname(fileURLToPath(import.meta.url));
const row = WHAT_IF_ROWS.find((candidate) => candidate.name === name);
if (row === undefined) throw new Error(`There is no row named ${name}.`);
const folder = await mkdtemp(join(tmpdir(), 'objective-lens-bench-'));
try {
  process.stdout.write(JSON.stringify(await measured(row, Number(size))));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measured({ measure, keys, temperature }: WhatIfRow, n: number) {
  const storage = join(folder, 'storage');
  const server = await MeasuredServer.start({ programs, workspace: folder, storage, scope: 'openFiles' });
  const classes = Array.from({ length: n }, (_, k) => Math.floor(500 * 0.01 ** (k / (n - 1)) + 1e-9));
  const uri = pathToFileURL(join(folder, 'tried.objective.yaml')).href;
  const text = `${keys}\ntemperature: ${temperature}\nclasses: [${classes.join(', ')}]\n`;
  const id = await server.openObjective(uri, text);
  const seconds: number[] = [];
  let verdict = '';
  for (let run = -WARM_UP; run < RUNS; run++) {
    const begin = performance.now();
    const tried = (k: number): Changes => ({ temperature: temperature * (1 + (run + k / CELLS) / 100) });
    if (measure !== 'verdicts') {
      const isPassing = measure === 'passing';
      const { view } = await answered(server, 'what-if', { id, changes: tried(0), isPassing });
      verdict = view.summary.verdict;
    } else {
      const cells = Array.from({ length: CELLS }, (_, k) => tried(k));
      const answer = await answered(server, 'verdicts', { id, changes: {}, cells });
      verdict = answer.cells[0].verdict ?? '';
    }
    const taken = (performance.now() - begin) / 1000;
    if (run >= 0) seconds.push(measure === 'verdicts' ? taken / CELLS : taken);
  }
  const { megabytes } = await server.stop();
  const sorted = seconds.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * sorted.length)];
  return { n, seconds: at(0.5), p95: at(0.95), runs: RUNS, megabytes, verdict };
}

type Answered<N extends 'what-if' | 'verdicts'> = N extends 'what-if'
  ? { readonly view: { readonly summary: { readonly verdict: string } } }
  : { readonly cells: readonly { readonly verdict: string | null }[] };

/** Decoded twice, as extension and panel do. */
async function answered<N extends 'what-if' | 'verdicts'>(
  server: MeasuredServer,
  question: N,
  ask: unknown,
): Promise<Answered<N>> {
  const reply = decodeServerReply(await server.ask({ name: question, ask }));
  if (reply.kind === 'malformed' || 'refusedBecause' in reply.message)
    throw new Error(`The server has no answer: ${JSON.stringify(reply)}`);
  const inExtension = decode<unknown>(SERVER_QUESTIONS[question].answer, reply.message.answer);
  if (inExtension.kind === 'malformed') throw new Error(inExtension.because);
  const inPanel = decode<unknown>(SERVER_QUESTIONS[question].answer, structuredClone(inExtension.message));
  if (inPanel.kind === 'malformed') throw new Error(inPanel.because);
  return inPanel.message as Answered<N>;
}
