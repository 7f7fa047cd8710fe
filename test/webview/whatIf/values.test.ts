/** Scales, class sizes and the choice of controls: what the strip of values is made from. */
import { describe, expect, it } from 'vitest';
import type { ControlValue } from '../../../src/protocol/panelMessages';
import { readCount, readPositive } from '../../../webview/view/whatIf/readNumber';
import {
  imbalance,
  longTail,
  parseSizes,
  readClasses,
  writeClasses,
} from '../../../webview/whatIf/classSizes';
import { controlPlan } from '../../../webview/whatIf/controlPlan';
import { logScale, STEPS, scaleAround } from '../../../webview/whatIf/logScale';
import { control, viewWith } from '../fixtures/view';

describe('a logarithmic scale', () => {
  it('multiplies by the same factor at every step', () => {
    const { value } = logScale(0.01, 100);
    expect([0, STEPS / 4, STEPS / 2, STEPS].map(value)).toEqual([0.01, 0.1, 1, 100]);
  });

  it('finds back every value that it gives', () => {
    const { value, position } = logScale(0.01, 2);
    for (let at = 0; at <= STEPS; at += 7) expect(Math.abs(position(value(at)) - at)).toBeLessThanOrEqual(1);
  });

  it('keeps values outside at its ends', () => {
    const { position } = logScale(0.1, 1);
    expect([position(0.001), position(50)]).toEqual([0, STEPS]);
  });

  it.each<[string, number[], number, number]>([
    ['the range alone', [], 0.01, 2],
    ['a value below it', [0.004], 0.001, 2],
    ['a value above it', [10], 0.01, 40],
    ['nothing that has no logarithm', [0, -1], 0.01, 2],
  ])('goes around %s', (_, values, from, to) => {
    const scale = scaleAround({ from: 0.01, to: 2 }, values);
    expect([scale.value(0), scale.value(STEPS)]).toEqual([from, to]);
  });

  it('goes no farther than its limit', () => {
    expect(scaleAround({ from: 0.01, to: 1, atMost: 1 }, [0.9]).value(STEPS)).toBe(1);
  });
});

describe('class sizes', () => {
  it('fall by the same factor, as CIFAR-100-LT is cut', () => {
    const sizes = longTail(100, 500, 100);
    expect([sizes[0], sizes[49], sizes[99]]).toEqual([500, 51, 5]);
  });

  it.each<[string, number, number, number, number[]]>([
    ['one class', 1, 60, 10, [60]],
    ['balanced', 3, 60, 1, [60, 60, 60]],
    ['never less than one sample', 3, 5, 1000, [5, 1, 1]],
  ])('%s', (_, classes, max, ratio, sizes) => expect(longTail(classes, max, ratio)).toEqual(sizes));

  it.each<[string, string, number[] | string]>([
    ['commas', '60, 6, 6', [60, 6, 6]],
    ['blanks and semicolons', '5000; 500 50', [5000, 500, 50]],
    ['a single class', '60', expect.stringContaining('at least two') as unknown as string],
    ['no number', 'many, 6', expect.stringContaining('whole numbers') as unknown as string],
    ['NaN', 'NaN, 6', expect.stringContaining('whole numbers') as unknown as string],
    ['none left', '60, 0', expect.stringContaining('whole numbers') as unknown as string],
    ['a fraction', '60, 1.5', expect.stringContaining('whole numbers') as unknown as string],
  ])('are read from %s', (_, text, sizes) => expect(parseSizes(text)).toEqual(sizes));

  it('keep their names while the number of classes stays', () => {
    const before = readClasses({ nv: 6705, mel: 1113 });
    expect(before).not.toBeNull();
    expect(writeClasses([100, 10], before ?? [])).toEqual({ nv: 100, mel: 10 });
    expect(writeClasses([100, 10, 1], before ?? [])).toEqual([100, 10, 1]);
    const unnamed = readClasses([60, 6]);
    expect(unnamed?.map(({ name }) => name)).toEqual(['class 1', 'class 2']);
    expect(writeClasses([100, 10], unnamed ?? [])).toEqual([100, 10]);
  });

  it.each([[null], ['train.csv'], [{ file: 'train.csv' }], [[]]])('are not found in %j', (value) =>
    expect(readClasses(value)).toBeNull(),
  );

  it('tell their imbalance', () => expect(imbalance(readClasses([60, 6, 6]) ?? [])).toBe(10));
});

describe('the controls', () => {
  const keysOf = (kind: string, controls: readonly ControlValue[]) => {
    const view = viewWith({ controls });
    return controlPlan({ ...view, summary: { ...view.summary, kind } }).map(({ key }) => key);
  };

  it('are those of the kind, whether it has a value for them or not', () => {
    expect(keysOf('soft-supcon', [control('temperature', 0.1)])).toEqual([
      'temperature',
      'across',
      'classes',
      'dimension',
      'batch',
      'similarity',
      'views',
      'balance',
    ]);
  });

  it('of a kind that only libraries have are those of its values', () => {
    expect(keysOf('rank-n-contrast', [control('temperature', 2)])).toEqual(['temperature']);
  });

  it('leave out what no slider and no list can hold', () => {
    const controls = [control('bandwidth', [1, 2]), control('kernel', { exponent: 1.5 })];
    expect(keysOf('y-aware', controls)).not.toContain('bandwidth');
    expect(keysOf('y-aware', controls)).not.toContain('kernel');
  });
});

describe('a number that is typed', () => {
  it.each<[string, number | string]>([
    ['0.1', 0.1],
    [' 1e-3 ', 0.001],
    ['', 'Enter a number above 0.'],
    ['0', 'Enter a number above 0.'],
    ['-1', 'Enter a number above 0.'],
    ['NaN', 'Enter a number above 0.'],
    ['Infinity', 'Enter a number above 0.'],
    ['1,5', 'Enter a number above 0.'],
  ])('%j as a temperature', (text, read) => expect(readPositive(text)).toBe(read));

  it.each<[string, number | string]>([
    ['64', 64],
    ['1', 'Enter a whole number from 2 on.'],
    ['2.5', 'Enter a whole number from 2 on.'],
    ['', 'Enter a whole number from 2 on.'],
    ['1e12', 'Enter a whole number from 2 on.'],
  ])('%j as a batch size', (text, read) => expect(readCount(text, 2)).toBe(read));
});
