/** Measures one row about reading at one size, on files in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typeIntoServer, typeIntoService } from './languageKeystrokes';
import { LANGUAGE_ROWS, type LanguageRow } from './languageRows';
import { MeasuredServer, type Scanned } from './languageServer';
import { writeWorkspace } from './languageWorkspace';

/** Each scan is measured so often, in a server of its own, and the median taken. */
const RUNS = 5;

interface Measured {
  readonly seconds: readonly number[];
  readonly megabytes: number;
  /** Of the processor: one keystroke, or a server from its start to its end; on a busy machine it says more than the clock. */
  readonly processorSeconds?: number;
  readonly objectives: number | null;
}

const [, , name, size] = process.argv;
const programs = dirname(fileURLToPath(import.meta.url));
const row = LANGUAGE_ROWS.find((candidate) => candidate.name === name);
if (row === undefined) throw new Error(`There is no row named ${name}.`);
const folder = await mkdtemp(join(tmpdir(), 'objective-lens-bench-'));
try {
  process.stdout.write(JSON.stringify(summary(Number(size), await measured(row, Number(size)))));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measured({ measure }: LanguageRow, n: number): Promise<Measured> {
  const workspace = join(folder, 'workspace');
  switch (measure) {
    case 'service-keystroke': {
      const megabytes = () => process.resourceUsage().maxRSS / 1024;
      const keystrokes = await typeIntoService(programs, n, folder);
      return { ...keystrokes, megabytes: megabytes(), objectives: null };
    }
    case 'server-keystroke':
      return { ...(await typeIntoServer(programs, n, folder, join(folder, 'storage'))), objectives: null };
    default:
      await writeWorkspace(workspace, n / 2);
      return scans(measure, workspace);
  }
}

async function scans(measure: LanguageRow['measure'], workspace: string): Promise<Measured> {
  const seconds: number[] = [];
  const processor: number[] = [];
  let megabytes = 0;
  let objectives = 0;
  for (let run = 0; run < RUNS; run++) {
    const storage = join(folder, `storage${run}`);
    const scan = async (which: (server: MeasuredServer) => Promise<Scanned>): Promise<Scanned> => {
      const server = await MeasuredServer.start({ programs, workspace, storage, scope: 'workspace' });
      const scanned = await which(server);
      const used = await server.stop();
      megabytes = Math.max(megabytes, used.megabytes);
      processor[run] = used.processorSeconds;
      return scanned;
    };
    if (measure === 'next-session') await scan((server) => server.firstScan());
    const scanned = await scan(async (server) => {
      const first = await server.firstScan();
      return measure === 'next-scan' ? server.nextScan() : first;
    });
    seconds.push(scanned.seconds);
    objectives = scanned.objectives;
  }
  return { seconds, megabytes, processorSeconds: shareOf(processor, 0.5), objectives };
}

function summary(n: number, { seconds, ...others }: Measured) {
  return { n, seconds: shareOf(seconds, 0.5), p95: shareOf(seconds, 0.95), runs: seconds.length, ...others };
}

/** The value that this share of all does not exceed. */
function shareOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
