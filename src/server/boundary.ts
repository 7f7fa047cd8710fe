/** The one place where the server catches: whatever fails behind a message is logged, and the server goes on. */
import type { Log } from './host';

export interface Boundary {
  /** Runs work that nobody waits for. */
  run(what: string, work: () => unknown): void;
  /** Wraps a request's work; when it fails, its asker gets `fallback` and the log gets the reason. */
  request<A extends unknown[], T>(
    what: string,
    fallback: T,
    work: (...parameters: A) => T | Promise<T>,
  ): (...parameters: A) => Promise<T>;
}

export function createBoundary(log: Log): Boundary {
  const guard = async <T>(what: string, fallback: T, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      log.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
  return {
    run: (what, work) => void guard<unknown>(what, undefined, work),
    request:
      (what, fallback, work) =>
      (...parameters) =>
        guard(what, fallback, () => work(...parameters)),
  };
}
