/** The mathematics on the pool's threads, with a limit on how long one objective may take. */
import { type Analysis, NO_ANSWER } from '../geometry/analysis';
import { STOPPED_EARLY } from '../geometry/interrupt';
import type { Mathematics } from '../language/languageService';
import { AnalysisFailed, type AnalysisPool } from './analysisPool';
import type { Log } from './host';

/** Milliseconds, waiting for a free thread included: one hopeless objective must not hide all others. */
export interface Patience {
  /** After this the mathematics ends its searches and answers with what it has. */
  readonly hurryAfter: number;
  /** After this there is no answer: what cannot be ended takes a thread that others wait for. */
  readonly giveUpAfter: number;
}

const PATIENCE: Patience = { hurryAfter: 40_000, giveUpAfter: 60_000 };

/** Rejects with the signal's reason when aborted; other failures are logged, and told to the user by the service. */
export function pooledMathematics(pool: AnalysisPool, log: Log, patience = PATIENCE): Mathematics {
  return async (definition, signal) => {
    const timeout = AbortSignal.timeout(patience.giveUpAfter);
    const hurry = AbortSignal.timeout(patience.hurryAfter);
    try {
      return await pool.analyze(definition, AbortSignal.any([signal, timeout]), hurry);
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

/** No fault of anybody: the objective is large, or the machine busy. */
function tooLong(milliseconds: number): Analysis {
  return {
    ...NO_ANSWER,
    undecidedBecause: `${STOPPED_EARLY}: it would have taken longer than ${seconds(milliseconds)} here, together with the objectives before it; fewer different classes or labels are decided sooner`,
  };
}

const seconds = (milliseconds: number) => `${milliseconds / 1000} s`;
