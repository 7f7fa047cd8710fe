/**
 * Runs the mathematics on worker threads, so that typing never waits for it. A job that nobody wants any more leaves
 * the queue; if it already runs, its worker is ended and replaced. A job that takes long is hurried before: a flag in
 * shared memory makes it answer with what it has. The cells of a picture give way to every analysis.
 */
import type { Analysis } from '../geometry/analysis';
import type { Effort } from '../geometry/optimum/effort';
import type { Definition, Parameters } from '../objective/definition';
import type { CellVerdict, JobMessage, WorkerMessage } from './workerMessages';

/** What the pool needs of a worker thread; tests give it one of their own. */
export interface PoolWorker {
  postMessage(message: JobMessage): void;
  on(event: 'message', listener: (message: WorkerMessage) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

/** The mathematics ended without an answer: a bug or a lack of memory, never the author's fault. */
export class AnalysisFailed extends Error {
  override readonly name = 'AnalysisFailed';

  /** `trace` is where it happened on the worker's thread, for the log. */
  constructor(
    message: string,
    readonly trace = message,
  ) {
    super(message);
  }
}

type Answered = Exclude<WorkerMessage, { readonly kind: 'failure' }>;

interface Job extends Omit<JobMessage, 'job'> {
  readonly id: number;
  readonly signal: AbortSignal;
  resolve(answer: Answered): void;
  reject(error: unknown): void;
  readonly onAbort: () => void;
}

interface Slot {
  worker: PoolWorker | null;
  job: Job | null;
}

export interface AnalysisPool {
  /**
   * Rejects with the signal's reason when aborted, and with `AnalysisFailed` when the worker fails. Once `hurry` is
   * aborted it answers soon, with the best answer so far.
   */
  analyze(
    definition: Definition,
    signal: AbortSignal,
    hurry?: AbortSignal,
    effort?: Effort,
  ): Promise<Analysis>;
  /** Verdicts of the first cells: of all, or of fewer where an analysis needed the thread. Rejects as `analyze` does. */
  decide(
    definition: Definition,
    cells: readonly Partial<Parameters>[],
    signal: AbortSignal,
  ): Promise<readonly CellVerdict[]>;
  /** Jobs that run at the same time. */
  readonly size: number;
  dispose(): Promise<void>;
}

/** Milliseconds in which cells that nobody wants any more have to end, before their worker is. */
const GRACE = 1000;

/** Workers start with their first job and then stay; `size` jobs run at the same time. */
export function createAnalysisPool(size: number, spawn: () => PoolWorker): AnalysisPool {
  const slots: Slot[] = Array.from({ length: size }, () => ({ worker: null, job: null }));
  let queue: Job[] = [];
  let nextId = 0;

  const finish = (slot: Slot, settle: (job: Job) => void) => {
    const { job } = slot;
    slot.job = null;
    if (job) {
      job.signal.removeEventListener('abort', job.onAbort);
      settle(job);
    }
    startNext();
  };

  const startNext = () => {
    const slot = slots.find((candidate) => candidate.job === null);
    const job = queue.find(({ cells }) => !cells) ?? queue[0];
    if (!slot || !job) return;
    queue = queue.filter((waiting) => waiting !== job);
    slot.job = job;
    slot.worker ??= startWorker(slot);
    const { id, definition, cells, effort, hurry } = job;
    slot.worker.postMessage({
      job: id,
      definition,
      hurry,
      ...(cells ? { cells } : {}),
      ...(effort ? { effort } : {}),
    });
    startNext();
  };

  const startWorker = (slot: Slot): PoolWorker => {
    const worker = spawn();
    // Events of a worker that was replaced are of no interest: its job has been settled already.
    const ifCurrent = (act: () => void) => {
      if (slot.worker === worker) act();
    };
    const fail = (because: string) =>
      ifCurrent(() => {
        slot.worker = null;
        finish(slot, (job) => job.reject(new AnalysisFailed(because)));
      });
    worker.on('message', (message) =>
      ifCurrent(() => {
        if (message.job !== slot.job?.id) return;
        finish(slot, (job) =>
          message.kind === 'failure'
            ? job.reject(new AnalysisFailed(message.because, message.trace))
            : job.resolve(message),
        );
      }),
    );
    worker.on('error', (error) => fail(error.message));
    worker.on('exit', (code) => fail(`the worker thread ended with code ${code}`));
    return worker;
  };

  const endWorkerOf = (slot: Slot) => {
    const worker = slot.worker;
    slot.worker = null;
    finish(slot, (job) => job.reject(job.signal.reason));
    void worker?.terminate();
  };
  const drop = (job: Job) => {
    job.reject(job.signal.reason);
    queue = queue.filter((waiting) => waiting !== job);
    const running = slots.find((slot) => slot.job === job);
    if (!running) return;
    if (!job.cells) return endWorkerOf(running);
    // Cells end soon by themselves, and leave a worker that has warmed up.
    raise(job.hurry);
    setTimeout(() => running.job === job && endWorkerOf(running), GRACE).unref();
  };
  const makeWay = () => {
    if (slots.some(({ job }) => job === null)) return;
    const giving = slots.find(({ job }) => job?.cells && Atomics.load(job.hurry, 0) === 0);
    if (giving?.job) raise(giving.job.hurry);
  };

  type Asked = Pick<Job, 'definition' | 'signal' | 'cells' | 'effort'>;
  const run = (asked: Asked, hurrySignal?: AbortSignal) =>
    new Promise<Answered>((resolve, reject) => {
      const { signal } = asked;
      if (signal.aborted) return reject(signal.reason);
      const hurry = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const job: Job = { ...asked, id: nextId++, hurry, resolve, reject, onAbort: () => drop(job) };
      signal.addEventListener('abort', job.onAbort, { once: true });
      raiseWith(hurry, hurrySignal);
      queue.push(job);
      if (!job.cells) makeWay();
      startNext();
    });

  return {
    size,
    async analyze(definition, signal, hurry, effort) {
      const answer = await run({ definition, signal, ...(effort ? { effort } : {}) }, hurry);
      if (answer.kind !== 'analysis') throw new AnalysisFailed(`a worker answered with ${answer.kind}`);
      return answer.analysis;
    },
    async decide(definition, cells, signal) {
      const answer = await run({ definition, signal, cells });
      if (answer.kind !== 'verdicts') throw new AnalysisFailed(`a worker answered with an ${answer.kind}`);
      return answer.verdicts;
    },
    dispose: async () => {
      const workers = slots.map((slot) => slot.worker);
      for (const job of queue.splice(0)) job.reject(new AnalysisFailed('the server is shutting down'));
      for (const slot of slots) {
        slot.worker = null;
        slot.job?.reject(new AnalysisFailed('the server is shutting down'));
        slot.job = null;
      }
      await Promise.all(workers.map((worker) => worker?.terminate()));
    },
  };
}

/** The flag of a job that has ended by then is raised for nobody. */
function raiseWith(hurry: Int32Array, signal: AbortSignal | undefined): void {
  if (signal?.aborted) raise(hurry);
  else signal?.addEventListener('abort', () => raise(hurry), { once: true });
}

const raise = (hurry: Int32Array) => Atomics.store(hurry, 0, 1);
