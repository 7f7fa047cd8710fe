/** What the panel does for people who asked their system for less motion. */

export function prefersReducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Calls `action` at once when the last call is long enough ago, else once the time has passed. */
export function atMostEvery(milliseconds: number, action: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let waiting = false;
  function run(): void {
    waiting = false;
    last = performance.now();
    action();
  }
  return () => {
    if (waiting) return;
    const wait = last + milliseconds - performance.now();
    if (wait <= 0) return run();
    waiting = true;
    setTimeout(run, wait);
  };
}
