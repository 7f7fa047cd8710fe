/** Guesses which known name a mistyped one was meant to be. */

/** The known name nearest to a word: same letters, a beginning of it, or a few typing errors away; null when none is near. */
export function closestName(word: string, names: readonly string[]): string | null {
  if (word.length > 60) return null;
  const plain = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '');
  const meant = plain(word);
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const candidate = plain(name);
    const begins = meant.length >= 3 && candidate.startsWith(meant);
    const distance = begins ? 0.5 : typingErrors(meant, candidate);
    const allowed = Math.max(1, Math.floor(candidate.length / 3));
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** " Did you mean `x`?", or nothing. */
export function didYouMean(word: string, names: readonly string[]): string {
  const closest = closestName(word, names);
  return closest === null ? '' : ` Did you mean \`${closest}\`?`;
}

/** Optimal string alignment distance: letters added, lost, changed, or two neighbours swapped. */
export function typingErrors(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
