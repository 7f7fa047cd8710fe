/** Distances from the prediction and the collapse of rare classes are what their words say. */
import { expect, test } from 'vitest';
import { collapse, differences, rarestPoints } from '../../../webview/training/comparison';

test('the largest and the mean difference leave the diagonal out', () => {
  expect(
    differences(
      [
        [9, 0.5],
        [0.1, 9],
      ],
      [
        [1, 0.2],
        [0, 1],
      ],
    ),
  ).toEqual({
    largest: expect.closeTo(0.3, 12),
    mean: expect.closeTo(0.2, 12),
  });
  expect(differences([[1]], [[0]])).toBeNull();
});

test.each([
  { sizes: [60, 6, 6], rare: [1, 2] },
  { sizes: [100, 100, 1, 1], rare: [2, 3] },
  { sizes: [9, 1, 8, 2, 7, 3], rare: [1, 3] },
  { sizes: [5, 4, 4, 4], rare: [1, 2, 3] },
  { sizes: [7, 7, 7], rare: null },
  { sizes: [60, 6], rare: null },
])('of $sizes the rarest are $rare', ({ sizes, rare }) => expect(rarestPoints(sizes)).toEqual(rare));

const COSINES = [
  [1, -0.5, -0.4, 0.7],
  [-0.5, 1, 0.2, 0],
  [-0.4, 0.2, 1, 0.4],
  [0.7, 0, 0.4, 1],
];

test.each([
  { name: 'the mean among the rarest', sizes: [60, 6, 6, 6], value: 0.2 },
  { name: 'the largest of all where none is rarer', sizes: [6, 6, 6, 6], value: 0.7 },
])('$name', ({ sizes, value }) => expect(collapse(COSINES, sizes)).toBeCloseTo(value, 12));

test('a single point cannot collapse', () => expect(collapse([[1]], [5])).toBeNull());
