/** Wishes and how they are changed: pairs have one cosine, classes have names of their own, and nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { MOST_DESIGNED } from '../../../src/protocol/requests/design';
import {
  canAdd,
  canRemove,
  equalWish,
  readCosine,
  renamed,
  stepped,
  wishOf,
  withClass,
  withoutClass,
  withSimilarity,
} from '../../../webview/design/wish';
import { sketch } from '../../support/definitions';

const classesOf = (...names: string[]) => names.map((name) => ({ name, size: 1 }));
const THREE = equalWish(classesOf('cat', 'dog', 'truck'), 0.5);

describe('a cosine', () => {
  it('belongs to the pair: whatever is changed, the wish stays symmetric with ones on its diagonal', () => {
    const place = fc.integer({ min: 0, max: 2 });
    const edits = fc.array(fc.tuple(place, place, fc.double({ min: -3, max: 3 })), { maxLength: 12 });
    fc.assert(
      fc.property(edits, (made) => {
        const { similarities } = made.reduce(
          (wish, [i, j, value]) => withSimilarity(wish, i, j, value),
          THREE,
        );
        similarities.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBe(similarities[j][i]);
            expect(Math.abs(value)).toBeLessThanOrEqual(1);
            if (i === j) expect(value).toBe(1);
          });
        });
      }),
      { seed: 5, numRuns: 80 },
    );
  });

  it.each([
    ['0.5', 0.5],
    ['−1', -1],
    [' -.25 ', -0.25],
    ['1e-3', 0.001],
  ])('%s is read', (text, value) => expect(readCosine(text)).toBe(value));

  it.each(['', ' ', '1.4', '-2', 'NaN', 'Infinity', 'near', '0,5'])('%j is none, in words', (text) => {
    expect(readCosine(text)).toMatch(/is no cosine: enter a number from −1/);
  });

  it('is stepped without the dust of sums, and stops at the ends', () => {
    expect(stepped(0.1, 0.2)).toBe(0.3);
    expect(stepped(0.95, 0.1)).toBe(1);
    expect(stepped(-0.95, -0.1)).toBe(-1);
    expect(withSimilarity(THREE, 0, 1, Number.NaN)).toBe(THREE);
  });
});

describe('classes', () => {
  it('are added at right angles to the others, and taken away with their pairs', () => {
    const four = withClass(THREE);
    expect(four.classes.at(-1)?.name).toBe('class 4');
    expect(four.similarities.at(-1)).toEqual([0, 0, 0, 1]);
    expect(four.similarities.map((row) => row[3])).toEqual([0, 0, 0, 1]);
    expect(withoutClass(four, 3)).toEqual(THREE);
    expect(withoutClass(withSimilarity(THREE, 0, 2, -1), 1).similarities).toEqual([
      [1, -1],
      [-1, 1],
    ]);
  });

  it('are at least two, and no more than a matrix holds', () => {
    expect([canRemove(THREE), canRemove(withoutClass(THREE, 0))]).toEqual([true, false]);
    const many = equalWish(classesOf(...Array.from({ length: MOST_DESIGNED }, (_, k) => `c${k}`)), 0);
    expect([canAdd(THREE), canAdd(many)]).toEqual([true, false]);
  });

  it('are renamed to names that no other has', () => {
    expect(renamed(THREE, 0, ' <b>lynx</b> ')).toMatchObject({ classes: [{ name: '<b>lynx</b>' }, {}, {}] });
    expect(renamed(THREE, 0, 'dog')).toMatch(/Another class is called “dog”/);
    expect(renamed(THREE, 0, '  ')).toMatch(/needs a name/);
    expect(renamed(THREE, 0, 'x'.repeat(200))).toMatch(/100 characters/);
    expect(renamed(THREE, 0, 'cat')).toEqual(THREE);
  });
});

describe('a wish to start from', () => {
  it('is what the objective predicts', () => {
    const { geometry } = analyze(sketch({ objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 }));
    const { classes, similarities } = wishOf(geometry);
    expect(classes.map(({ size }) => size)).toEqual([60, 6, 6]);
    expect(similarities[0][1]).toBeCloseTo(geometry?.attainable[0][1] ?? Number.NaN, 12);
  });

  it('is three classes at right angles where there are no cosines, or too many', () => {
    const labels = Array.from({ length: MOST_DESIGNED + 1 }, (_, k) => k);
    const many = sketch({ objective: 'y-aware', kernel: 'gaussian', labels, bandwidth: 9, temperature: 0.1 });
    for (const geometry of [null, analyze(many).geometry])
      expect(wishOf(geometry)).toEqual(equalWish(classesOf('class 1', 'class 2', 'class 3'), 0));
  });

  it('gives every class a name of its own', () => {
    const definition = sketch({
      objective: 'y-aware',
      kernel: 'gaussian',
      labels: [1, 1, 2],
      bandwidth: 9,
      temperature: 0.1,
    });
    const names = wishOf(analyze(definition).geometry).classes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
