/** Class sizes of the long-tailed sets, against what Python computes with the published formula. */
import { expect, it } from 'vitest';
import { longTailSizes } from '../../../../src/language/dialects/inline/longTail';
import { read } from '../../../support/pythonReader';

/** Classes, max, factor; the sum, and the sizes of the first, a third, the middle, the last but one and the last class. */
const BY_PYTHON: readonly (readonly number[])[] = [
  [10, 5000, 0.1, 20431, 5000, 2320, 1391, 645, 500],
  [10, 5000, 0.05, 17023, 5000, 1842, 946, 348, 250],
  [10, 5000, 0.02, 13996, 5000, 1357, 568, 154, 100],
  [10, 5000, 0.01, 12406, 5000, 1077, 387, 83, 50],
  [10, 5000, 0.005, 11203, 5000, 854, 263, 45, 25],
  [100, 500, 0.1, 19573, 500, 232, 156, 51, 50],
  [100, 500, 0.05, 15907, 500, 184, 110, 25, 25],
  [100, 500, 0.02, 12608, 500, 135, 69, 10, 10],
  [100, 500, 0.01, 10847, 500, 107, 48, 5, 5],
  [100, 500, 0.005, 9502, 500, 85, 34, 2, 2],
  [1000, 1280, 0.1, 500028, 1280, 594, 404, 128, 128],
  [1000, 1280, 0.05, 405692, 1280, 471, 285, 64, 64],
  [1000, 1280, 0.02, 320514, 1280, 347, 180, 25, 25],
  [1000, 1280, 0.01, 275057, 1280, 275, 127, 12, 12],
  [1000, 1280, 0.005, 240278, 1280, 218, 90, 6, 6],
  [365, 4980, 0.1, 711102, 4980, 2316, 1574, 501, 498],
  [365, 4980, 0.05, 577283, 4980, 1839, 1113, 251, 249],
  [365, 4980, 0.02, 456464, 4980, 1356, 704, 100, 99],
  [365, 4980, 0.01, 392036, 4980, 1077, 498, 50, 49],
  [365, 4980, 0.005, 342753, 4980, 855, 352, 25, 24],
];

it.each(BY_PYTHON)('%i classes, %i · %f^…', (classes, max, factor, sum, ...some) => {
  const sizes = longTailSizes(classes, max, factor);
  const places = [0, Math.floor(classes / 3), Math.floor(classes / 2), classes - 2, classes - 1];
  expect([sizes.reduce((total, n) => total + n, 0), ...places.map((k) => sizes[k])]).toEqual([sum, ...some]);
});

it('one class has all samples', () => {
  expect(longTailSizes(1, 500, 0.01)).toEqual([500]);
});

it('is a value of an objective file like any other', () => {
  const text = 'objective: supcon\nclasses: { long-tail: { classes: 3, max: 100, factor: 0.01 } }\n';
  const { definitions, findings } = read('a.objective.yaml', text);
  expect(findings).toEqual([]);
  expect(definitions[0].parameters.classes).toMatchObject({
    value: [
      { name: 'class 1', count: 100 },
      { name: 'class 2', count: 10 },
      { name: 'class 3', count: 1 },
    ],
    origin: 'literal',
  });
});
