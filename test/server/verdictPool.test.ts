/** Cells on the pool: they give way to every analysis, keep what they have, and end without ending their worker. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../src/geometry/analysis';
import type { Definition, Parameters } from '../../src/objective/definition';
import { createAnalysisPool, type PoolWorker } from '../../src/server/analysisPool';
import { pooledVerdicts } from '../../src/server/mathematics';
import type { CellVerdict, JobMessage, WorkerMessage } from '../../src/server/workerMessages';

class FakeWorker implements PoolWorker {
  readonly jobs: JobMessage[] = [];
  isTerminated = false;
  #listen: (message: WorkerMessage) => void = () => undefined;

  postMessage(message: JobMessage) {
    this.jobs.push(message);
  }
  on(event: string, listener: (value: never) => void) {
    if (event === 'message') this.#listen = listener as (message: WorkerMessage) => void;
  }
  async terminate() {
    this.isTerminated = true;
    return 1;
  }
  get job(): JobMessage {
    return this.jobs[this.jobs.length - 1];
  }
  get isHurried(): boolean {
    return Atomics.load(this.job.hurry, 0) === 1;
  }
  /** The first cells of the newest job, each with its temperature as its gap. */
  decide(count: number) {
    const verdicts = (this.job.cells ?? []).slice(0, count).map(decidedCell);
    this.#listen({ job: this.job.job, kind: 'verdicts', verdicts });
  }
  analyze(verdict: string) {
    this.#listen({ job: this.job.job, kind: 'analysis', analysis: { verdict } as Analysis });
  }
}

const decidedCell = ({ temperature }: Partial<Parameters>): CellVerdict => ({
  kind: 'decided',
  decided: {
    verdict: 'realizable',
    reason: 'exact',
    gap: temperature?.value ?? null,
    undecidedBecause: null,
  },
});
const definition = { name: 'a', kind: 'supcon' } as Definition;
const cellsOf = (...temperatures: number[]): Partial<Parameters>[] =>
  temperatures.map((value) => ({ temperature: { value, origin: 'changed here', span: null } }));
const gaps = (verdicts: readonly CellVerdict[]) =>
  verdicts.map((cell) => (cell.kind === 'decided' ? cell.decided.gap : null));
const never = () => new AbortController().signal;
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function harness(size = 1) {
  const workers: FakeWorker[] = [];
  const said: string[] = [];
  const say = (message: string) => said.push(message);
  const pool = createAnalysisPool(size, () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const log = { info: say, warn: say, error: say };
  return { pool, workers, said, verdicts: pooledVerdicts(pool, log), log };
}

afterEach(() => vi.useRealTimers());

describe('cells on the pool', () => {
  it('are decided in one job where nothing else is to do', async () => {
    const { verdicts, workers } = harness();
    const asked = verdicts(definition, cellsOf(1, 2, 3), never());
    expect(workers[0].job).toMatchObject({ definition, cells: cellsOf(1, 2, 3) });
    workers[0].decide(3);
    expect(gaps(await asked)).toEqual([1, 2, 3]);
    expect(workers[0].isHurried).toBe(false);
  });

  it('give way to an analysis, and go on after it where they were', async () => {
    const { pool, verdicts, workers } = harness();
    const asked = verdicts(definition, cellsOf(1, 2, 3), never());
    const whatIf = pool.analyze(definition, never());
    expect(workers[0].isHurried).toBe(true);
    workers[0].decide(1);
    expect(workers[0].job.cells).toBeUndefined();
    workers[0].analyze('degenerate');
    expect((await whatIf).verdict).toBe('degenerate');
    await turn();
    expect(workers[0].job.cells).toEqual(cellsOf(2, 3));
    workers[0].decide(2);
    expect(gaps(await asked)).toEqual([1, 2, 3]);
    expect(workers).toHaveLength(1);
  });

  it('wait behind every analysis, also one that was asked for later', async () => {
    const { pool, verdicts, workers } = harness();
    const running = pool.analyze(definition, never());
    const asked = verdicts(definition, cellsOf(1), never());
    const later = pool.analyze(definition, never());
    workers[0].analyze('first');
    workers[0].analyze('second');
    expect([(await running).verdict, (await later).verdict]).toEqual(['first', 'second']);
    workers[0].decide(1);
    expect(gaps(await asked)).toEqual([1]);
  });

  it('disturb no cells while a thread is free', async () => {
    const { pool, workers } = harness(2);
    void pool.decide(definition, cellsOf(1), never());
    void pool.analyze(definition, never());
    expect(workers).toHaveLength(2);
    expect(workers[0].isHurried).toBe(false);
  });

  it('are shared among the threads, and answered in their order', async () => {
    const { verdicts, workers } = harness(2);
    const asked = verdicts(definition, cellsOf(1, 2, 3, 4, 5), never());
    expect(workers.map(({ job }) => job.cells?.length)).toEqual([3, 2]);
    workers[1].decide(2);
    workers[0].decide(3);
    expect(gaps(await asked)).toEqual([1, 2, 3, 4, 5]);
  });

  it('that nobody wants any more end by themselves, and leave their worker for the next job', async () => {
    const { pool, verdicts, workers } = harness();
    const controller = new AbortController();
    const asked = verdicts(definition, cellsOf(1, 2), controller.signal);
    controller.abort(new Error('another plane'));
    await expect(asked).rejects.toThrow('another plane');
    expect(workers[0].isHurried).toBe(true);
    const next = pool.analyze(definition, never());
    workers[0].decide(0);
    workers[0].analyze('degenerate');
    expect((await next).verdict).toBe('degenerate');
    expect(workers).toHaveLength(1);
    expect(workers[0].isTerminated).toBe(false);
  });

  it('that do not end when they should lose their worker', async () => {
    vi.useFakeTimers();
    const { pool, workers } = harness();
    const controller = new AbortController();
    const asked = pool.decide(definition, cellsOf(1), controller.signal);
    controller.abort(new Error('another plane'));
    await expect(asked).rejects.toThrow('another plane');
    void pool.analyze(definition, never());
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(workers[0].isTerminated).toBe(true);
    expect(workers[1].job.cells).toBeUndefined();
  });

  it('that fail are logged with where, and the others are answered', async () => {
    const { pool, log, said } = harness();
    const failed: CellVerdict = { kind: 'failed', because: 'a NaN', trace: 'Error: a NaN at x' };
    const decide = async () => [failed, decidedCell(cellsOf(2)[0])];
    const verdicts = pooledVerdicts({ ...pool, decide }, log);
    expect(await verdicts(definition, cellsOf(1, 2), never())).toEqual([failed, decidedCell(cellsOf(2)[0])]);
    expect(said).toEqual(['A verdict of a (supcon) failed: Error: a NaN at x']);
  });

  it('that take too long are given up in words', async () => {
    const { pool, log } = harness();
    const verdicts = pooledVerdicts(pool, log, 20);
    await expect(verdicts(definition, cellsOf(1, 2), never())).rejects.toThrow(
      '2 verdicts would have taken longer than 0.02 s here',
    );
  });
});
