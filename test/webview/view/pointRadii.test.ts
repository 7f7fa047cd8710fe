/** Point sizes tell class sizes, and the camera stands where everything is in the picture. */
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../webview/view/scene/orientation';
import { cameraDistance, pointRadii, sceneRadius, showsSphere } from '../../../webview/view/scene/pointRadii';

describe('pointRadii', () => {
  test('areas are in proportion to sizes between the bounds', () => {
    const [large, middle, small] = pointRadii([100, 50, 25], 1);
    expect((large / middle) ** 2).toBeCloseTo(2, 9);
    expect((large / small) ** 2).toBeCloseTo(4, 9);
  });

  test('a class of one sample beside a class of thousands can still be hovered', () => {
    const [, rare] = pointRadii([5000, 1], 1);
    expect(rare).toBeGreaterThanOrEqual(0.02);
  });

  test.each([1, 2, 3, 10, 100, 200])(
    '%d equal points have one radius, and all are smaller when many',
    (count) => {
      const radii = pointRadii(
        Array.from({ length: count }, () => 1),
        1,
      );
      expect(new Set(radii).size).toBe(1);
      const covered = count * radii[0] ** 2;
      expect(covered).toBeLessThan(count <= 10 ? 0.06 : 0.12);
    },
  );

  test('they scale with the scene', () => {
    const sizes = [60, 6, 6];
    expect(pointRadii(sizes, 10)).toEqual(pointRadii(sizes, 1).map((radius) => 10 * radius));
  });

  test('sizes of zero give a point that is seen', () => {
    for (const radius of pointRadii([0, 0], 1)) expect(radius).toBeGreaterThan(0.02);
  });
});

describe('sceneRadius', () => {
  const cases: { name: string; points: Point[]; onSphere: boolean; radius: number; sphere: boolean }[] = [
    { name: 'unit vectors', points: [[1, 0, 0]], onSphere: true, radius: 1, sphere: true },
    { name: 'shadows of unit vectors', points: [[0.8, 0, 0]], onSphere: true, radius: 1, sphere: true },
    { name: 'short shadows', points: [[0.3, 0, 0]], onSphere: true, radius: 0.3, sphere: false },
    { name: 'at the origin on a sphere', points: [[0, 0, 0]], onSphere: true, radius: 1, sphere: true },
    {
      name: 'Euclidean',
      points: [
        [3, 4, 0],
        [0, 0, 0],
      ],
      onSphere: false,
      radius: 5,
      sphere: true,
    },
    { name: 'collapsed Euclidean', points: [[0, 0, 0]], onSphere: false, radius: 1, sphere: true },
    { name: 'nothing', points: [], onSphere: false, radius: 1, sphere: true },
  ];
  test.each(cases)('$name', ({ points, onSphere, radius, sphere }) => {
    expect(sceneRadius(points, onSphere)).toBeCloseTo(radius, 12);
    expect(showsSphere(points)).toBe(sphere);
  });
});

describe('cameraDistance', () => {
  test.each([0.5, 1, 2])('at aspect %d the ball is inside the picture in both directions', (aspect) => {
    const fieldOfView = 30;
    const distance = cameraDistance(2, fieldOfView, aspect);
    const vertical = (fieldOfView * Math.PI) / 360;
    const horizontal = Math.atan(Math.tan(vertical) * aspect);
    expect(Math.asin(2 / distance)).toBeLessThan(Math.min(vertical, horizontal));
  });
});
