// Signals a program together with everything that it has started.

/**
 * @param {import('node:child_process').ChildProcess} child started with `detached`
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // All of the group have ended.
    if (error.code !== 'ESRCH') throw error;
  }
}
