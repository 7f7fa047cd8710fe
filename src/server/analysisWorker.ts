/** The thread on which the mathematics runs: one definition in, one analysis out. */
import { parentPort } from 'node:worker_threads';
import { analyze } from '../geometry/analyze';
import type { JobMessage, WorkerMessage } from './analysisPool';

/** The single place on this thread where a bug of ours is caught: the pool turns it into words. */
function answer({ job, definition, hurry }: JobMessage): WorkerMessage {
  const interrupt = { isRaised: () => Atomics.load(hurry, 0) !== 0 };
  try {
    return { job, kind: 'analysis', analysis: analyze(definition, { interrupt }) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { job, kind: 'failure', because: message, trace: stack ?? message };
  }
}

parentPort?.on('message', (message: JobMessage) => parentPort?.postMessage(answer(message)));
