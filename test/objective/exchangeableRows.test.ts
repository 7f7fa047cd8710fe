/** Samples that a weight matrix cannot tell apart are found, and only those. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeightMatrix } from '../../src/objective/definition';
import { groupExchangeable } from '../../src/objective/exchangeableRows';

const CASES: readonly { name: string; weights: WeightMatrix; groups: number[]; likeThemselves?: boolean }[] =
  [
    { name: 'one sample', weights: [[1]], groups: [0] },
    {
      name: 'equal rows and columns',
      weights: [
        [1, 0.5, 0.5],
        [0.5, 1, 1],
        [0.5, 1, 1],
      ],
      groups: [0, 1, 1],
    },
    {
      name: 'rows that differ only where the two meet themselves and each other',
      weights: [
        [2, 0.5, 1],
        [0.5, 3, 0.5],
        [1, 0.5, 2],
      ],
      groups: [0, 1, 0],
    },
    {
      name: 'the same, where a sample must weigh others as itself',
      weights: [
        [2, 0.5, 1],
        [0.5, 3, 0.5],
        [1, 0.5, 2],
      ],
      groups: [0, 1, 2],
      likeThemselves: true,
    },
    {
      name: 'another weight of itself',
      weights: [
        [1, 0.5],
        [0.5, 2],
      ],
      groups: [0, 1],
    },
    {
      name: 'another weight there than back',
      weights: [
        [1, 0.5],
        [0.25, 1],
      ],
      groups: [0, 1],
    },
    {
      name: 'equal rows of unequal columns',
      weights: [
        [1, 1, 0.5],
        [1, 1, 0.5],
        [0.2, 0.3, 1],
      ],
      groups: [0, 1, 2],
    },
    {
      name: 'pairs that are not compared',
      weights: [
        [1, 0, 2],
        [0, 1, 2],
        [2, null, 1],
      ],
      groups: [0, 1, 2],
    },
    {
      name: 'a circle, of which only rotations leave it as it is',
      weights: [
        [1, 0.5, 0.2, 0.1, 0.2, 0.5],
        [0.5, 1, 0.5, 0.2, 0.1, 0.2],
        [0.2, 0.5, 1, 0.5, 0.2, 0.1],
        [0.1, 0.2, 0.5, 1, 0.5, 0.2],
        [0.2, 0.1, 0.2, 0.5, 1, 0.5],
        [0.5, 0.2, 0.1, 0.2, 0.5, 1],
      ],
      groups: [0, 1, 2, 3, 4, 5],
    },
  ];

describe('groups', () => {
  it.each(CASES)('$name', ({ weights, groups, likeThemselves }) => {
    expect([...groupExchangeable(weights, likeThemselves)]).toEqual(groups);
  });

  it('are those of every swap that leaves the matrix as it is', () => {
    const size = fc.integer({ min: 1, max: 6 });
    const weight = fc.constantFrom(0, 1, 1, 1, null);
    const matrix = size.chain((n) =>
      fc.array(fc.array(weight, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
    );
    const property = fc.property(matrix, (weights) => {
      const groups = groupExchangeable(weights);
      for (let a = 0; a < weights.length; a++)
        for (let b = 0; b < weights.length; b++) {
          const swap = (k: number) => (k === a ? b : k === b ? a : k);
          const isSame = weights.every((row, i) => row.every((w, j) => w === weights[swap(i)][swap(j)]));
          expect(groups[a] === groups[b]).toBe(isSame);
        }
    });
    fc.assert(property, { seed: 6, numRuns: 500 });
  });

  it('of 2000 samples in pairs are found at once', () => {
    const weights = Array.from({ length: 2000 }, (_, i) =>
      Array.from({ length: 2000 }, (_, j) => (i % 1000 === j % 1000 ? 1 : 0.01)),
    );
    const groups = groupExchangeable(weights);
    expect([...groups]).toEqual(weights.map((_, i) => i % 1000));
  });
});
