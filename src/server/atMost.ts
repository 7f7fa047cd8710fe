/** Bounds how many pieces of work are under way at the same time; the others wait in their order. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

export function atMost(count: number): Limit {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
