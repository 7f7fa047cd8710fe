/** A turned copy of the prediction is turned back onto it, whatever the dimension and the rank. */
import { describe, expect, test } from 'vitest';
import { alignToPrediction, centreRows, type Point } from '../../webview/training/procrustes';
import { randomNormal } from '../../webview/training/randomNormal';
import { symmetricEigen } from '../../webview/training/symmetricEigen';
import { addScaled, dot, normalise, withoutDirections } from '../../webview/training/vectors';

/** Three random orthonormal vectors of the dimension, by Gram and Schmidt. */
function randomFrame(dimension: number, seed: number, count: number): Float64Array[] {
  const frame: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    const random = Float64Array.from(randomNormal(seed + k, dimension));
    frame.push(normalise(withoutDirections(random, frame))!);
  }
  return frame;
}

function turned(points: readonly Point[], dimension: number, seed: number): Float32Array[] {
  const frame = randomFrame(dimension, seed, Math.min(3, dimension));
  return points.map((point) => {
    const row = new Float64Array(dimension);
    frame.forEach((axis, k) => {
      addScaled(row, axis, point[k]);
    });
    return Float32Array.from(row);
  });
}

const worst = (a: readonly Point[], b: readonly Point[]) =>
  Math.max(...a.flatMap((point, i) => point.map((value, k) => Math.abs(value - b[i][k]))));

const SHAPES: { name: string; points: Point[] }[] = [
  {
    name: 'a solid',
    points: [
      [1, 0, 0.1],
      [0, 1, -0.4],
      [-0.5, 0.2, 0.7],
      [-0.5, -1.2, -0.4],
    ],
  },
  {
    name: 'a plane figure',
    points: [
      [1, 0, 0],
      [-0.6, 0.7, 0],
      [-0.4, -0.7, 0],
    ],
  },
  {
    name: 'a line',
    points: [
      [1, 0, 0],
      [0, 0, 0],
      [-1, 0, 0],
    ],
  },
  { name: 'one point', points: [[1, 0, 0]] },
  {
    name: 'coincident points at the origin',
    points: [
      [0, 0, 0],
      [0, 0, 0],
    ],
  },
];

describe.each(SHAPES)('$name', ({ points }) => {
  test.each([3, 5, 16])('comes back from dimension %i', (dimension) => {
    expect(worst(alignToPrediction(turned(points, dimension, 40), points), points)).toBeLessThan(1e-5);
  });
});

test('a mirror image comes back too: the loss cannot tell it apart', () => {
  const { points } = SHAPES[0];
  const mirrored = points.map(([x, y, z]) => Float32Array.from([x, y, -z]));
  expect(worst(alignToPrediction(mirrored, points), points)).toBeLessThan(1e-6);
});

test('what the prediction has no axis for is drawn on the free axis', () => {
  const plane = SHAPES[1].points;
  const lifted = plane.map(([x, y]) => Float32Array.from([x, y, 0, -0.5]));
  const drawn = alignToPrediction(lifted, plane);
  expect(
    worst(
      drawn,
      plane.map(([x, y]) => [x, y, 0.5]),
    ),
  ).toBeLessThan(1e-5);
});

test('two dimensions leave the third axis empty', () => {
  const plane = SHAPES[1].points;
  const aligned = alignToPrediction(turned(plane, 2, 9), plane);
  expect(worst(aligned, plane)).toBeLessThan(1e-5);
  expect(aligned.every((point) => point[2] === 0)).toBe(true);
});

test('centring moves the mean to the origin', () => {
  const rows = centreRows([Float32Array.from([1, 2]), Float32Array.from([3, 6])]);
  expect(rows.map((row) => [...row])).toEqual([
    [-1, -2],
    [1, 2],
  ]);
});

test('eigenvectors rebuild their matrix', () => {
  const matrix = [
    [2, -1, 0.5],
    [-1, 3, 0.25],
    [0.5, 0.25, -1],
  ];
  const { values, vectors } = symmetricEigen(matrix);
  expect([...values].sort((a, b) => b - a)).toEqual(values);
  matrix.forEach((row, i) => {
    row.forEach((entry, j) => {
      const rebuilt = values.reduce((sum, value, k) => sum + value * vectors[k][i] * vectors[k][j], 0);
      expect(Math.abs(rebuilt - entry)).toBeLessThan(1e-12);
    });
  });
  vectors.forEach((a, i) => {
    vectors.forEach((b, j) => {
      expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-12);
    });
  });
});
