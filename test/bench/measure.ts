/** Measures one row of the bench at one size, in a process of its own so that its memory is its own. */
import { analyze } from '../../src/geometry/analyze';
import { type BenchRow, ROWS } from './rows';

/** Runs are repeated until this much time has passed, for a median that noise does not move much. */
const ENOUGH_MS = 4000;
const MOST_RUNS = 25;
/** After this a run is not repeated even once. */
const LONG_MS = 20_000;

const [, , name, size] = process.argv;
const row = ROWS.find((candidate) => candidate.name === name);
if (row === undefined) throw new Error(`There is no row named ${name}.`);
process.stdout.write(JSON.stringify(measured(row, Number(size))));

function measured(row: BenchRow, n: number) {
  const definition = row.definition(n);
  const milliseconds: number[] = [];
  const processor: number[] = [];
  const begin = performance.now();
  // On a busy machine the processor's own time says more than the clock.
  const timed = (run: number) => {
    const [start, used] = [performance.now(), process.cpuUsage()];
    const answer = analyze(definition(run));
    milliseconds.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
    return answer;
  };
  // The first run warms up: its time is that of compiling the code too.
  let analysis = timed(0);
  const isLong = performance.now() - begin > LONG_MS;
  if (!isLong) for (const times of [milliseconds, processor]) times.pop();
  for (let run = 1; !isLong && run <= MOST_RUNS; run++) {
    analysis = timed(run);
    if (run >= 3 && performance.now() - begin > ENOUGH_MS) break;
  }
  const { verdict, reason, certifiedWithin, samplingError, optimumNote } = analysis;
  return {
    n,
    seconds: median(milliseconds) / 1000,
    processorSeconds: median(processor) / 1000,
    runs: milliseconds.length,
    megabytes: process.resourceUsage().maxRSS / 1024,
    verdict,
    reason,
    certifiedWithin,
    samplingError: samplingError?.similarity ?? null,
    optimumNote,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
