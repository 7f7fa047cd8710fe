/**
 * Asks the disk on this thread as long as it answers at once: handing a question to another thread and hearing of its
 * answer takes longer than a local disk does. Disks that answer slowly, over a network, are asked in the background.
 */
export interface Disk {
  /** The same question in both ways. */
  ask<T>(here: () => T, inBackground: () => Promise<T>): Promise<T>;
}

/** Milliseconds from which on an answer is slow. */
const SLOW = 2;
/** Questions that are asked in the background after a slow answer, before the disk is tried again. */
const PATIENCE = 200;

export function createDisk(now: () => number = () => performance.now()): Disk {
  let patience = 0;
  return {
    async ask(here, inBackground) {
      if (patience > 0) {
        patience--;
        return inBackground();
      }
      const begin = now();
      try {
        return here();
      } finally {
        if (now() - begin > SLOW) patience = PATIENCE;
      }
    },
  };
}
