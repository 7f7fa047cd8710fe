/** Whether anybody can see the panel's page: a hidden one has nothing computed for it. */

export function watchHiddenPage(listener: () => void): () => boolean {
  document.addEventListener('visibilitychange', listener);
  return () => document.visibilityState === 'hidden';
}
