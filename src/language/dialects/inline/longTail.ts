/** Class sizes by the formula of the long-tailed CIFAR sets: `{ long-tail: { classes: 100, max: 500, factor: 0.01 } }`. */
import type { ClassSize } from '../../../objective/definition';
import type { MapEntry } from '../../values';
import type { FindingList } from '../findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './entries';
import { INVALID, type InlineValue, rejectValue, value } from './inlineValue';
import { counting, type NumberRange, readNumber } from './numbers';

const EXAMPLE = 'classes: { long-tail: { classes: 100, max: 500, factor: 0.01 } }';
const CLASSES = { ...counting('classes', 1, 100), example: EXAMPLE };
const MAX = { ...counting('max', 1, 500), example: EXAMPLE };
const FACTOR: NumberRange = {
  what: 'a number above 0 and at most 1',
  example: EXAMPLE,
  accepts: (x) => x > 0 && x <= 1,
  because: 'It is the size of the smallest class as a part of that of the largest.',
};
const MOST_CLASSES = 100_000;

export function readLongTail(entry: MapEntry, findings: FindingList): InlineValue<readonly ClassSize[]> {
  const { value: node } = entry;
  const keys = ['classes', 'max', 'factor'] as const;
  if (node.kind !== 'map')
    return rejectValue(
      node,
      entry.key,
      { what: 'a map of classes, max and factor', example: EXAMPLE },
      findings,
    );
  reportRepeatedKeys(node.entries, findings);
  reportUnknownKeys(node.entries, keys, `\`${entry.key}\``, findings);
  const [classes, max, factor] = keys.map((key) => {
    const found = findEntry(node.entries, key);
    if (found)
      return readNumber(found.value, key, { classes: CLASSES, max: MAX, factor: FACTOR }[key], findings);
    findings.invalid(entry.keySpan, `\`${entry.key}\` needs \`${key}\`. Write, for example, \`${EXAMPLE}\`.`);
    return INVALID;
  });
  if (classes.kind !== 'value' || max.kind !== 'value' || factor.kind !== 'value') return INVALID;
  if (classes.value > MOST_CLASSES) {
    findings.invalid(entry.keySpan, `These are ${classes.value} classes, and the limit is ${MOST_CLASSES}.`);
    return INVALID;
  }
  return sizes(classes.value, max.value, factor.value, entry, findings);
}

/**
 * Sizes n_i = ⌊max · factor^(i/(C−1))⌋ of classes i = 0..C−1, as the code of LDAM (Cao et al. 2019) writes them.
 * Units: samples.
 */
export function longTailSizes(classes: number, max: number, factor: number): number[] {
  return Array.from({ length: classes }, (_, i) =>
    Math.floor(classes === 1 ? max : max * factor ** (i / (classes - 1))),
  );
}

function sizes(
  classes: number,
  max: number,
  factor: number,
  { keySpan }: MapEntry,
  findings: FindingList,
): InlineValue<readonly ClassSize[]> {
  const counts = longTailSizes(classes, max, factor);
  const empty = counts.indexOf(0);
  if (empty < 0) return value(counts.map((count, i) => ({ name: `class ${i + 1}`, count })));
  findings.invalid(
    keySpan,
    `The classes from number ${empty + 1} on have no sample: max · factor is ${max * factor}, which is below 1. Raise one of them.`,
  );
  return INVALID;
}
