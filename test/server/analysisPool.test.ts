/** The pool against workers whose every answer and death the test decides. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/geometry/analysis';
import type { Definition } from '../../src/objective/definition';
import { AnalysisFailed, createAnalysisPool, type PoolWorker } from '../../src/server/analysisPool';
import type { JobMessage, WorkerMessage } from '../../src/server/workerMessages';

class FakeWorker implements PoolWorker {
  readonly jobs: JobMessage[] = [];
  isTerminated = false;
  readonly #listeners = { message: [], error: [], exit: [] } as Record<string, ((value: never) => void)[]>;

  postMessage(message: JobMessage) {
    this.jobs.push(message);
  }
  on(event: string, listener: (value: never) => void) {
    this.#listeners[event].push(listener);
  }
  async terminate() {
    this.isTerminated = true;
    this.emit('exit', 1);
    return 1;
  }
  emit(event: 'message' | 'error' | 'exit', value: unknown) {
    for (const listener of this.#listeners[event]) listener(value as never);
  }
  answer(verdict: string, job = this.jobs.at(-1)!.job) {
    const message: WorkerMessage = { job, kind: 'analysis', analysis: { verdict } as Analysis };
    this.emit('message', message);
  }
}

const definition = (name: string) => ({ name }) as Definition;
const never = () => new AbortController().signal;
let workers: FakeWorker[] = [];
const pool = (size: number) =>
  createAnalysisPool(size, () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
afterEach(() => {
  workers = [];
});

describe('the analysis pool', () => {
  it('starts a worker with its first job and keeps it for the next', async () => {
    const analyses = pool(2);
    expect(workers).toHaveLength(0);
    const first = analyses.analyze(definition('a'), never());
    workers[0].answer('realizable');
    expect((await first).verdict).toBe('realizable');
    const second = analyses.analyze(definition('b'), never());
    workers[0].answer('degenerate');
    expect((await second).verdict).toBe('degenerate');
    expect(workers).toHaveLength(1);
  });

  it('runs as many jobs at a time as it has workers, the others in their order', async () => {
    const analyses = pool(2);
    const names = ['a', 'b', 'c', 'd'];
    const answers = names.map((name) => analyses.analyze(definition(name), never()));
    const started = () => workers.flatMap(({ jobs }) => jobs.map((job) => job.definition.name)).sort();
    expect(started()).toEqual(['a', 'b']);
    workers[1].answer('of b');
    workers[1].answer('of c');
    workers[0].answer('of a');
    workers[1].answer('of d');
    expect((await Promise.all(answers)).map(({ verdict }) => verdict)).toEqual([
      'of a',
      'of b',
      'of c',
      'of d',
    ]);
  });

  it('drops an aborted job from the queue without touching the one that runs', async () => {
    const analyses = pool(1);
    const running = analyses.analyze(definition('running'), never());
    const controller = new AbortController();
    const queued = analyses.analyze(definition('queued'), controller.signal);
    const reason = new Error('nobody wants it');
    controller.abort(reason);
    await expect(queued).rejects.toBe(reason);
    workers[0].answer('realizable');
    await running;
    expect(workers[0].isTerminated).toBe(false);
    expect(workers[0].jobs.map((job) => job.definition.name)).toEqual(['running']);
  });

  it('ends the worker of an aborted job and gives the next job a new one', async () => {
    const analyses = pool(1);
    const controller = new AbortController();
    const running = analyses.analyze(definition('running'), controller.signal);
    const next = analyses.analyze(definition('next'), never());
    const reason = new Error('the text has changed');
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(workers).toHaveLength(2);
    expect(workers[0].isTerminated).toBe(true);
    // A late answer of the ended worker belongs to nobody.
    workers[0].answer('late', workers[1].jobs[0].job);
    workers[1].answer('realizable');
    expect((await next).verdict).toBe('realizable');
  });

  it('refuses a job whose signal is aborted already', async () => {
    const analyses = pool(1);
    await expect(analyses.analyze(definition('a'), AbortSignal.abort('old'))).rejects.toBe('old');
    expect(workers).toHaveLength(0);
  });

  it.each([
    ['an error', (worker: FakeWorker) => worker.emit('error', new Error('out of memory')), 'out of memory'],
    ['its end', (worker: FakeWorker) => worker.emit('exit', 134), 'ended with code 134'],
  ])(
    'fails the job of a worker that crashes by %s, and goes on with a new one',
    async (_, crash, because) => {
      const analyses = pool(1);
      const lost = analyses.analyze(definition('lost'), never());
      const next = analyses.analyze(definition('next'), never());
      crash(workers[0]);
      await expect(lost).rejects.toThrow(AnalysisFailed);
      await expect(lost).rejects.toThrow(because);
      workers[1].answer('realizable');
      expect((await next).verdict).toBe('realizable');
    },
  );

  it('passes a failure of the mathematics on with its trace, and keeps the worker', async () => {
    const analyses = pool(1);
    const failed = analyses.analyze(definition('a'), never());
    workers[0].emit('message', {
      job: workers[0].jobs[0].job,
      kind: 'failure',
      because: 'a NaN',
      trace: 'Error: a NaN at x',
    } satisfies WorkerMessage);
    await expect(failed).rejects.toMatchObject({ message: 'a NaN', trace: 'Error: a NaN at x' });
    const next = analyses.analyze(definition('b'), never());
    workers[0].answer('realizable');
    await next;
    expect(workers).toHaveLength(1);
  });

  it('raises the flag of a job in shared memory when it is to hurry, whether it runs or waits', async () => {
    const analyses = pool(1);
    const hurry = new AbortController();
    const flags = () => workers[0].jobs.map((job) => Atomics.load(job.hurry, 0));
    const answers = [
      analyses.analyze(definition('running'), never(), hurry.signal),
      analyses.analyze(definition('waiting'), never(), hurry.signal),
      analyses.analyze(definition('patient'), never()),
    ];
    expect(workers[0].jobs[0].hurry.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(flags()).toEqual([0]);
    hurry.abort();
    for (const _ of answers) workers[0].answer('undecided');
    await Promise.all(answers);
    expect(flags()).toEqual([1, 1, 0]);
    expect(workers[0].isTerminated).toBe(false);
  });

  it('ends every worker when it is disposed, and rejects what is left', async () => {
    const analyses = pool(2);
    const left = ['a', 'b', 'c'].map((name) => analyses.analyze(definition(name), never()));
    const settled = Promise.allSettled(left);
    await analyses.dispose();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });
});
