/** Colours are told apart whatever eyes look at them, and stand out from every background: computed, not looked at. */
import { describe, expect, test } from 'vitest';
import { pointColors, similarityScale, strainColor, textOn } from '../../../webview/view/palette';
import { parseColor, type Rgb, type Theme } from '../../../webview/view/theme';
import { themeOf } from '../fixtures/theme';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes 2009, the whole loss of one kind of cone, on linear RGB. */
const EYES: Readonly<Record<string, Matrix>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Ottosson 2020. */
const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/** In OKLab; 0.02 is a just noticeable difference of neighbours, and discs in a picture stand far apart. */
const APART = 0.09;

const times = (matrix: Matrix, x: Triple) =>
  matrix.map((row) => row[0] * x[0] + row[1] * x[1] + row[2] * x[2]) as unknown as Triple;
const linear = (color: string) =>
  parseColor(color).map((part) => {
    const x = part / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
const clipped = (x: Triple) => x.map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple;
const lab = (rgb: Triple) => times(TO_LAB, times(TO_CONES, rgb).map(Math.cbrt) as unknown as Triple);
const seen = (color: string, eyes: Matrix) => lab(clipped(times(eyes, linear(color))));
const distance = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function contrast(a: string, b: string): number {
  const [high, low] = [a, b]
    .map((color) => 0.2126 * linear(color)[0] + 0.7152 * linear(color)[1] + 0.0722 * linear(color)[2])
    .sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const THEMES: readonly { readonly name: string; readonly theme: Theme }[] = [
  { name: 'light', theme: themeOf('light') },
  { name: 'dark', theme: themeOf('dark') },
  { name: 'high contrast', theme: themeOf('high contrast') },
  { name: 'high contrast light', theme: themeOf('high contrast light') },
];

describe.each(THEMES)('in $name', ({ theme }) => {
  const first = pointColors(8, theme);

  test.each(Object.keys(EYES))('the first eight colours are apart with %s', (name) => {
    for (const [i, a] of first.entries())
      for (const b of first.slice(i + 1))
        expect(distance(seen(a, EYES[name]), seen(b, EYES[name]))).toBeGreaterThan(APART);
  });

  test.each(Object.keys(EYES))('pressed and pulled pairs are apart with %s', (name) => {
    const [pressed, pulled] = [strainColor(1, theme), strainColor(-1, theme)];
    expect(distance(seen(pressed, EYES[name]), seen(pulled, EYES[name]))).toBeGreaterThan(APART);
  });

  test.each(Object.keys(EYES))(
    'both ends of the scale of cosines are apart from each other and the middle with %s',
    (name) => {
      const { color } = similarityScale(true, [-1, 1], theme);
      const [low, middle, high] = [-1, 0, 1].map((value) => seen(color(value), EYES[name]));
      expect(distance(low, high)).toBeGreaterThan(2 * APART);
      expect(distance(low, middle)).toBeGreaterThan(APART);
      expect(distance(high, middle)).toBeGreaterThan(APART);
    },
  );

  test('all colours stand out from the background, three to one', () => {
    const lines = [strainColor(1, theme), strainColor(-1, theme)];
    for (const color of [...first, ...pointColors(40, theme), ...lines])
      expect(contrast(color, theme.background)).toBeGreaterThan(3);
  });

  test('neighbours of many points have nearly one colour, and both ends others', () => {
    const many = pointColors(100, theme).map((color) => seen(color, EYES.deuteranopia));
    for (let k = 1; k < many.length; k++) expect(distance(many[k - 1], many[k])).toBeLessThan(0.02);
    expect(distance(many[0], many[99])).toBeGreaterThan(2 * APART);
  });

  test('a value can be read on every colour of the scale', () => {
    const { color } = similarityScale(true, [-1, 1], theme);
    for (let value = -1; value <= 1; value += 0.1)
      expect(contrast(textOn(color(value)), color(value))).toBeGreaterThan(4.5);
  });
});

test('hex and rgb notations are read without a canvas', () => {
  expect(parseColor('#0a10ff')).toEqual([10, 16, 255] satisfies Rgb);
  expect(parseColor('rgb(1, 20, 255)')).toEqual([1, 20, 255]);
});
