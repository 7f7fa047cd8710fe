/** The thread on which the mathematics runs: one definition in, one analysis out, or a verdict for each of its cells. */
import { parentPort } from 'node:worker_threads';
import { analyze } from '../geometry/analyze';
import { decideOnly } from '../geometry/decideOnly';
import type { Interrupt } from '../geometry/interrupt';
import type { Definition, Parameters } from '../objective/definition';
import type { CellVerdict, JobMessage, WorkerMessage } from './workerMessages';

/** Here, and for single cells in `decideCell`, a bug of ours is caught on this thread: the pool turns it into words. */
function answer({ job, definition, cells, effort = 'full', hurry }: JobMessage): WorkerMessage {
  const interrupt = { isRaised: () => Atomics.load(hurry, 0) !== 0 };
  try {
    if (cells) return { job, kind: 'verdicts', verdicts: decideCells(definition, cells, interrupt) };
    return { job, kind: 'analysis', analysis: analyze(definition, { interrupt, effort }) };
  } catch (error) {
    return { job, kind: 'failure', ...failure(error) };
  }
}

/** As many from the first on as there is time for: what an interrupt ended early is not an answer. */
function decideCells(
  definition: Definition,
  cells: readonly Partial<Parameters>[],
  interrupt: Interrupt,
): CellVerdict[] {
  const verdicts: CellVerdict[] = [];
  for (const parameters of cells) {
    const verdict = decideCell(
      { ...definition, parameters: { ...definition.parameters, ...parameters } },
      interrupt,
    );
    if (interrupt.isRaised()) break;
    verdicts.push(verdict);
  }
  return verdicts;
}

function decideCell(definition: Definition, interrupt: Interrupt): CellVerdict {
  try {
    return { kind: 'decided', decided: decideOnly(definition, interrupt) };
  } catch (error) {
    return { kind: 'failed', ...failure(error) };
  }
}

function failure(error: unknown): { because: string; trace: string } {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { because: message, trace: stack ?? message };
}

parentPort?.on('message', (message: JobMessage) => parentPort?.postMessage(answer(message)));
