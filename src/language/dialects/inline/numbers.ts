/** Reads numbers: finite, in their range, and whole where they count something. */
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import {
  type Expectation,
  INVALID,
  type InlineReader,
  type InlineValue,
  nameKey,
  rejectValue,
  value,
} from './inlineValue';

export interface NumberRange extends Expectation {
  readonly accepts: (x: number) => boolean;
  /** Said after the expectation when the range is missed: what the value does, so why it must lie there. */
  readonly because?: string;
}

export function numberReader(range: NumberRange): InlineReader<number> {
  return (node, key, findings) => readNumber(node, key, range, findings);
}

export function readNumber(
  node: ValueNode,
  key: string,
  range: NumberRange,
  findings: FindingList,
): InlineValue<number> {
  if (node.kind === 'string' && node.value.trim() !== '' && Number.isFinite(Number(node.value))) {
    findings.invalid(
      node.span,
      `${nameKey(key)} is text in quotes, not a number. Remove the quotes: \`${node.value.trim()}\`.`,
    );
    return INVALID;
  }
  if (node.kind !== 'number') return rejectValue(node, key, range, findings);
  if (Number.isFinite(node.value) && range.accepts(node.value)) return value(node.value);
  const because = range.because ? ` ${range.because}` : '';
  const shown = Number.isNaN(node.value) ? 'not a number (NaN)' : String(node.value);
  findings.invalid(
    node.span,
    `${nameKey(key)} is ${shown}, but it must be ${range.what}.${because} Write, for example, \`${range.example}\`.`,
  );
  return INVALID;
}

/** A range of whole numbers, all of which can be told apart. */
export function counting(key: string, least: number, example: number, because?: string): NumberRange {
  return {
    what: `a whole number of at least ${least}`,
    example: `${key}: ${example}`,
    accepts: (x) => Number.isSafeInteger(x) && x >= least,
    ...(because ? { because } : {}),
  };
}

export const TEMPERATURE: NumberRange = {
  what: 'a number above 0',
  example: 'temperature: 0.1',
  accepts: (x) => x > 0,
  because: 'Similarities are divided by it.',
};

export const WEIGHT_TEMPERATURE: NumberRange = {
  what: 'a number above 0',
  example: 'weight-temperature: 0.1',
  accepts: (x) => x > 0,
  because: 'Similarities of the features are divided by it before they become weights.',
};

export const ACROSS: NumberRange = {
  what: 'a number above 0 and at most 1',
  example: 'across: 0.01',
  accepts: (x) => x > 0 && x <= 1,
  because:
    'It is the weight of a pair from two classes, where a pair inside a class has 1; for weight 0 use `objective: supcon`.',
};

export const DIMENSION = counting('dimension', 1, 128, 'It is the number of coordinates of an embedding.');
export const BATCH = counting('batch', 1, 256, 'It is the number of samples in a batch.');

/** Above this many samples the analysis itself would not fit into memory. */
const MOST_SAMPLES = 1_000_000;
export const SAMPLES: NumberRange = {
  what: `a whole number from 1 to ${MOST_SAMPLES}`,
  example: 'samples: 64',
  accepts: (x) => Number.isSafeInteger(x) && x >= 1 && x <= MOST_SAMPLES,
  because: 'It is the number of samples that are contrasted with each other.',
};
