/** The pictures as text, with rounded numbers: a change of what is drawn is seen in review. */
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import type { Geometry } from '../../../src/protocol/panelMessages';
import { matrixLayout } from '../../../webview/view/matrix/matrixLayout';
import { matrixSnapshot } from '../../../webview/view/matrix/matrixSnapshot';
import { similarityScale } from '../../../webview/view/palette';
import { CAMERA_DIRECTION, type Point } from '../../../webview/view/scene/orientation';
import { FIRST_PICTURE, type PictureSettings } from '../../../webview/view/scene/pictureSettings';
import { cameraDistance } from '../../../webview/view/scene/pointRadii';
import { buildDrawing } from '../../../webview/view/scene/sceneModel';
import { sceneSnapshot } from '../../../webview/view/scene/sceneSnapshot';
import { FIELD_OF_VIEW, perspective } from '../../../webview/view/scene/viewpoint';
import { supConGeometry } from '../fixtures/geometry';
import { themeOf } from '../fixtures/theme';

const SIZE = { width: 400, height: 300 };
const round = (value: number) => Number(value.toFixed(1)) + 0;

/** One shape a line. */
function written(
  geometry: Geometry,
  settings: Partial<PictureSettings> = {},
  highlighted: number[] = [],
): string {
  const theme = themeOf('dark');
  const { model } = buildDrawing(geometry, { ...FIRST_PICTURE, ...settings }, theme);
  const away = cameraDistance(model.radius, FIELD_OF_VIEW, SIZE.width / SIZE.height);
  const eye = CAMERA_DIRECTION.map((x) => x * away) as unknown as Point;
  const { lines, shapes } = sceneSnapshot(model, eye, SIZE, theme, highlighted);
  const paths = lines.map(({ path, color }) => {
    const ends = [path[0], path[Math.floor(path.length / 3)]].map(([x, y]) => `${round(x)},${round(y)}`);
    return `line ${path.length} points ${ends.join(' ')} ${color}`;
  });
  return [
    ...paths,
    ...shapes.map((shape) =>
      shape.kind === 'ball'
        ? `ball ${shape.point} ${round(shape.x)},${round(shape.y)} r ${round(shape.radius)} ring ${round(shape.ring)} ${shape.color}`
        : `stroke ${shape.from.map(round).join(',')} ${shape.to.map(round).join(',')} w ${round(shape.width)} ${shape.color}`,
    ),
  ].join('\n');
}

const strained = () =>
  supConGeometry({
    target: [
      [1, -0.5, -0.9],
      [-0.5, 1, -0.0068],
      [-0.9, -0.0068, 1],
    ],
  });

describe('the scene', () => {
  test('on its sphere', () => expect(written(supConGeometry())).toMatchSnapshot());
  test('with strain, one pair pointed at', () =>
    expect(written(strained(), { strain: true }, [0, 1])).toMatchSnapshot());
  test('on axes through three points, pushed out', () =>
    expect(
      written(supConGeometry(), { axes: { kind: 'points', points: [1, 2, 0] }, surface: 'sphere' }),
    ).toMatchSnapshot());
  test('without a sphere', () =>
    expect(written(supConGeometry({ onSphere: false, similarity: 'dot' }))).toMatchSnapshot());

  test('far shapes come first, and what is pointed at last', () => {
    const { model } = buildDrawing(supConGeometry(), FIRST_PICTURE, themeOf('light'));
    const { shapes } = sceneSnapshot(model, [0, 0, 5], SIZE, themeOf('light'), [2]);
    expect(shapes.at(-1)).toMatchObject({ kind: 'ball', point: 2 });
  });

  test('moving points leave ghosts where they are predicted to end', () => {
    const moving: Point[] = [
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
    ];
    const { model } = buildDrawing(
      supConGeometry(),
      { ...FIRST_PICTURE, strain: true },
      themeOf('dark'),
      moving,
    );
    const { shapes } = sceneSnapshot(model, [0, 0, 5], SIZE, themeOf('dark'));
    const balls = shapes.filter((shape) => shape.kind === 'ball');
    expect(balls.filter(({ opacity }) => opacity < 1)).toHaveLength(3);
    expect(balls.filter(({ opacity }) => opacity === 1)).toHaveLength(3);
    expect(model.edges).toEqual([]);
  });

  const eyes: { eye: Point }[] = [{ eye: [0.5, 0.7, 4] }, { eye: [-3, 2, 1] }, { eye: [0.01, 5, 0.01] }];
  test.each(eyes)('is seen from $eye as three sees it', ({ eye }) => {
    const camera = new PerspectiveCamera(FIELD_OF_VIEW, SIZE.width / SIZE.height, 0.01, 1000);
    camera.position.set(...eye);
    camera.lookAt(0, 0, 0);
    camera.updateMatrixWorld();
    for (const point of [
      [0, 0, 0],
      [1, 0, 0],
      [0.3, -0.6, 0.2],
    ] as const) {
      const there = new Vector3(...point).project(camera);
      const here = perspective(eye, SIZE)(point);
      expect(here?.x).toBeCloseTo(((there.x + 1) / 2) * SIZE.width, 6);
      expect(here?.y).toBeCloseTo(((1 - there.y) / 2) * SIZE.height, 6);
    }
  });

  test('what is behind the eye is nowhere', () => {
    expect(perspective([0, 0, 1], SIZE)([0, 0, 2])).toBeNull();
  });
});

describe('the matrix', () => {
  const content = (values: readonly (readonly (number | null)[])[]) => ({
    names: ['head', 'tail a', 'tail b'],
    values,
    scale: similarityScale(true, [-0.7, 1.3], themeOf('light')),
  });

  test('with values, names, stripes and a folded corner', () => {
    const values = [
      [1, null, -0.7],
      [null, 1, 1.3],
      [-0.7, 1.3, 1],
    ];
    const { cells, names, width, height } = matrixSnapshot(
      matrixLayout(3, 240, 40),
      content(values),
      themeOf('light'),
    );
    const lines = cells.map(
      ({ x, y, width: w, height: h, color, text, textColor, corner }) =>
        `${x},${y} ${w}×${h} ${color ?? 'stripes'} ${text} in ${textColor} corner ${round(corner)}`,
    );
    const texts = names.map(
      ({ text, x, y, anchor, room }) => `${text} ${anchor} ${round(x)},${round(y)} in ${round(room)}`,
    );
    expect([`${round(width)}×${round(height)}`, ...lines, ...texts].join('\n')).toMatchSnapshot();
  });

  test('of many rows touches, and is without texts', () => {
    const values = Array.from({ length: 100 }, (_, i) =>
      Array.from({ length: 100 }, (_cell, j) => (i === j ? 1 : 0)),
    );
    const layout = matrixLayout(100, 300, 40);
    const { cells, names } = matrixSnapshot(
      layout,
      { ...content(values), names: values.map(() => 'x') },
      themeOf('dark'),
    );
    expect(names).toEqual([]);
    expect(cells.every(({ text }) => text === null)).toBe(true);
    for (const { row, column, x, width } of cells)
      if (column < 99) expect(x + width).toBe(cells[row * 100 + column + 1].x);
  });
});
