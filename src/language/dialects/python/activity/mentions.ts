/** Where a name stands in a text: by search, not by pattern, since it is asked for every loss at every keystroke. */
import type { Span } from '../../../../objective/definition';

const PART_OF_NAME = /[\p{L}\p{N}_]/u;

/** Whole names only, in comments and strings too; at most so many. */
export function mentionsOf(name: string, text: string, { start, end }: Span, most: number): readonly Span[] {
  const found: Span[] = [];
  let at = text.indexOf(name, start);
  while (at >= 0 && at + name.length <= end && found.length < most) {
    const after = at + name.length;
    if (!PART_OF_NAME.test(text[at - 1] ?? ' ') && !PART_OF_NAME.test(text[after] ?? ' '))
      found.push({ start: at, end: after });
    at = text.indexOf(name, after);
  }
  return found;
}
