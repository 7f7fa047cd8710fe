/** Lines join the pairs that miss their wish, and no others; their sign says which way. */
import { describe, expect, test } from 'vitest';
import type { Geometry } from '../../../src/protocol/panelMessages';
import { pickEdge, pickPoint, type ScreenPoint } from '../../../webview/view/scene/picking';
import { strainText } from '../../../webview/view/scene/pictureText';
import { MOST_EDGES, STRAIN_TOL, strainOf } from '../../../webview/view/scene/strain';
import { supConGeometry } from '../fixtures/geometry';

const wishing = (difference: (row: number, column: number) => number, change: Partial<Geometry> = {}) => {
  const geometry = supConGeometry(change);
  const target = geometry.attainable.map((values, row) =>
    values.map((value, column) => value - difference(Math.min(row, column), Math.max(row, column))),
  );
  return { ...geometry, target };
};

describe('strainOf', () => {
  test('above 0 a pair is closer than asked for, below 0 farther', () => {
    const { pairs, failing, compared, largest } = strainOf(
      wishing((row, column) => [0, 0.2, -0.1][row + column - 1] ?? 0),
    );
    expect(compared).toBe(3);
    expect(failing).toBe(2);
    expect(largest).toBeCloseTo(0.2, 12);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(pairs[0].strain).toBeCloseTo(0.2, 12);
    expect(pairs[0].reached).toBeGreaterThan(pairs[0].wished);
    expect(pairs[1].strain).toBeCloseTo(-0.1, 12);
  });

  test.each([
    [0.5 * STRAIN_TOL, 0],
    [2 * STRAIN_TOL, 3],
  ])('a difference of %d counts %d pairs as failing', (difference, failing) => {
    expect(strainOf(wishing(() => difference)).failing).toBe(failing);
  });

  test('the tolerance grows with similarities that have a unit', () => {
    const attainable = [
      [0, -1000, -500],
      [-1000, 0, -700],
      [-500, -700, 0],
    ];
    const change = { attainable, similarity: 'negative-squared-euclidean', onSphere: false } as const;
    expect(strainOf(wishing(() => 0.5, change)).failing).toBe(0);
    expect(strainOf(wishing(() => 2, change)).failing).toBe(3);
  });

  test('pairs of weight zero have no strain, and are counted', () => {
    expect(strainOf(supConGeometry())).toMatchObject({ pairs: [], endless: 3, compared: 0, largest: 0 });
    expect(strainOf(supConGeometry({ target: null }))).toMatchObject({ pairs: [], endless: 0 });
  });

  test('of too many the strongest stay, of both signs', () => {
    const count = 30;
    const attainable = Array.from({ length: count }, () => new Array<number>(count).fill(0));
    const points = attainable.map((_, k) => ({ name: `p${k}`, size: 1 }));
    const strain = strainOf(
      wishing((row, column) => (row === 0 ? -0.01 * column : row + column), { attainable, points }),
    );
    expect(strain.failing).toBe((count * (count - 1)) / 2);
    expect(strain.pairs).toHaveLength(MOST_EDGES);
    expect(strain.pairs.filter((pair) => pair.strain < 0)).toHaveLength(29);
    const sizes = strain.pairs.map((pair) => Math.abs(pair.strain));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test('points stand for their rows', () => {
    const geometry = { ...wishing((row, column) => (row + column === 1 ? 0.3 : 0)), rows: [4, 7, 9] };
    expect(strainOf(geometry).pairs[0]).toMatchObject({ a: 4, b: 7 });
  });
});

describe('strainText', () => {
  test.each([
    [wishing(() => 0), 'All 3 pairs are where the weights ask for them.'],
    [
      wishing((row, column) => (row + column === 1 ? 0.25 : 0)),
      '1 of 3 pairs miss what is asked for, by up to 0.250.',
    ],
    [
      supConGeometry(),
      'No pair is asked to a distance. 3 pairs of weight zero, asked infinitely far apart, have no strain to draw.',
    ],
  ])('%#', (geometry, text) => expect(strainText(strainOf(geometry))).toBe(text));
});

describe('picking', () => {
  const at = (x: number, y: number, radius = 5, depth = 1): ScreenPoint => ({ x, y, radius, depth });

  test('of discs under the pointer the one in front is meant', () => {
    expect(pickPoint([at(10, 10, 8, 3), at(12, 10, 8, 2)], 10, 10)).toBe(1);
  });

  test('beside all discs the nearest in reach is, and none that is not drawn', () => {
    expect(pickPoint([at(10, 10), at(24, 10)], 18, 10)).toBe(1);
    expect(pickPoint([at(10, 10, 0)], 10, 10)).toBeNull();
    expect(pickPoint([at(10, 10)], 40, 40)).toBeNull();
  });

  test('a line is met along its way, not beyond its ends', () => {
    const points = [at(0, 0), at(100, 0), at(100, 100, 0)];
    const edges = [
      { a: 0, b: 1 },
      { a: 1, b: 2 },
    ];
    expect(pickEdge(edges, points, 50, 3)).toBe(edges[0]);
    expect(pickEdge(edges, points, 50, 9)).toBeNull();
    expect(pickEdge(edges, points, 130, 0)).toBeNull();
    expect(pickEdge(edges, points, 100, 50)).toBeNull();
  });
});
