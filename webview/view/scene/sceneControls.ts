/** The row of choices above the 3D picture: which axes, ball or sphere, and whether strain is drawn. */
import type { Geometry, ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Store } from '../../store';
import { checkbox, dropdown } from '../../widgets';
import { displayText, element } from '../dom';
import { createItemPicker } from '../itemPicker';
import { itemNoun } from '../nouns';
import { firstThree } from './firstThree';
import { type PictureSettings, type Surface, TOP_AXES } from './pictureSettings';

export function createSceneControls(store: Store): HTMLElement {
  const change = (settings: Partial<PictureSettings>) =>
    store.set({ picture: { ...store.get().picture, ...settings } });
  const geometryNow = () => store.get().view?.analysis.geometry ?? null;

  const strain = checkbox('Strain', 'scene-strain', (checked) => change({ strain: checked }));
  strain.root.title = 'Joins pairs whose similarity at the optimum is not the one that the weights ask for.';
  const surface = dropdown(
    'Ball or sphere',
    'scene-surface',
    [
      { value: 'ball', label: 'In the ball' },
      { value: 'sphere', label: 'On the sphere' },
    ],
    (value) => change({ surface: value as Surface }),
  );
  const axes = axesChoice((points) => {
    const geometry = geometryNow();
    if (geometry !== null)
      change({ axes: points ? { kind: 'points', points: firstThree(geometry) } : TOP_AXES });
  });
  const pickers = createPickers(store, change);
  for (const part of [axes.root, strain.root, pickers.root]) part.classList.add('of-prediction');
  const row = element(
    'div',
    { className: 'scene-controls', testId: 'scene-controls' },
    axes.root,
    surface.root,
    strain.root,
    pickers.root,
  );

  function show(view: ObjectiveView | null): void {
    const geometry = view?.analysis.geometry ?? null;
    row.hidden = geometry === null;
    if (view === null || geometry === null) return;
    axes.setNoun(itemNoun(view).many);
    axes.root.hidden = geometry.rows.length < 3;
    surface.root.hidden = !geometry.onSphere;
    strain.root.hidden = geometry.target === null || geometry.points.length < 2;
    pickers.setGeometry(geometry);
  }
  store.watch((state) => state.view, show);
  store.watch(
    (state) => state.picture,
    (picture) => {
      axes.select(picture.axes.kind === 'points');
      surface.select(picture.surface);
      strain.check(picture.strain);
      pickers.select(picture);
    },
  );
  // A run is seen on the axes of the prediction alone.
  store.watch(
    (state) => state.scene,
    (scene) => row.classList.toggle('training', scene === 'training'),
  );
  return row;
}

interface AxesChoice {
  readonly root: HTMLElement;
  select(points: boolean): void;
  setNoun(many: string): void;
}

function axesChoice(onChoose: (points: boolean) => void): AxesChoice {
  const options = [
    { value: 'top', label: 'Top three axes' },
    { value: 'points', label: 'Three classes' },
  ];
  const choice = dropdown('Axes', 'scene-axes', options, (value) => onChoose(value === 'points'));
  const second = choice.root.querySelector('[value="points"]');
  return {
    root: choice.root,
    select: (points) => choice.select(points ? 'points' : 'top'),
    setNoun(many) {
      if (second !== null) second.textContent = `Three ${many}`;
    },
  };
}

function createPickers(store: Store, change: (settings: Partial<PictureSettings>) => void) {
  let rows: readonly number[] = [];
  const pick = (axis: number, row: number) => {
    const { axes } = store.get().picture;
    if (axes.kind !== 'points') return;
    const [first, second, third] = axes.points.map((point, k) => (k === axis ? rows[row] : point));
    change({ axes: { kind: 'points', points: [first, second, third] } });
  };
  const pickers = [1, 2, 3].map((axis) =>
    createItemPicker(`Axis ${axis}`, `scene-axis-${axis}`, (row) => pick(axis - 1, row)),
  );
  const root = element(
    'div',
    { className: 'scene-pickers', testId: 'scene-pickers' },
    ...pickers.map((picker) => picker.root),
  );
  return {
    root,
    setGeometry(geometry: Geometry) {
      rows = geometry.rows;
      const names = rows.map((point) => displayText(geometry.points[point].name));
      for (const picker of pickers) picker.setItems(names);
    },
    select({ axes }: PictureSettings) {
      root.hidden = axes.kind !== 'points';
      if (axes.kind === 'points')
        for (const [axis, point] of axes.points.entries()) pickers[axis].select(rows.indexOf(point));
    },
  };
}
