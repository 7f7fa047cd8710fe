/** Planes and their axes: which an objective has, where it stands on them, and what it takes to stand elsewhere. */
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../../src/protocol/panelMessages';
import { largestImbalance, withImbalance } from '../../../webview/phase/longTail';
import { type Axis, planesOf } from '../../../webview/phase/planes';
import type { NamedSize } from '../../../webview/whatIf/classSizes';
import { control, viewWith } from '../fixtures/view';

const sizesOf = (...sizes: number[]): NamedSize[] => sizes.map((size, k) => ({ name: `class ${k}`, size }));
const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

function planesWith(kind: string, values: Changes) {
  const controls = Object.entries(values).map(([key, value]) => control(key, value));
  const view = viewWith({ controls });
  return planesOf({ ...view, summary: { ...view.summary, kind } }, values);
}

describe('planes', () => {
  it.each<[string, string, Changes, string[]]>([
    ['classes', 'supcon', { temperature: 0.1, classes: [60, 6, 6] }, ['classes-temperature']],
    [
      'classes with a weight across',
      'soft-supcon',
      { temperature: 0.1, across: 0.1, classes: [60, 6, 6] },
      ['temperature-across', 'classes-temperature'],
    ],
    ['labels', 'y-aware', { temperature: 0.1, bandwidth: 3 }, ['temperature-bandwidth']],
    [
      'features',
      'x-clr',
      { temperature: 0.1, 'weight-temperature': 0.2 },
      ['temperature-weight-temperature'],
    ],
    ['a bandwidth for each column', 'y-aware', { temperature: 0.1, bandwidth: [1, 2] }, []],
    ['an unknown temperature', 'soft-supcon', { temperature: null, across: 0.1 }, ['temperature-across']],
    ['one class', 'supcon', { temperature: 0.1, classes: [60] }, []],
    ['classes of two samples', 'supcon', { temperature: 0.1, classes: [1, 1] }, []],
    ['nothing but a temperature', 'weighted', { temperature: 0.1 }, []],
    [
      'another library’s kind, by the values it has',
      'decoupled',
      { temperature: 0.1, classes: [9, 3] },
      ['classes-temperature'],
    ],
  ])('of %s', (_, kind, values, ids) => {
    expect(planesWith(kind, values).map(({ id }) => id)).toEqual(ids);
  });

  it('stand where the values are, and change to three digits', () => {
    const [{ x, y }] = planesWith('soft-supcon', { temperature: 0.2, across: 0.05 });
    expect([x.at({ temperature: 0.2 }), y.at({ across: 0.05 })]).toEqual([0.2, 0.05]);
    expect([
      x.at({}),
      x.at({ temperature: null }),
      x.at({ temperature: 'warm' }),
      x.at({ temperature: -1 }),
    ]).toEqual([null, null, null, null]);
    expect({ ...x.to(0.123456, {}), ...y.to(1, {}) }).toEqual({ temperature: 0.123, across: 1 });
  });

  it('take the imbalance from the class sizes, and give a long tail of as many samples', () => {
    const values = { temperature: 0.1, classes: { cat: 60, dog: 6, owl: 6 } };
    const imbalance: Axis = planesWith('supcon', values)[0].x;
    expect(imbalance.at(values)).toBe(10);
    expect(imbalance.note).toContain('by the same factor');
    expect(imbalance.to(1, values)).toEqual({ classes: { cat: 24, dog: 24, owl: 24 } });
    expect(imbalance.basis(values)).toBe(imbalance.basis({ classes: [24, 24, 24] }));
    expect(imbalance.basis(values)).not.toBe(imbalance.basis({ classes: [24, 24, 25] }));
  });
});

describe('long tails', () => {
  it.each<[string, number[], number, number[]]>([
    ['equal', [60, 6, 6], 1, [24, 24, 24]],
    ['by the factor', [100, 10, 1], 100, [100, 10, 1]],
    ['the largest stays the largest', [6, 60, 6], 10, [16, 51, 5]],
    ['two classes', [10, 1], 10, [10, 1]],
    ['no class without a sample', [2, 2, 2], 1000, [4, 1, 1]],
  ])('%s', (_, before, ratio, after) => {
    expect(withImbalance(sizesOf(...before), ratio)).toEqual(after);
  });

  it('keep the number of samples, whatever the ratio', () => {
    for (let k = 0; k < 60; k++) {
      const sizes = sizesOf(...Array.from({ length: 2 + (k % 9) }, (_, c) => 1 + ((c * 37 + k * 11) % 50)));
      const tail = withImbalance(sizes, 1.3 ** k);
      expect(sum(tail)).toBe(sum(sizes.map(({ size }) => size)));
      expect(Math.min(...tail)).toBeGreaterThanOrEqual(1);
    }
  });

  it('end where the smallest class has one sample', () => {
    const sizes = sizesOf(100, 10, 1);
    const most = largestImbalance(sizes);
    const tail = withImbalance(sizes, most);
    expect(Math.min(...tail)).toBe(1);
    expect(most).toBeCloseTo(100, 6);
  });
});
