/** The captions say what each choice of axes shows and what it leaves out. */
import { describe, expect, test } from 'vitest';
import type { Geometry, ObjectiveView } from '../../../src/protocol/panelMessages';
import { markedText, rowsText } from '../../../webview/view/matrix/matrixText';
import { itemNoun } from '../../../webview/view/nouns';
import { reachedSimilarity, wishedSimilarity } from '../../../webview/view/pairs';
import type { Point } from '../../../webview/view/scene/orientation';
import { FIRST_PICTURE, type PictureSettings } from '../../../webview/view/scene/pictureSettings';
import { pictureText } from '../../../webview/view/scene/pictureText';
import { buildDrawing } from '../../../webview/view/scene/sceneModel';
import { supConGeometry } from '../fixtures/geometry';
import { themeOf } from '../fixtures/theme';

function caption(
  geometry: Geometry,
  change: Partial<PictureSettings> = {},
  rank = 2,
  moving: Point[] | null = null,
) {
  const settings = { ...FIRST_PICTURE, ...change };
  return pictureText(geometry, settings, buildDrawing(geometry, settings, themeOf('dark'), moving), rank);
}

const throughAll = { kind: 'points', points: [0, 1, 2] } as const;

describe('pictureText', () => {
  test('of a geometry that is drawn whole is short', () => {
    expect(caption(supConGeometry())).toBe('Two dimensions, drawn whole.');
  });

  test('of unit vectors that are not whole says where the rest is', () => {
    expect(caption(supConGeometry({ explained: 0.6 }), {}, 5)).toBe(
      '3 of 5 dimensions, 60% of the spread. A point inside the ball has the rest of its length on other axes.',
    );
  });

  test('of axes through points names them, and how many dimensions they span', () => {
    expect(caption(supConGeometry(), { axes: throughAll })).toContain('Axes through head, tail a and tail b');
    const again = { kind: 'points', points: [0, 0, 0] } as const;
    expect(caption(supConGeometry(), { axes: again })).toContain(
      'Axes through head, which span only 1 dimension:',
    );
  });

  test('of the sphere says what is lost, and counts points without a direction', () => {
    const text = caption(supConGeometry(), { surface: 'sphere' });
    expect(text).toContain('directions are kept, lengths are not');
    expect(text).not.toContain('centre');
    const coordinates: Point[] = [
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ];
    expect(caption(supConGeometry({ coordinates }), { surface: 'sphere' })).toContain(
      '2 points have no part in these axes and stay at the centre.',
    );
    expect(
      caption(supConGeometry({ onSphere: false, similarity: 'dot' }), { surface: 'sphere' }),
    ).not.toContain('sphere');
  });

  test('of points without a row counts them', () => {
    const geometry = { ...supConGeometry(), rowOf: [0, 1, null] };
    const axes = { kind: 'points', points: [0, 1, 1] } as const;
    expect(caption(geometry, { axes })).toContain('1 point is not drawn on these axes');
  });

  test('of a run speaks of the axes that a run is seen on', () => {
    const moving: Point[] = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(caption(supConGeometry(), { axes: throughAll }, 2, moving)).toBe('Two dimensions, drawn whole.');
  });
});

describe('pairs of points that share a row', () => {
  const geometry = {
    ...supConGeometry(),
    points: ['head', 'tail a', 'tail b', 'tail c'].map((name) => ({ name, size: 6 })),
    rows: [0, 1],
    rowOf: [0, 1, 1, null],
    within: [null, -0.0068],
    attainable: [
      [1, -0.7047],
      [-0.7047, 1],
    ],
    target: [
      [1, null],
      [null, 1],
    ],
  };
  test('have the similarity inside their kind, and no wish of their own', () => {
    expect(reachedSimilarity(geometry, 1, 2)).toBe(-0.0068);
    expect(wishedSimilarity(geometry, 1, 2)).toBeUndefined();
    expect(reachedSimilarity(geometry, 2, 2)).toBe(1);
    expect(reachedSimilarity(geometry, 0, 2)).toBe(-0.7047);
    expect(wishedSimilarity(geometry, 0, 2)).toBeNull();
    expect(reachedSimilarity(geometry, 0, 3)).toBeNull();
  });
  test('are read as such', () => {
    expect(markedText(geometry, 1, 2)).toBe('tail a with tail b: predicted −0.007');
    expect(markedText(geometry, 0, 3)).toBe('head with tail c: not in the matrices');
    expect(rowsText(geometry)).toBe('The matrices have rows for 2 of the 4 points.');
    expect(rowsText(supConGeometry())).toBeNull();
  });
  test('and a point alone by its nearest', () => {
    expect(markedText(supConGeometry(), 1, null)).toBe('tail a: most similar to tail b, predicted −0.007');
  });
});

describe('itemNoun', () => {
  test.each([
    ['supcon', [60, 6], 'classes'],
    ['y-aware', [1, 1], 'samples'],
    ['y-aware', [3, 1], 'samples'],
    ['info-nce', [1, 1], 'samples'],
    ['info-nce', [20, 30], 'classes'],
  ])('%s of sizes %j has %s', (kind, sizes, many) => {
    const view = { summary: { kind }, analysis: { items: sizes.map((size) => ({ name: '', size })) } };
    expect(itemNoun(view as unknown as ObjectiveView).many).toBe(many);
  });
});
