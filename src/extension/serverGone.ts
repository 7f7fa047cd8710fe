/** Whether a question had no answer because the language server ended: nobody's bug of the question, and told so. */

/** Of the protocol: a pending answer that was given up, a client that does not run, and a connection that is closed or disposed. */
const GONE: ReadonlySet<unknown> = new Set([-32097, -32096, 1, 2]);

export const SERVER_GONE =
  'The language server has stopped, so there is no answer. It starts again by itself; if it does not, the log says why, and reloading the window starts it anew.';

export const isServerGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && GONE.has(error.code);
