/** Bars of data: inside their width, true to their counts, reached by keys, and tied to the right points. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOfNumbers, chartOfSizes } from '../../../src/language/explanation/dataCharts';
import {
  axisLabels,
  barAfterKey,
  type DataChart,
  placeBars,
  pointsOfBars,
} from '../../../webview/view/data/dataBars';
import { defineObjective, known } from '../page/defineObjective';
import { viewOf } from '../page/fixtures';

const sizes = (...counts: number[]): DataChart =>
  chartOfSizes(counts.map((count, k) => ({ name: `class ${k + 1}`, count })));
const numbers = (...values: number[]): DataChart =>
  chartOfNumbers('age', values, (count) => `${count}`) ?? sizes();

const anyChart = fc.oneof(
  fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 90 }).map((counts) => sizes(...counts)),
  fc
    .array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 90 })
    .map((values) => numbers(...values)),
);

describe('placed bars', () => {
  it('lie beside each other inside of width and height, whatever the data', () => {
    fc.assert(
      fc.property(anyChart, fc.integer({ min: 120, max: 1200 }), (chart, width) => {
        const placed = placeBars(chart, width, 84);
        expect(placed).toHaveLength(chart.bars.length);
        placed.forEach(({ left, width: thickness, pitch, height }, k) => {
          expect(left).toBeCloseTo(k * pitch, 6);
          expect(left + thickness).toBeLessThanOrEqual(width + 1e-6);
          expect(height).toBeGreaterThanOrEqual(0);
          expect(height).toBeLessThanOrEqual(84 + 1e-9);
        });
      }),
      { seed: 11 },
    );
  });

  it('are as high as their counts, the largest full and the smallest still seen', () => {
    const heights = placeBars(sizes(1000, 500, 1, 0), 300, 80).map(({ height }) => height);
    expect(heights[0]).toBe(80);
    expect(heights[1]).toBe(40);
    expect(heights[2]).toBeGreaterThan(1);
    expect(heights[3]).toBe(0);
  });

  it('of classes stand apart and are no wider than a thumb; those of intervals fill the width', () => {
    const [few] = placeBars(sizes(3, 4), 1000, 80);
    expect(few.pitch).toBeLessThanOrEqual(56);
    expect(few.width).toBeLessThan(few.pitch * 0.9);
    const intervals = placeBars(numbers(0, 1, 2, 3), 1000, 80);
    expect(intervals.length * intervals[0].pitch).toBeCloseTo(1000, 6);
  });

  it('of nothing are none', () => {
    expect(placeBars(sizes(), 300, 80)).toEqual([]);
    expect(axisLabels(sizes(), [])).toEqual([]);
  });
});

describe('labels of the axis', () => {
  const labelsOf = (chart: DataChart, width: number) => axisLabels(chart, placeBars(chart, width, 84));

  it('name every class where there is room, under the middle of its bar', () => {
    const chart = chartOfSizes(['nv', 'mel', 'df'].map((name, k) => ({ name, count: 3 - k })));
    const placed = placeBars(chart, 300, 84);
    expect(axisLabels(chart, placed)).toEqual(
      ['nv', 'mel', 'df'].map((text, k) => ({
        text,
        anchor: 'middle',
        x: placed[k].left + placed[k].width / 2,
      })),
    );
  });

  it('name the first and the last where there is none, cut so that they do not meet', () => {
    const long = 'a class with a name that is longer than all of the picture is wide';
    const chart = chartOfSizes([
      { name: long, count: 2 },
      { name: 'b', count: 1 },
      { name: long, count: 1 },
    ]);
    const labels = labelsOf(chart, 150);
    expect(labels.map(({ anchor }) => anchor)).toEqual(['start', 'end']);
    for (const { text } of labels) expect(text).toMatch(/^a class.*…$/);
    expect(labels[0].text.length + labels[1].text.length).toBeLessThan(150 / 6);
  });

  it('of numbers are the ends, and the middle where there is room', () => {
    const ages = numbers(...Array.from({ length: 80 }, (_, k) => k));
    expect(labelsOf(ages, 400).map(({ text }) => text)).toEqual(['0', '40', '80']);
    expect(labelsOf(ages, 60).map(({ text }) => text)).toEqual(['0', '80']);
    expect(labelsOf(numbers(5), 400).map(({ text }) => text)).toEqual(['5']);
  });

  it('stay inside of the picture, whatever the data', () => {
    fc.assert(
      fc.property(anyChart, fc.integer({ min: 120, max: 1200 }), (chart, width) => {
        for (const { x } of labelsOf(chart, width)) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width + 1e-6);
        }
      }),
      { seed: 12 },
    );
  });
});

describe('points of bars', () => {
  const classes = [60, 6, 6].map((count, k) => ({ name: `c${k}`, count }));
  const view = viewOf(
    defineObjective('a', 'supcon', {
      classes: known(classes),
      temperature: known(0.5),
      dimension: known(16),
    }),
  );

  it('are those of the classes that the bars count', () => {
    expect(pointsOfBars(view, view.data.accounts[0].charts[0])).toEqual([0, 1, 2]);
  });

  it('are found by name where the bars are others, and none where no point shows the class', () => {
    const turned = chartOfSizes([...classes].reverse());
    expect(pointsOfBars(view, turned)).toEqual([2, 1, 0]);
    expect(pointsOfBars(view, chartOfSizes([{ name: 'of another file', count: 3 }]))).toEqual([null]);
  });

  it('are none for intervals, and for several classes together', () => {
    expect(pointsOfBars(view, numbers(1, 2, 3)).every((point) => point === null)).toBe(true);
    const many = sizes(...Array.from({ length: 200 }, (_, k) => 200 - k));
    expect(pointsOfBars(view, many).every((point) => point === null)).toBe(true);
  });
});

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 4, 4],
  ['ArrowRight', -1, 0],
  ['ArrowLeft', 0, 0],
  ['ArrowLeft', 3, 2],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['Tab', 2, null],
  ['ArrowUp', 2, null],
])('%s leads from bar %d to %s of five', (key, from, to) => {
  expect(barAfterKey(key, from, 5)).toBe(to);
});
