/** The mathematics on the pool's threads, with a limit on how long one objective may take. */
import { type Analysis, NO_ANSWER } from '../geometry/analysis';
import { STOPPED_EARLY } from '../geometry/interrupt';
import type { Effort } from '../geometry/optimum/effort';
import type { Mathematics } from '../language/languageService';
import type { Parameters } from '../objective/definition';
import { AnalysisFailed, type AnalysisPool } from './analysisPool';
import type { Log } from './host';
import type { Verdicts } from './verdictCells';
import type { CellVerdict } from './workerMessages';

/** Milliseconds, waiting for a free thread included: one hopeless objective must not hide all others. */
export interface Patience {
  /** After this the mathematics ends its searches and answers with what it has. */
  readonly hurryAfter: number;
  /** After this there is no answer: what cannot be ended takes a thread that others wait for. */
  readonly giveUpAfter: number;
}

export const PATIENCE: Patience = { hurryAfter: 40_000, giveUpAfter: 60_000 };

/** Rejects with the signal's reason when aborted; other failures are logged, and told to the user by the service. */
export function pooledMathematics(
  pool: Pick<AnalysisPool, 'analyze'>,
  log: Log,
  patience = PATIENCE,
  effort: Effort = 'full',
): Mathematics {
  return async (definition, signal) => {
    const timeout = AbortSignal.timeout(patience.giveUpAfter);
    const hurry = AbortSignal.timeout(patience.hurryAfter);
    try {
      return await pool.analyze(definition, AbortSignal.any([signal, timeout]), hurry, effort);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const subject = `The analysis of ${definition.name} (${definition.kind})`;
      if (timeout.aborted) {
        log.warn(`${subject} was given up after ${seconds(patience.giveUpAfter)}.`);
        return tooLong(patience.giveUpAfter);
      }
      log.error(`${subject} failed: ${error instanceof AnalysisFailed ? error.trace : error}`);
      throw error;
    }
  };
}

/** On all threads that no analysis needs. Cells that failed are logged once a question. */
export function pooledVerdicts(
  pool: Pick<AnalysisPool, 'decide' | 'size'>,
  log: Log,
  giveUpAfter = PATIENCE.giveUpAfter,
): Verdicts {
  return async (definition, cells, signal) => {
    const timeout = AbortSignal.timeout(giveUpAfter);
    const untilThen = AbortSignal.any([signal, timeout]);
    const each = Math.ceil(cells.length / pool.size);
    const parts = Array.from({ length: Math.ceil(cells.length / each) }, (_, k) =>
      cells.slice(k * each, (k + 1) * each),
    );
    const decideAll = async (part: readonly Partial<Parameters>[]) => {
      const verdicts: CellVerdict[] = [];
      while (verdicts.length < part.length)
        verdicts.push(...(await pool.decide(definition, part.slice(verdicts.length), untilThen)));
      return verdicts;
    };
    const decided = await Promise.all(parts.map(decideAll)).catch((error: unknown) => {
      if (signal.aborted || !timeout.aborted) throw error;
      throw new AnalysisFailed(
        `${cells.length} verdicts would have taken longer than ${seconds(giveUpAfter)} here`,
      );
    });
    const failed = decided.flat().find((cell) => cell.kind === 'failed');
    if (failed) log.error(`A verdict of ${definition.name} (${definition.kind}) failed: ${failed.trace}`);
    return decided.flat();
  };
}

/** No fault of anybody: the objective is large, or the machine busy. */
function tooLong(milliseconds: number): Analysis {
  return {
    ...NO_ANSWER,
    undecidedBecause: `${STOPPED_EARLY}: it would have taken longer than ${seconds(milliseconds)} here, together with the objectives before it; fewer different classes or labels are decided sooner`,
  };
}

const seconds = (milliseconds: number) => `${milliseconds / 1000} s`;
