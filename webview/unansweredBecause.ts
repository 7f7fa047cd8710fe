/** Why a question had no answer, in words for where it was asked. */

/** `patience` is how long was waited, in milliseconds. */
export function unansweredBecause(error: unknown, patience: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `there was no answer after ${patience / 1000} seconds; fewer classes or labels are answered sooner`;
  return error instanceof Error ? error.message : String(error);
}
