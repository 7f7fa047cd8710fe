/** Reads the two settings that are maps of switches: views and balance. */
import type { Balance, Views } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './entries';
import { INVALID, type InlineReader, rejectValue, value } from './inlineValue';
import { counting, readNumber } from './numbers';

const VIEWS = {
  what: 'the number of augmented views of a sample, or a map of `count` and `tied`',
  example: 'views: { count: 2, tied: false }',
};
const COUNT = counting('views', 1, 2, 'It is the number of augmented views of a sample.');

/** `2`, or `{ count: 2, tied: false }`; without `tied` the views of a sample are taken to share one point. */
export const readViews: InlineReader<Views> = (node, key, findings) => {
  if (node.kind === 'number') {
    const count = readNumber(node, key, COUNT, findings);
    return count.kind === 'value' ? value({ count: count.value, tied: true }) : INVALID;
  }
  if (node.kind !== 'map') return rejectValue(node, key, VIEWS, findings);
  reportRepeatedKeys(node.entries, findings);
  reportUnknownKeys(node.entries, ['count', 'tied'], '`views`', findings);
  const countEntry = findEntry(node.entries, 'count');
  const count = countEntry ? readNumber(countEntry.value, 'count', COUNT, findings) : value(2);
  const tied = readSwitch(node, 'tied', true, VIEWS.example, findings);
  return count.kind === 'value' && tied !== null ? value({ count: count.value, tied }) : INVALID;
};

const BALANCE = {
  what: 'a map of the switches `anchors` and `denominators`',
  example: 'balance: { anchors: true, denominators: true }',
};

export const readBalance: InlineReader<Balance> = (node, key, findings) => {
  if (node.kind !== 'map') return rejectValue(node, key, BALANCE, findings);
  reportRepeatedKeys(node.entries, findings);
  reportUnknownKeys(node.entries, ['anchors', 'denominators'], '`balance`', findings);
  const anchors = readSwitch(node, 'anchors', false, BALANCE.example, findings);
  const denominators = readSwitch(node, 'denominators', false, BALANCE.example, findings);
  return anchors !== null && denominators !== null ? value({ anchors, denominators }) : INVALID;
};

function readSwitch(
  map: ValueNode & { kind: 'map' },
  key: string,
  otherwise: boolean,
  example: string,
  findings: FindingList,
): boolean | null {
  const entry = findEntry(map.entries, key);
  if (!entry) return otherwise;
  if (entry.value.kind === 'boolean') return entry.value.value;
  rejectValue(entry.value, key, { what: 'true or false', example }, findings);
  return null;
}
