/** The sentences beside the pictures say what the pictures show, and say it right at their edges. */
import { describe, expect, test } from 'vitest';
import { agreementText, cellText, matrixTable } from '../../../webview/view/matrix/matrixText';
import { formatCount, formatNumber, formatPercent, formatSimilarity } from '../../../webview/view/numbers';
import {
  magnifiedText,
  omittedText,
  pairText,
  pointText,
  spoken,
  spreadText,
} from '../../../webview/view/scene/sceneText';
import { sentence } from '../../../webview/view/sentence';
import { supConGeometry } from '../fixtures/geometry';

describe('numbers', () => {
  test.each([
    [0, '0'],
    [4.456067449, '4.4561'],
    [-0.70470182, '−0.7047'],
    [5.9e-7, '5.9e−7'],
    [-1e-9, '−1e−9'],
    [49.99e-6, '5e−5'],
    [5e-5, '0.0001'],
    [2.5e7, '2.5e7'],
  ])('formatNumber(%d) is %s', (value, text) => expect(formatNumber(value)).toBe(text));

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is never written',
    (value) => {
      expect(() => formatNumber(value)).toThrow();
    },
  );

  test.each([
    [-0.7047, '−0.70'],
    [-0.0001, '0.00'],
    [1, '1.00'],
  ])('formatSimilarity(%d) is %s', (value, text) => expect(formatSimilarity(value)).toBe(text));

  test.each([
    [0.934, '93%'],
    [0.0123, '1.2%'],
    [0.00007, '0.007%'],
    [0, '0%'],
  ])('formatPercent(%d) is %s', (value, text) => expect(formatPercent(value)).toBe(text));

  test('formatCount parts thousands', () => expect(formatCount(10_015)).toBe('10\u202f015'));
});

describe('the 3D picture', () => {
  test.each([
    { rank: 4, explained: 0.93, text: '3 of 4 dimensions, 93% of the spread.' },
    { rank: 4, explained: 0.99996, text: '3 of 4 dimensions, over 99% of the spread.' },
    { rank: 3, explained: 1, text: 'Three dimensions, drawn whole.' },
    { rank: 2, explained: 1, text: 'Two dimensions, drawn whole.' },
    { rank: 1, explained: 1, text: 'One dimension, drawn whole.' },
    { rank: 0, explained: 1, text: 'All points coincide at the origin.' },
    { rank: null, explained: 0.5, text: 'The three drawn axes hold 50% of the spread.' },
  ])('rank $rank: $text', ({ rank, explained, text }) => {
    expect(spreadText(supConGeometry({ explained }), rank)).toBe(text);
  });

  test('points that are left out are counted', () => {
    expect(omittedText(supConGeometry())).toBeNull();
    expect(omittedText(supConGeometry({ omitted: 4093 }))).toContain('3 of 4\u202f096 points');
  });

  test('a magnified picture says so', () => {
    expect(magnifiedText(supConGeometry())).toBeNull();
    const short = supConGeometry({
      coordinates: [
        [0.2, 0, 0],
        [0, 0.1, 0],
        [0, 0, 0.1],
      ],
    });
    expect(magnifiedText(short)).toContain('0.20 long');
    expect(magnifiedText({ ...short, onSphere: false })).toBeNull();
  });

  test('a point tells its size and its extremes', () => {
    const text = pointText(supConGeometry(), 1);
    expect(text).toEqual({
      name: 'tail a',
      lines: ['6 samples', 'most similar: tail b −0.01', 'least similar: head −0.70'],
    });
    expect(spoken(text)).toBe('tail a: 6 samples, most similar: tail b −0.01, least similar: head −0.70');
  });

  test('a lonely point has nothing to be compared with', () => {
    const one = supConGeometry({
      points: [{ name: 'only', size: 1 }],
      target: [[1]],
      attainable: [[1]],
      coordinates: [[1, 0, 0]],
    });
    expect(pointText(one, 0)).toEqual({ name: 'only', lines: ['1 sample'] });
  });

  test('a pair tells its similarity', () => {
    expect(pairText(supConGeometry(), 0, 2)).toEqual({
      name: 'head and tail b',
      lines: ['similarity −0.705', 'asked for −∞: pushed apart without end'],
    });
    expect(pairText(supConGeometry({ target: null }), 0, 2).lines).toEqual(['similarity −0.705']);
    const asked = (wished: number) =>
      pairText(supConGeometry({ target: [1, 2, 3].map(() => [wished, wished, wished]) }), 0, 1).lines;
    expect(asked(-0.5)).toEqual(['similarity −0.705', 'asked for −0.500', 'farther apart than asked for']);
    expect(asked(-0.9)).toEqual(['similarity −0.705', 'asked for −0.900', 'closer together than asked for']);
    expect(asked(-0.70471)).toEqual(['similarity −0.705', 'as asked for']);
  });
});

describe('the matrices', () => {
  const finite = (difference: number) =>
    supConGeometry({
      target: supConGeometry().attainable.map((row, i) =>
        row.map((v, j) => v + (i + j === 1 ? difference : 0)),
      ),
    });

  test('a weight of zero is named, not hidden behind a number', () => {
    expect(cellText(supConGeometry(), 0, 1)).toBe('head with tail a: asked for −∞, predicted −0.705');
    expect(agreementText(supConGeometry())).toContain('−∞');
  });

  test('a cell of the diagonal is a point with itself', () => {
    expect(cellText(supConGeometry(), 2, 2)).toContain('tail b with itself');
  });

  test('agreement is told up to rounding, and beyond it the worst pair', () => {
    expect(agreementText(finite(5e-5))).toContain('every similarity that the weights ask for is reached');
    expect(agreementText(finite(0.148))).toBe('They differ most for head and tail a, by 0.148.');
  });

  test('without targets only the optimum is spoken of', () => {
    const geometry = supConGeometry({ target: null });
    expect(cellText(geometry, 0, 1)).toBe('head with tail a: predicted −0.705');
    expect(agreementText(geometry)).toContain('only the optimum');
  });

  test('the table for screen readers holds every pair of few points', () => {
    const table = matrixTable(supConGeometry());
    expect(table.columns).toEqual(['Point', 'head', 'tail a', 'tail b']);
    expect(table.rows[1]).toEqual([
      'tail a',
      'asked for −∞, predicted −0.70',
      'asked for 1.000, predicted 1.00',
      'asked for −∞, predicted −0.01',
    ]);
  });

  test('and the extremes of many', () => {
    const count = 60;
    const attainable = Array.from({ length: count }, (_, i) =>
      Array.from({ length: count }, (_, j) => (i === j ? 1 : (i + j) / 1000)),
    );
    const table = matrixTable(
      supConGeometry({
        points: attainable.map((_, i) => ({ name: `p${i}`, size: 1 })),
        attainable,
        target: null,
      }),
    );
    expect(table.rows).toHaveLength(count);
    expect(table.rows[0]).toEqual(['p0', '0.06', '0.00']);
  });
});

test.each([
  ['the bound is met', 'The bound is met.'],
  ['Done.', 'Done.'],
  ['really?', 'Really?'],
])('sentence(%s)', (clause, text) => expect(sentence(clause)).toBe(text));
