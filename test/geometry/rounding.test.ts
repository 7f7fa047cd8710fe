/** Rounded limits stay kept: a value is never rounded past itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundDown, roundUp } from '../../src/geometry/rounding';

describe('rounding for copying', () => {
  test.each([
    [0.44507, 0.445, 0.446],
    [0.3, 0.3, 0.3],
    [1, 1, 1],
    [0.0498, 0.0498, 0.0498],
    [3.0590232e-7, 3.05e-7, 3.06e-7],
    [98765, 98700, 98800],
  ])('%d lies between %d and %d', (value, down, up) => {
    expect(roundDown(value)).toBe(down);
    expect(roundUp(value)).toBe(up);
  });

  test('keeps the limit and three digits of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e12, noNaN: true }), (value) => {
        const slack = 1e-8 * value;
        expect(roundDown(value)).toBeLessThanOrEqual(value + slack);
        expect(roundDown(value)).toBeGreaterThan(value * 0.99 - slack);
        expect(roundUp(value)).toBeGreaterThanOrEqual(value - slack);
        expect(roundUp(value)).toBeLessThan(value * 1.0101 + slack);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
