/**
 * Runs the mathematics on worker threads, so that typing never waits for it. A job that nobody wants any more leaves
 * the queue; if it already runs, its worker is ended and replaced. A job that takes long is hurried before: a flag in
 * shared memory makes it answer with what it has.
 */
import type { Analysis } from '../geometry/analysis';
import type { Definition } from '../objective/definition';

/** What the pool needs of a worker thread; tests give it one of their own. */
export interface PoolWorker {
  postMessage(message: JobMessage): void;
  on(event: 'message', listener: (message: WorkerMessage) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

export interface JobMessage {
  readonly job: number;
  readonly definition: Definition;
  /** Not 0 once the job is to end with the best answer so far. Shape: 1, in shared memory. */
  readonly hurry: Int32Array;
}

export type WorkerMessage =
  | { readonly job: number; readonly kind: 'analysis'; readonly analysis: Analysis }
  | { readonly job: number; readonly kind: 'failure'; readonly because: string; readonly trace: string };

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

interface Job {
  readonly id: number;
  readonly definition: Definition;
  readonly signal: AbortSignal;
  readonly hurry: Int32Array;
  resolve(analysis: Analysis): void;
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
  analyze(definition: Definition, signal: AbortSignal, hurry?: AbortSignal): Promise<Analysis>;
  dispose(): Promise<void>;
}

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
    const job = slot && queue.shift();
    if (!slot || !job) return;
    slot.job = job;
    slot.worker ??= startWorker(slot);
    slot.worker.postMessage({ job: job.id, definition: job.definition, hurry: job.hurry });
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
          message.kind === 'analysis'
            ? job.resolve(message.analysis)
            : job.reject(new AnalysisFailed(message.because, message.trace)),
        );
      }),
    );
    worker.on('error', (error) => fail(error.message));
    worker.on('exit', (code) => fail(`the worker thread ended with code ${code}`));
    return worker;
  };

  const drop = (job: Job) => {
    const running = slots.find((slot) => slot.job === job);
    if (running) {
      const worker = running.worker;
      running.worker = null;
      finish(running, () => job.reject(job.signal.reason));
      void worker?.terminate();
      return;
    }
    queue = queue.filter((waiting) => waiting !== job);
    job.reject(job.signal.reason);
  };

  return {
    analyze: (definition, signal, hurrySignal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const hurry = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
        const onAbort = () => drop(job);
        const job: Job = { id: nextId++, definition, signal, hurry, resolve, reject, onAbort };
        signal.addEventListener('abort', job.onAbort, { once: true });
        raiseWith(hurry, hurrySignal);
        queue.push(job);
        startNext();
      }),
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
  const raise = () => Atomics.store(hurry, 0, 1);
  if (signal?.aborted) raise();
  else signal?.addEventListener('abort', raise, { once: true });
}
