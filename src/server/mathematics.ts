/** The mathematics on the pool's threads, with a limit on how long one objective may take. */
import type { Mathematics } from '../language/languageService';
import { AnalysisFailed, type AnalysisPool } from './analysisPool';
import type { Log } from './host';

/** Milliseconds, waiting for a free thread included: one hopeless objective must not hide all others. */
const LONGEST_WAIT = 60_000;

/** Rejects with the signal's reason when aborted; other failures are logged, and told to the user by the service. */
export function pooledMathematics(pool: AnalysisPool, log: Log): Mathematics {
  return async (definition, signal) => {
    const timeout = AbortSignal.timeout(LONGEST_WAIT);
    try {
      return await pool.analyze(definition, AbortSignal.any([signal, timeout]));
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const failure = timeout.aborted
        ? new Error(`it was not done after ${LONGEST_WAIT / 1000} s`, { cause: error })
        : error;
      log.error(
        `The analysis of ${definition.name} (${definition.kind}) failed: ${failure instanceof AnalysisFailed ? failure.trace : failure}`,
      );
      throw failure;
    }
  };
}
