// Collects what a script must undo before it ends, however it ends: processes, temporary folders, locks. Ctrl-C and the
// other signals that ask a script to stop are answered here and nowhere else.

const undoings = new Set();
const PARENT_CHECK_MS = 500;
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Registers what to undo; the answer undoes it early, and does nothing the second time.
 * @param {() => unknown} undo
 * @returns {() => Promise<void>}
 */
export function atEnd(undo) {
  undoings.add(undo);
  return async () => {
    if (undoings.delete(undo)) await undo();
  };
}

/**
 * The outermost frame of a script: an error becomes its message and an exit code, a signal ends it, and in every case all
 * is undone first. The stack is for DEBUG, because most errors here tell what to install.
 * @param {() => Promise<number>} script returns the exit code
 */
export async function main(script) {
  const stopped = new Promise((resolve) => {
    for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => resolve(code));
    whenNpmEnds(() => resolve(SIGNALS.SIGTERM));
  });
  let isEnding = false;
  // What fails because the rest is being undone is no news.
  const finished = script().catch((error) => (isEnding ? 1 : report(error)));
  const code = await Promise.race([stopped, finished]);
  isEnding = true;
  await undoAll();
  process.exit(code);
}

/**
 * Whoever ends `npm start` ends npm, which tells its shell but not the script. The shell is the script's parent, and when
 * it is gone the script gets another one.
 * @param {() => void} stop
 */
function whenNpmEnds(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = () => {
    if (process.ppid !== parent) stop();
  };
  setInterval(check, PARENT_CHECK_MS).unref();
}

/** The last thing made is undone first, since it may stand on the earlier ones. */
async function undoAll() {
  for (const undo of [...undoings].reverse()) {
    undoings.delete(undo);
    await Promise.resolve().then(undo).catch(report);
  }
}

/** @param {unknown} error */
function report(error) {
  const known = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`\n${process.env.DEBUG ? known.stack : known.message}\n`);
  return 1;
}
