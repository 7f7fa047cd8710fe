import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawBlocks,
  type Histogram,
  histogramOfClasses,
  histogramOfNumbers,
} from '../../src/objective/histogram';

const numberBars = (histogram: Histogram | null) => (histogram?.kind === 'numbers' ? histogram.bars : []);

describe('a histogram of numbers', () => {
  it.each([
    { what: 'a single value', values: [3, 3, 3], bars: [{ low: 3, high: 3, count: 3 }] },
    {
      what: 'whole numbers, one bar each',
      values: [1, 2, 2, 4],
      bars: [
        { low: 1, high: 2, count: 1 },
        { low: 2, high: 3, count: 2 },
        { low: 3, high: 4, count: 0 },
        { low: 4, high: 5, count: 1 },
      ],
    },
  ])('has the bars of $what', ({ values, bars }) => {
    expect(numberBars(histogramOfNumbers(values))).toEqual(bars);
  });

  it('has none where no number is finite', () => {
    expect(histogramOfNumbers([Number.NaN, Infinity])).toBeNull();
  });

  it('counts every finite number in the bar that holds it, in few bars of one width', () => {
    const numbers = fc.array(
      fc.oneof(fc.double({ noNaN: false }), fc.integer(), fc.double({ min: 0, max: 1 })),
      {
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(numbers, (values) => {
        const finite = values.filter(Number.isFinite);
        const bars = numberBars(histogramOfNumbers(values));
        expect(bars.length).toBeLessThanOrEqual(24);
        const isOne = new Set(finite).size <= 1;
        for (const { low, high, count } of bars)
          expect(count).toBe(isOne ? finite.length : finite.filter((x) => low <= x && x < high).length);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(finite.length);
      }),
      { seed: 20, numRuns: 400 },
    );
  });
});

describe('a histogram of classes', () => {
  const classes = (count: number) =>
    Array.from({ length: count }, (_, k) => ({ name: `c${k}`, count: k + 1 }));

  it('keeps the order of a few classes', () => {
    expect(histogramOfClasses(classes(2))).toEqual({
      kind: 'classes',
      bars: [
        { label: 'c0', count: 1 },
        { label: 'c1', count: 2 },
      ],
      left: 0,
    });
  });

  it('shows the largest of many', () => {
    const { bars, ...rest } = histogramOfClasses(classes(100), 3);
    expect(bars.map(({ count }) => count)).toEqual([100, 99, 98]);
    expect(rest).toEqual({ kind: 'classes', left: 97 });
  });
});

it('is drawn with blocks as high as the bars', () => {
  const sizes = [0, 1, 25, 50, 75, 100].map((count) => ({ name: String(count), count }));
  expect(drawBlocks(histogramOfClasses(sizes))).toBe('\u2007▁▂▃▅▇');
});
