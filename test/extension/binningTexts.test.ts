/** Columns that are joined and numbers that become classes, as "Bind Data…" offers and reads them. */
import { describe, expect, it } from 'vitest';
import {
  binChoices,
  canBeBinned,
  joinable,
  readEdges,
  severalText,
} from '../../src/extension/commands/binningTexts';
import type { DataColumn } from '../../src/protocol/dataMessages';

const column = (name: string | number | null, more: Partial<DataColumn> = {}): DataColumn => ({
  column: name,
  weight: null,
  holds: 'numbers',
  missing: 0,
  distinct: 101,
  low: 0,
  high: 100,
  width: null,
  blocks: '▇',
  problem: null,
  ...more,
});

describe('several columns', () => {
  const columns = [
    column('age'),
    column('sex', { holds: 'words', problem: 'it holds words' }),
    column(null, { holds: 'lists' }),
    column(2),
  ];

  it('are those of numbers, for labels and features', () => {
    for (const key of ['labels', 'features'] as const) {
      expect(joinable(key, columns).map(({ column: name }) => name)).toEqual(['age', 2]);
      expect(severalText(key, joinable(key, columns)).description).toBe('2 columns hold numbers');
    }
  });

  it('are not offered where one is meant, or there is one', () => {
    expect(joinable('classes', columns)).toEqual([]);
    expect(joinable('weights', columns)).toEqual([]);
    expect(joinable('labels', columns.slice(0, 3))).toEqual([]);
  });
});

describe('numbers as classes', () => {
  const labels = (one: DataColumn) => binChoices(one).map(({ label, bins }) => [label, bins]);

  it('are asked about only where numbers are to be classes, each row of one', () => {
    expect(canBeBinned('classes', column('age'))).toBe(true);
    expect(canBeBinned('labels', column('age'))).toBe(false);
    expect(canBeBinned('classes', column('dx', { holds: 'words' }))).toBe(false);
    expect(canBeBinned('classes', column('class', { weight: 'count' }))).toBe(false);
  });

  it('are each a class first, then intervals of which the widths are told', () => {
    expect(labels(column('age'))).toEqual([
      ['Each value is a class', null],
      ['5 intervals of one width', 5],
      ['10 intervals of one width', 10],
      ['20 intervals of one width', 20],
      ['Intervals of my own…', 'ask'],
    ]);
    expect(binChoices(column('age'))[0].description).toBe('101 classes');
    expect(binChoices(column('age'))[1].description).toBe('0 to 100, each 20 wide');
  });

  it('that are too many to be classes each are only offered as intervals', () => {
    expect(labels(column('dose', { distinct: null }))[0]).toEqual(['5 intervals of one width', 5]);
  });

  it('that are fewer than the intervals, or all one, are not divided so', () => {
    expect(labels(column('grade', { distinct: 7 })).map(([, bins]) => bins)).toEqual([null, 5, 'ask']);
    expect(labels(column('same', { distinct: 1, low: 4, high: 4 })).map(([, bins]) => bins)).toEqual([
      null,
      'ask',
    ]);
  });
});

it.each([
  ['0, 18, 40, 65', { bins: [0, 18, 40, 65] }],
  [' -1.5;2 1e3 ', { bins: [-1.5, 2, 1000] }],
  ['5', { bins: { width: 5 } }],
  ['', { problem: expect.stringContaining('0, 18, 40, 65') }],
  ['0', { problem: 'A width is above 0.' }],
  ['0, 18, x', { problem: '“x” is no number.' }],
  ['0, Infinity', { problem: '“Infinity” is no number.' }],
  ['0, 18, 18', { problem: 'Edges rise: 18 stands behind 18.' }],
  ['9, 3', { problem: 'Edges rise: 3 stands behind 9.' }],
])('"%s" is read as edges, a width, or why not', (text, read) => {
  expect(readEdges(text)).toEqual(read);
});
