/** Long lists: what is in sight, what is found, and which point shows what. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchItems } from '../../../webview/view/itemSearch';
import { chosenEntries, itemEntries } from '../../../webview/view/items/itemEntries';
import { rowAfterKey, rowsInSight, scrollToRow } from '../../../webview/view/items/virtualRows';
import { labelCandidates } from '../../../webview/view/scene/labelled';
import { supConGeometry } from '../fixtures/geometry';

describe('rowsInSight', () => {
  test('holds every row that is seen, and not many more', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.nat(500_000),
        fc.integer({ min: 1, max: 900 }),
        (count, scroll, height) => {
          const top = Math.min(scroll, Math.max(0, count * 26 - height));
          const { first, end } = rowsInSight(count, 26, top, height);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(count);
          expect(end - first).toBeLessThanOrEqual(height / 26 + 15);
          for (let row = 0; row < count; row += 7)
            if ((row + 1) * 26 > top && row * 26 < top + height) expect(row >= first && row < end).toBe(true);
        },
      ),
      { seed: 2, numRuns: 50 },
    );
  });

  test.each([
    { row: 0, scrollTop: 260, to: 0 },
    { row: 12, scrollTop: 260, to: 260 },
    { row: 30, scrollTop: 260, to: 31 * 26 - 130 },
  ])('row $row is scrolled to from $scrollTop', ({ row, scrollTop, to }) => {
    expect(scrollToRow(row, 26, scrollTop, 130)).toBe(to);
  });

  test.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['x', 50, null],
  ])('%s from %d', (key, row, next) => expect(rowAfterKey(key, row, 100, 8)).toBe(next));

  test('an empty list has no rows to go to', () => expect(rowAfterKey('End', 0, 0, 8)).toBeNull());
});

describe('searchItems', () => {
  const names = ['Blackcat', 'cat', 'Catfish', 'dog', 'CAT'];
  test('names that are it come first, then those that begin with it', () => {
    expect(searchItems(names, 'cat').map((k) => names[k])).toEqual(['cat', 'CAT', 'Catfish', 'Blackcat']);
  });
  test('nothing asked for is everything, and nothing found is nothing', () => {
    expect(searchItems(names, '  ')).toEqual([0, 1, 2, 3, 4]);
    expect(searchItems(names, 'horse')).toEqual([]);
  });
});

describe('itemEntries', () => {
  test('are the points, while they are all', () => {
    const geometry = supConGeometry();
    expect(itemEntries({ items: geometry.points, geometry })).toEqual([
      { name: 'head', size: 60, point: 0, isDrawn: true },
      { name: 'tail a', size: 6, point: 1, isDrawn: true },
      { name: 'tail b', size: 6, point: 2, isDrawn: true },
    ]);
    expect(itemEntries({ items: [], geometry: null })).toEqual([]);
  });

  test('are all items where some look like a drawn one', () => {
    const items = ['a', 'b', 'c', 'd'].map((name) => ({ name, size: 1 }));
    const geometry = supConGeometry({ omitted: 1, standIns: [0, 1, 2, 1] });
    expect(itemEntries({ items, geometry }).map(({ point, isDrawn }) => [point, isDrawn])).toEqual([
      [0, true],
      [1, true],
      [2, true],
      [1, false],
    ]);
  });

  test('are put in the order that is asked for', () => {
    const geometry = supConGeometry();
    const entries = itemEntries({ items: [], geometry });
    const names = (text: string, order: 'given' | 'size' | 'nearest') =>
      chosenEntries(entries, geometry, text, order).map(({ name }) => name);
    expect(names('', 'given')).toEqual(['head', 'tail a', 'tail b']);
    expect(names('', 'size')).toEqual(['head', 'tail a', 'tail b']);
    expect(names('', 'nearest')).toEqual(['tail a', 'tail b', 'head']);
    expect(names('TAIL', 'given')).toEqual(['tail a', 'tail b']);
  });
});

describe('labelCandidates', () => {
  const groups = (sizes: readonly number[]) => sizes.map((size, point) => ({ points: [point], size }));
  test('few are all', () => expect(labelCandidates(groups([1, 2, 3]))).toHaveLength(3));
  test('of many the largest, and of equals evenly spread ones', () => {
    const sizes = Array.from({ length: 1000 }, (_, k) => (k % 100 === 0 ? 9 : 1));
    const chosen = labelCandidates(groups(sizes));
    expect(chosen).toHaveLength(120);
    expect(chosen.slice(0, 10).every(({ size }) => size === 9)).toBe(true);
    const places = chosen.slice(10).map(({ points }) => points[0]);
    expect(Math.min(...places)).toBeLessThan(10);
    expect(Math.max(...places)).toBeGreaterThan(990);
    expect(new Set(places).size).toBe(110);
  });
});
