/** The line of blocks in a hover: there for data that the text does not show, few, true, and safe to draw. */
import { describe, expect, it } from 'vitest';
import { dataPictures } from '../../../src/language/features/dataPictures';
import type { ClassSize, Parameter, Parameters } from '../../../src/objective/definition';
import { defineObjective, known } from '../../webview/page/defineObjective';

const classes = (...sizes: number[]): ClassSize[] =>
  sizes.map((count, k) => ({ name: `class ${k + 1}`, count }));

const pictures = (parameters: Partial<Parameters>) =>
  dataPictures(defineObjective('a', 'supcon', parameters)).map((line) => line.replaceAll('\u202f', ' '));

function inText<T>(value: T): Parameter<T> {
  return { ...known(value), span: { start: 3, end: 9 } };
}
const fromFile = <T>(value: T, columnNames: readonly string[] = []): Parameter<T> => ({
  ...inText(value),
  file: { path: 'data/a.csv', version: '1', rows: 3, columns: 1, columnNames },
});

describe('class sizes', () => {
  it('are drawn from the largest to the smallest, with both named', () => {
    expect(pictures({ classes: fromFile(classes(10, 100, 50)) })).toEqual([
      '`▇▃▁` class sizes, from class 2 (100 samples) to class 1 (10 samples)',
    ]);
  });

  it('of a long tail stay on one line', () => {
    const [line] = pictures({ classes: known(classes(...Array.from({ length: 1000 }, (_, k) => 1000 - k))) });
    const blocks = /^`([^`]*)`/.exec(line)?.[1] ?? '';
    expect(blocks.length).toBeLessThanOrEqual(40);
    expect(blocks).toMatch(/^▇+▅+▃+▂+▁+$/);
    expect(line).toContain('from class 1 (1 000 samples) to class 1000 (1 sample)');
  });

  it('that are equal are told so', () => {
    expect(pictures({ classes: known(classes(5, 5)) })).toEqual(['`▇▇` classes of one size, 5 samples each']);
  });

  it('are not drawn where the text shows them at a glance, nor where there is one', () => {
    expect(pictures({ classes: inText(classes(6, 5, 4)) })).toEqual([]);
    expect(pictures({ classes: fromFile(classes(6)) })).toEqual([]);
    expect(pictures({ classes: inText(classes(7, 6, 5, 4, 3, 2, 1)) })).toHaveLength(1);
  });

  it('have names that stay text', () => {
    const [line] = pictures({
      classes: fromFile([
        { name: '[a](command:x) `b`', count: 2 },
        { name: '<img>', count: 1 },
      ]),
    });
    expect(line).toContain('\\[a\\](command:x) \\`b\\`');
    expect(line).toContain('\\<img\\>');
  });
});

describe('labels', () => {
  it('are drawn under the name of their column, which tells their unit', () => {
    const ages = [20, 20, 21, 22, 24].map((age) => [age]);
    expect(pictures({ labels: fromFile(ages, ['age in years']) })).toEqual([
      '`▇▃▃\u2007▃` age in years, from 20 to 24',
    ]);
  });

  it('of several columns have a line each, as many as are drawn elsewhere', () => {
    const rows = [
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ];
    const lines = pictures({ labels: known(rows) });
    expect(lines.map((line) => /` (label \d)/.exec(line)?.[1])).toEqual(['label 1', 'label 2', 'label 3']);
  });

  it('that are all the same, or none, have no picture', () => {
    expect(pictures({ labels: known([[3], [3]]) })).toEqual([]);
    expect(pictures({ labels: known([]) })).toEqual([]);
    expect(pictures({ labels: known([[Number.NaN]]) })).toEqual([]);
  });

  it('are gone through once, however often the hover is asked for', () => {
    let readings = 0;
    const rows = Object.assign([[1], [2], [4]], {
      *[Symbol.iterator]() {
        readings++;
        for (let k = 0; k < 3; k++) yield rows[k];
      },
    });
    const first = pictures({ labels: known(rows) });
    const needed = readings;
    expect(needed).toBeGreaterThan(0);
    expect(pictures({ labels: known(rows) })).toEqual(first);
    expect(readings).toBe(needed);
  });
});
