/** What is the same in two objectives, what differs, and how their pictures come to lie over each other. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import type { Geometry } from '../../../src/protocol/panelMessages';
import { alignGeometry, matchPoints } from '../../../webview/compare/alignment';
import { differenceRows, largestPairDifference } from '../../../webview/compare/differences';
import { viewWith } from '../fixtures/view';
import { defineObjective, known } from '../page/defineObjective';

type Point = readonly [number, number, number];
const named = (...names: string[]) => names.map((name) => ({ name, size: 1 }));

function expectClose(found: readonly Point[], wanted: readonly Point[]): void {
  for (const [k, point] of found.entries())
    for (const [axis, value] of point.entries()) expect(value).toBeCloseTo(wanted[k][axis], 5);
}

describe('points', () => {
  it.each<[string, string[], string[], (number | null)[]]>([
    ['by name, in whatever order', ['cat', 'dog', 'fox'], ['dog', 'cat'], [1, 0, null]],
    ['by place, where no name is shared', ['a', 'b'], ['x', 'y'], [0, 1]],
    ['not at all, where nothing fits', ['a', 'b'], ['x', 'y', 'z'], [null, null]],
  ])('are matched %s', (_, names, others, partners) =>
    expect(matchPoints(named(...names), named(...others))).toEqual(partners),
  );
});

describe('the best rotation', () => {
  const points: Point[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [-0.5, 0.5, 0.2],
  ];
  /** A quarter turn about the third axis, and a reflection. */
  const turned = points.map(([x, y, z]): Point => [-y, x, -z]);

  it('undoes a rotation and a reflection', () => {
    const aligned = alignGeometry(turned, points, [0, 1, 2, 3]);
    expectClose(aligned, points);
  });

  it('takes points without a partner along', () => {
    const aligned = alignGeometry(turned, points, [0, 1, 2, null]);
    expectClose([aligned[3]], [points[3]]);
  });

  it('leaves a geometry alone with which nothing is shared', () =>
    expect(alignGeometry(turned, points, [null, null, null, null])).toBe(turned));
});

describe('differences', () => {
  const supCon = (sizes: readonly number[]) =>
    analyze(
      defineObjective('SupCon', 'supcon', {
        classes: known(sizes.map((count, k) => ({ name: `class ${k}`, count }))),
        temperature: known(0.5),
      }),
    );
  const [imbalanced, balanced] = [supCon([60, 6, 6]), supCon([20, 20, 20])];

  it('name the pair that moves most', () => {
    const found = largestPairDifference(balanced, imbalanced);
    expect(found?.names).toEqual(['class 1', 'class 2']);
    expect(found?.values[0]).toBeCloseTo(-0.5, 3);
    expect(found?.values[1]).toBeCloseTo(-0.009, 2);
  });

  it('are not looked for between cosines and distances', () => {
    const geometry: Geometry = {
      ...(imbalanced.geometry as Geometry),
      similarity: 'negative-squared-euclidean',
    };
    expect(largestPairDifference(balanced, { ...imbalanced, geometry })).toBeNull();
  });

  it('stand in rows: the answers, then every value that one of them has', () => {
    const views = [balanced, imbalanced].map((analysis) => viewWith({ analysis }));
    const [first, second] = views;
    const rows = differenceRows(
      [
        { ...first, parameters: [{ name: 'temperature', value: '0.5', origin: 'literal' }] },
        { ...second, parameters: [{ name: 'batch', value: '64', origin: 'literal' }] },
      ],
      (value) => value.toFixed(2),
    );
    const row = (name: string) => rows.find((one) => one.name === name);
    expect(row('verdict')).toMatchObject({ values: ['degenerate', 'degenerate'], differs: false });
    expect(row('closest pair')).toMatchObject({ values: ['-0.50', '-0.01'], differs: true });
    expect(row('temperature')).toMatchObject({ values: ['0.5', '–'], differs: true });
    expect(row('batch')).toMatchObject({ values: ['–', '64'], differs: true });
  });
});
