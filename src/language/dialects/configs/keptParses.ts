/** What configs say, kept for a few texts: a config that is interpolated from other files is read again for each of them. */
import type { ParsedText } from '../../parsers/parsedText';

/** Texts whose values are kept. */
const MOST_KEPT = 4;

/** By syntax and content, the oldest first. */
const kept = new Map<string, readonly ParsedText[]>();

/** `parse` is called only for a text that is not among those that were asked for last. */
export function parsedOnce(
  syntax: string,
  text: string,
  parse: () => readonly ParsedText[],
): readonly ParsedText[] {
  const key = `${syntax} ${text}`;
  const documents = kept.get(key) ?? parse();
  kept.delete(key);
  kept.set(key, documents);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return documents;
}
