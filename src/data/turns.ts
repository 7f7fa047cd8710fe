/** Lets the event loop have its turn between pieces of work that nobody waits for: typing never waits for more than one. */

export interface Turns {
  /** Resolves when another piece may begin. */
  next(): Promise<void>;
}

/** Milliseconds that pieces together may take before messages of the editor are looked at. */
const SLICE = 4;

export function createTurns(slice = SLICE): Turns {
  let since = performance.now();
  let turn: Promise<void> | null = null;
  const takeTurn = () =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        since = performance.now();
        turn = null;
        resolve();
      });
    });
  return {
    async next() {
      // Whoever waited for the same turn may have used it up.
      while (performance.now() - since >= slice) {
        turn ??= takeTurn();
        await turn;
      }
    },
  };
}
