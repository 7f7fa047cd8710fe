/** Reads words out of a fixed choice, and the kernel, which may also be an exponent. */
import { type Kernel, NAMED_KERNELS, SIMILARITIES, type Similarity } from '../../../objective/definition';
import { didYouMean } from '../closestName';
import { reportUnknownKeys } from './entries';
import { INVALID, type InlineReader, rejectValue, value } from './inlineValue';
import { readNumber } from './numbers';

/** A reader of one word among `names`. */
export function choiceReader<T extends string>(names: readonly T[], example: string): InlineReader<T> {
  const expected = { what: `one of ${names.join(', ')}`, example };
  return (node, key, findings) => {
    if (node.kind !== 'string') return rejectValue(node, key, expected, findings);
    const known = names.find((name) => name === node.value);
    if (known !== undefined) return value(known);
    const guess = didYouMean(node.value, names);
    if (!guess) return rejectValue(node, key, expected, findings);
    findings.invalid(node.span, `\`${node.value}\` is no ${key}.${guess} It must be ${expected.what}.`);
    return INVALID;
  };
}

export const readSimilarity: InlineReader<Similarity> = choiceReader(SIMILARITIES, 'similarity: cosine');

const readNamedKernel = choiceReader(NAMED_KERNELS, 'kernel: gaussian');
const EXPONENT = {
  what: 'a number above 0',
  example: 'kernel: { exponent: 1.5 }',
  accepts: (x: number) => x > 0,
  because: 'The kernel is exp(−u^exponent).',
};

export const readKernel: InlineReader<Kernel> = (node, key, findings) => {
  if (node.kind !== 'map') return readNamedKernel(node, key, findings);
  const entry = node.entries.findLast((candidate) => candidate.key === 'exponent');
  reportUnknownKeys(node.entries, ['exponent'], 'A kernel', findings);
  if (!entry)
    return rejectValue(node, key, { what: 'a name or an exponent', example: EXPONENT.example }, findings);
  const exponent = readNumber(entry.value, 'exponent', EXPONENT, findings);
  return exponent.kind === 'value' ? value({ exponent: exponent.value }) : INVALID;
};

const BANDWIDTH = {
  what: 'a number above 0, or a list with one such number for each label column',
  example: 'bandwidth: 0.3',
  accepts: (x: number) => x > 0,
  because: 'Label distances are divided by it.',
};

export const readBandwidth: InlineReader<number | readonly number[]> = (node, key, findings) => {
  if (node.kind !== 'list') return readNumber(node, key, BANDWIDTH, findings);
  if (node.items.length === 0) return rejectValue(node, key, BANDWIDTH, findings);
  const read = node.items.map((item) => readNumber(item, key, BANDWIDTH, findings));
  const numbers = read.flatMap((item) => (item.kind === 'value' ? [item.value] : []));
  return numbers.length === read.length ? value(numbers) : INVALID;
};
