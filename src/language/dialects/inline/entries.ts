/** Looks entries of a map up by key; a key that stands twice is reported, since loaders keep only the last. */
import type { MapEntry } from '../../values';
import { closestName, didYouMean } from '../closestName';
import type { FindingList } from '../findingList';

/** The entry that counts for a key: the last. */
export function findEntry(entries: readonly MapEntry[], key: string): MapEntry | undefined {
  return entries.findLast((entry) => entry.key === key);
}

export function reportRepeatedKeys(entries: readonly MapEntry[], findings: FindingList): void {
  const seen = new Set<string>();
  for (const { key, keySpan } of entries) {
    if (seen.has(key))
      findings.add(
        'invalid-value',
        'warning',
        keySpan,
        `\`${key}\` stands here a second time, and only its last value counts. Remove one of them.`,
      );
    seen.add(key);
  }
}

/** Reports every key that is not among the known ones. `owner` begins the sentence: "A soft-supcon objective". */
export function reportUnknownKeys(
  entries: readonly MapEntry[],
  known: readonly string[],
  owner: string,
  findings: FindingList,
): void {
  for (const { key, keySpan } of entries) {
    if (known.includes(key)) continue;
    const guess = didYouMean(key, known);
    findings.unknownName(
      keySpan,
      `${owner} has no key \`${key}\`, so it has no effect.${guess || ` Its keys are ${known.join(', ')}.`}`,
      key,
      closestName(key, known),
    );
  }
}
