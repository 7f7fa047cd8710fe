/** Three axes out of many keep what they say they keep. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Geometry } from '../../../src/protocol/panelMessages';
import { firstThree } from '../../../webview/view/scene/firstThree';
import type { Point } from '../../../webview/view/scene/orientation';
import { placeOn, projectPoints } from '../../../webview/view/scene/projection';
import { noise } from '../../support/noise';
import { supConGeometry } from '../fixtures/geometry';

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k], 0);

/** A geometry of these vectors, by the similarity that is asked for. */
function geometryOf(vectors: readonly (readonly number[])[], similarity: Geometry['similarity']): Geometry {
  const squared = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, k) => sum + (x - b[k]) ** 2, 0);
  const of = {
    cosine: dot,
    dot,
    'negative-squared-euclidean': (a: readonly number[], b: readonly number[]) => -squared(a, b),
    'negative-euclidean': (a: readonly number[], b: readonly number[]) => -Math.sqrt(squared(a, b)),
  }[similarity];
  return supConGeometry({
    points: vectors.map((_, k) => ({ name: `p${k}`, size: 1 })),
    attainable: vectors.map((a) => vectors.map((b) => of(a, b))),
    target: null,
    coordinates: vectors.map(() => [0, 0, 0]),
    similarity,
    onSphere: similarity === 'cosine',
  });
}

/** Unit vectors in all directions. */
const vectors = (count: number, dimension: number) =>
  fc.integer({ min: 1, max: 1e6 }).map((seed) => {
    const all = noise(count * dimension, seed);
    return Array.from({ length: count }, (_, k) =>
      unit([...all.subarray(k * dimension, (k + 1) * dimension)].map((x) => 2 * x - 1)),
    );
  });
const unit = (x: readonly number[]) => x.map((value) => value / Math.sqrt(dot(x, x)));

/** Columns of the axes: orthonormal when the chosen points have among each other the inner products they should. */
function isIsometricOn(
  places: readonly (Point | null)[],
  originals: readonly (readonly number[])[],
  chosen: number[],
) {
  for (const a of chosen)
    for (const b of chosen)
      expect(dot(places[a] as Point, places[b] as Point)).toBeCloseTo(dot(originals[a], originals[b]), 5);
}

describe('axes through three points', () => {
  test('are orthonormal: the three keep their angles and lengths', () => {
    fc.assert(
      fc.property(vectors(6, 5), (points) => {
        const { coordinates, dimensions } = projectPoints(geometryOf(points, 'cosine'), {
          kind: 'points',
          points: [1, 3, 4],
        });
        expect(dimensions).toBe(3);
        isIsometricOn(coordinates, points, [1, 3, 4]);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('lie on each other in order: the first point on the first axis, the second in the first plane', () => {
    const points = [
      [1, 0, 0, 0],
      [0.6, 0.8, 0, 0],
      [0, 0.6, 0.8, 0],
      [0, 0, 0, 1],
    ];
    const { coordinates, explained } = projectPoints(geometryOf(points, 'cosine'), {
      kind: 'points',
      points: [0, 1, 2],
    });
    expect(coordinates.map((place) => place?.map((x) => Number(x.toFixed(6)) + 0))).toEqual([
      [1, 0, 0],
      [0.6, 0.8, 0],
      [0, 0.6, 0.8],
      [0, 0, 0],
    ]);
    expect(explained).toBeCloseTo(0.75, 12);
  });

  test('project the others orthogonally: what is left out is orthogonal to what is drawn', () => {
    fc.assert(
      fc.property(vectors(7, 6), (points) => {
        const { coordinates, dimensions } = projectPoints(geometryOf(points, 'cosine'), {
          kind: 'points',
          points: [0, 1, 2],
        });
        expect(dimensions).toBe(3);
        for (const [k, place] of coordinates.entries()) {
          // Shadows are no longer than what throws them, and have its products with the three.
          expect(Math.hypot(...(place as Point))).toBeLessThan(1 + 1e-6);
          for (const axis of [0, 1, 2])
            expect(dot(place as Point, coordinates[axis] as Point)).toBeCloseTo(
              dot(points[k], points[axis]),
              4,
            );
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  test.each(['negative-squared-euclidean', 'negative-euclidean'] as const)(
    'are taken about the mean for %s',
    (similarity) => {
      const points = [
        [3, 0, 0, 1],
        [0, 4, 0, 0],
        [0, 0, 5, 0],
        [-3, -4, -5, -1],
      ];
      const { coordinates, explained } = projectPoints(geometryOf(points, similarity), {
        kind: 'points',
        points: [0, 1, 2],
      });
      // The four span three dimensions about their mean, which is the origin: distances are whole.
      for (const [i, a] of points.entries())
        for (const [j, b] of points.entries())
          expect(
            Math.hypot(...(coordinates[i] as Point).map((x, k) => x - (coordinates[j] as Point)[k])),
          ).toBeCloseTo(Math.hypot(...a.map((x, k) => x - b[k])), 6);
      expect(explained).toBeCloseTo(1, 9);
    },
  );

  test('of points that coincide or lie in a plane there are fewer', () => {
    const same = geometryOf(
      [
        [1, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      'cosine',
    );
    expect(projectPoints(same, { kind: 'points', points: [0, 1, 2] }).dimensions).toBe(2);
    expect(projectPoints(same, { kind: 'points', points: [0, 1, 1] }).dimensions).toBe(1);
    const plane = geometryOf([[1, 0], [0, 1], unit([1, 1])], 'cosine');
    expect(projectPoints(plane, { kind: 'points', points: [0, 1, 2] }).dimensions).toBe(2);
  });

  test('leave out points of which the matrices have no row', () => {
    const geometry = { ...geometryOf([[1, 0], [0, 1], unit([1, 1])], 'cosine'), rowOf: [0, 1, null] };
    const { coordinates } = projectPoints(geometry, { kind: 'points', points: [0, 1, 0] });
    expect(coordinates[2]).toBeNull();
    expect(coordinates[1]).not.toBeNull();
  });

  test('are at first through the largest, or through the ends and the middle of equals', () => {
    const geometry = geometryOf([[1], [1], [1], [1], [1]], 'dot');
    expect(firstThree(geometry)).toEqual([0, 2, 4]);
    const sized = { ...geometry, points: [3, 9, 1, 9, 4].map((size) => ({ name: '', size })) };
    expect(firstThree(sized)).toEqual([1, 3, 4]);
  });
});

describe('the sphere', () => {
  test('keeps directions and loses lengths', () => {
    const { coordinates, atCentre } = placeOn('sphere', [[0.1, 0, 0], [0, -0.5, 0.5], null]);
    expect(coordinates[0]).toEqual([1, 0, 0]);
    expect(Math.hypot(...(coordinates[1] as Point))).toBeCloseTo(1, 12);
    expect(coordinates[2]).toBeNull();
    expect(atCentre).toBe(0);
  });

  test('counts points without a direction, which stay at the centre', () => {
    const { coordinates, atCentre } = placeOn('sphere', [
      [0, 0, 0],
      [1e-12, 0, 0],
      [0, 1, 0],
    ]);
    expect(atCentre).toBe(2);
    expect(coordinates[1]).toEqual([0, 0, 0]);
    expect(placeOn('sphere', [[0, 0, 0]]).coordinates).toEqual([[0, 0, 0]]);
  });

  test('the ball leaves all as they are', () => {
    const places: Point[] = [[0.1, 0, 0]];
    expect(placeOn('ball', places).coordinates).toBe(places);
  });
});
