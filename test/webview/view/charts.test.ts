/** Layouts of the matrices, of the eigenvalue bars and of the loss axis. */
import { describe, expect, test } from 'vitest';
import { cellAfterKey, cellAt, matrixLayout } from '../../../webview/view/matrix/matrixLayout';
import {
  boundaryAfter,
  MOST_BARS,
  shareOnAxes,
  spectrumBars,
  spectrumText,
} from '../../../webview/view/spectrum/spectrumBars';
import { lossRange } from '../../../webview/view/training/lossRange';
import { supConGeometry } from '../fixtures/geometry';

describe('matrixLayout', () => {
  test.each([
    { count: 1, width: 300 },
    { count: 3, width: 140 },
    { count: 20, width: 300 },
    { count: 100, width: 300 },
    { count: 200, width: 158 },
  ])('$count points fit into $width pixels', ({ count, width }) => {
    const layout = matrixLayout(count, width, 500);
    expect(layout.gutter + layout.side).toBeLessThanOrEqual(width + 1e-9);
    expect(layout.side).toBeCloseTo(layout.cell * count, 9);
  });

  test('names have room while rows are high enough to be read, and none otherwise', () => {
    expect(matrixLayout(12, 300, 40).gutter).toBeGreaterThan(40);
    expect(matrixLayout(100, 300, 40).gutter).toBe(0);
    expect(matrixLayout(100, 300, 40).header).toBe(0);
  });

  test('column names are left out where nothing of them would be readable', () => {
    expect(matrixLayout(4, 200, 42).header).toBe(0);
    expect(matrixLayout(3, 300, 42).header).toBeGreaterThan(0);
  });

  test('each cell is found at its centre, and nothing beside the matrix', () => {
    const layout = matrixLayout(5, 300, 40);
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 5; column++) {
        const x = layout.gutter + (column + 0.5) * layout.cell;
        const y = layout.header + (row + 0.5) * layout.cell;
        expect(cellAt(layout, x, y)).toEqual({ row, column });
      }
    }
    expect(cellAt(layout, layout.gutter - 1, layout.header + 1)).toBeNull();
    expect(cellAt(layout, layout.gutter + layout.side + 1, layout.header + 1)).toBeNull();
  });

  test.each([
    { key: 'ArrowRight', from: [0, 0], to: { row: 0, column: 1 } },
    { key: 'ArrowRight', from: [0, 2], to: { row: 0, column: 2 } },
    { key: 'ArrowLeft', from: [0, 0], to: { row: 0, column: 0 } },
    { key: 'ArrowDown', from: [1, 1], to: { row: 2, column: 1 } },
    { key: 'ArrowUp', from: [0, 1], to: { row: 0, column: 1 } },
    { key: 'Tab', from: [0, 1], to: null },
  ])('$key from $from', ({ key, from, to }) => {
    expect(cellAfterKey(key, { row: from[0], column: from[1] }, 3)).toEqual(to);
  });
});

describe('spectrumBars', () => {
  test('heights are in proportion, and the roles follow the rank', () => {
    const bars = spectrumBars([4, 2, 1, 1, 0], 4, 400, 100);
    expect(bars.map((bar) => bar.height)).toEqual([100, 50, 25, 25, 1.5]);
    expect(bars.map((bar) => bar.role)).toEqual(['drawn', 'drawn', 'drawn', 'undrawn', 'empty']);
  });

  test('a negative rounding error is drawn as nothing', () => {
    expect(spectrumBars([1, -1e-12], 1, 100, 100)[1].height).toBe(1.5);
  });

  test.each([1, 3, 100, 200])('%d bars stay inside the picture', (count) => {
    const bars = spectrumBars(
      Array.from({ length: count }, () => 1),
      count,
      300,
      100,
    );
    expect(bars.length).toBe(Math.min(count, MOST_BARS));
    expect(bars[bars.length - 1].left + bars[bars.length - 1].width).toBeLessThanOrEqual(300);
  });

  test('all eigenvalues zero give bars of no height, not of NaN', () => {
    for (const bar of spectrumBars([0, 0], 0, 100, 100)) expect(bar.height).toBe(1.5);
  });

  test('a boundary stands between two bars, and nowhere beyond the last', () => {
    const bars = spectrumBars([3, 2, 1], 2, 300, 100);
    const boundary = boundaryAfter(bars, 2) ?? 0;
    expect(boundary).toBeGreaterThan(bars[1].left + bars[1].width);
    expect(boundary).toBeLessThan(bars[2].left);
    expect(boundaryAfter(bars, 4)).toBeNull();
    expect(boundaryAfter(bars, 0)).toBeNull();
  });

  test.each([
    {
      count: 3,
      rank: 2,
      dimension: 16,
      text: 'The optimum fills 2 of 16 dimensions of the embedding space.',
    },
    { count: 3, rank: 1, dimension: null, text: 'The optimum fills 1 dimension of the embedding space.' },
    {
      count: 3,
      rank: null,
      dimension: 8,
      text: 'The embedding space has 8 dimensions. Full bars are the drawn axes.',
    },
  ])('$text', ({ count, rank, dimension, text }) => expect(spectrumText(count, rank, dimension)).toBe(text));

  test('bars that are not shown are counted', () => {
    expect(spectrumText(100, 99, 128)).toContain('The largest 48 of 100 eigenvalues');
  });
});

describe('shareOnAxes', () => {
  test('tells what each drawn axis holds of a point', () => {
    expect(shareOnAxes(supConGeometry(), 1)).toBe(
      'tail a: 50%, 50% and 0% of its squared length on axes 1, 2 and 3.',
    );
  });
  test('has nothing to say about distances, or about a point whose length is not known', () => {
    expect(shareOnAxes(supConGeometry({ similarity: 'negative-squared-euclidean' }), 1)).toBeNull();
    expect(shareOnAxes({ ...supConGeometry(), rowOf: [0, null, 2] }, 1)).toBeNull();
  });
});

describe('lossRange', () => {
  const inside = ([low, high]: [number, number], value: number) => low < value && value < high;

  test('holds both lines and the whole of an ordinary curve', () => {
    const range = lossRange([4.6, 4.5, 4.46], 4.38, 4.456);
    for (const value of [4.6, 4.46, 4.38, 4.456]) expect(inside(range, value)).toBe(true);
  });

  test('before the start the lines stand in the lower half', () => {
    const [low, high] = lossRange([], 4.38, 4.456);
    expect(low).toBeLessThan(4.38);
    expect(4.456).toBeLessThan((low + high) / 2);
  });

  test('a first fall from far above does not flatten the rest', () => {
    const losses = Array.from({ length: 600 }, (_, step) => 2.83 + 1000 * Math.exp(-step / 8));
    const [low, high] = lossRange(losses, 2.83, 2.83);
    expect(low).toBeLessThan(2.83);
    expect(high).toBeLessThan(10);
    expect(high).toBeGreaterThan(2.83 + 1);
  });

  test.each([
    { name: 'nothing at all', losses: [], bound: null, minimum: null },
    { name: 'a curve on its line', losses: [1, 1, 1], bound: 1, minimum: 1 },
    { name: 'a huge loss', losses: [1e12], bound: 1e12, minimum: 1e12 },
    { name: 'a negative loss', losses: [-3, -4], bound: null, minimum: -4.1 },
  ])('$name has a range', ({ losses, bound, minimum }) => {
    const [low, high] = lossRange(losses, bound, minimum);
    expect(high).toBeGreaterThan(low);
    expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
  });
});
