/** Lets the event loop have its turn between pieces of work that nobody waits for: typing never waits for more than one. */

export interface Turns {
  /** Resolves when another piece may begin. */
  next(): Promise<void>;
}

/** Milliseconds that pieces together may take before messages of the editor are looked at. */
const SLICE = 4;

export function createTurns(slice = SLICE): Turns {
  let since = performance.now();
  let last: Promise<void> = Promise.resolve();
  const takeTurn = () =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  const pass = async () => {
    if (performance.now() - since >= slice) await takeTurn();
  };
  return {
    next() {
      // One behind the other: the next one looks at the clock when the piece before it has been at work.
      last = last.then(pass);
      return last;
    },
  };
}
