/** Numbers in sentences: never zero for something small, never a limit rounded past itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosine, counted, nats, roundDown, roundUp, short } from '../../../src/language/explanation/numbers';

test.each([
  [0.07381, '0.0738 nats'],
  [1.25, '1.2500 nats'],
  [0.0001, '0.0001 nats'],
  [0.000072, '7.2e-5 nats'],
  [3e-14, '3e-14 nats'],
  [0, '0 nats'],
  [-0.0221, '−0.0221 nats'],
])('%d in nats', (value, text) => expect(nats(value)).toBe(text));

test.each([
  [-0.5, '−0.50'],
  [0.001, '0.00'],
  [-0.001, '0.00'],
  [1, '1.00'],
])('cosine %d', (value, text) => expect(cosine(value)).toBe(text));

test.each([
  [0.44507, '0.445'],
  [12345, '12300'],
  [-3e-7, '−3e-7'],
  [0, '0'],
])('%d in short', (value, text) => expect(short(value)).toBe(text));

test.each([
  [1, '1 class'],
  [0, '0 classes'],
  [1234567, '1\u202f234\u202f567 classes'],
])('%d counted', (count, text) => expect(counted(count, 'class', 'classes')).toBe(text));

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
