/** The section with the two similarity matrices: what the weights ask for beside what the optimum gives. */
import type { Geometry, ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Hovered, Store } from '../../store';
import type { Figure, Figures } from '../../takeAway/figures';
import { matrixSvg } from '../../takeAway/pictureSvg';
import { displayText, element, hiddenTable, section } from '../dom';
import { similarityScale } from '../palette';
import { onThemeChange, readTheme } from '../theme';
import { createLegend } from './legend';
import { createMatrixPicture, type MatrixPicture } from './matrixPicture';
import { agreementText, markedText, matrixTable, rowsText } from './matrixText';

const PROMPT = 'Point at a cell to read it; what it is of is marked in all views.';

export function createMatrixSection(store: Store, figures: Figures): HTMLElement {
  const target = createMatrixPicture('Asked for by the weights', 'matrix-target', store);
  const attainable = createMatrixPicture('Reached at the optimum', 'matrix-attainable', store);
  const legend = element('div', {});
  const agreement = element('p', { testId: 'matrix-agreement' });
  const readout = element('p', {
    className: 'readout',
    testId: 'matrix-readout',
    attributes: { 'aria-live': 'polite' },
  });
  const table = element('div', {});
  const pictures = element('div', { className: 'matrices' }, target.root, attainable.root);
  const root = section('Similarities', 'matrix', agreement, pictures, readout, legend, table);
  const geometryNow = () => store.get().view?.analysis.geometry ?? null;

  function show(view: ObjectiveView | null): void {
    const geometry = view?.analysis.geometry ?? null;
    root.hidden = geometry === null;
    if (geometry === null) return;
    const { caption, columns, rows } = matrixTable(geometry);
    agreement.textContent = displayText(
      [agreementText(geometry), rowsText(geometry)].filter((text) => text !== null).join(' '),
    );
    table.replaceChildren(hiddenTable(caption, columns, rows));
    paint(geometry, target, attainable, legend);
  }
  function showHovered(hovered: Hovered | null): void {
    target.paintHovered();
    attainable.paintHovered();
    const geometry = geometryNow();
    const count = geometry?.points.length ?? 0;
    const isKnown = hovered !== null && Math.max(hovered.row, hovered.column ?? 0) < count;
    readout.textContent =
      geometry !== null && isKnown ? displayText(markedText(geometry, hovered.row, hovered.column)) : PROMPT;
  }

  const asFigure = (id: string, label: string, { root: figure, snapshot }: MatrixPicture): Figure => ({
    id,
    label,
    svg: () => {
      const shown = figure.hidden || root.hidden ? null : snapshot();
      return shown && matrixSvg(shown, label);
    },
  });
  figures.add(asFigure('asked', 'Similarities asked for', target));
  figures.add(asFigure('reached', 'Similarities reached', attainable));
  store.watch((state) => state.view, show);
  store.watch((state) => state.hovered, showHovered);
  onThemeChange(() => show(store.get().view));
  return root;
}

/** Unit vectors have cosine 1 with themselves, which says nothing; a distance of 0 is where its scale begins. */
function coloredValues({ attainable, target, onSphere }: Geometry): number[] {
  return [attainable, target ?? []].flatMap((matrix) =>
    matrix.flatMap((values, row) =>
      values.filter((value, column): value is number => value !== null && !(onSphere && row === column)),
    ),
  );
}

function paint(
  geometry: Geometry,
  target: MatrixPicture,
  attainable: MatrixPicture,
  legend: HTMLElement,
): void {
  const names = geometry.rows.map((point) => displayText(geometry.points[point].name));
  const scale = similarityScale(geometry.onSphere, coloredValues(geometry), readTheme());
  target.root.hidden = geometry.target === null;
  if (geometry.target !== null) target.setContent({ names, values: geometry.target, scale }, geometry);
  attainable.setContent({ names, values: geometry.attainable, scale }, geometry);
  legend.replaceChildren(createLegend(geometry, scale));
}
