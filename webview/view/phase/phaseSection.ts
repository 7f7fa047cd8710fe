/** The page with the phase picture: which plane, what it says in words, the picture, and how far it is computed. */
import type { PhaseController } from '../../phase/phaseController';
import { cellText, phaseTable, problemText, summary } from '../../phase/phaseReading';
import { nodeNear, type PhaseState, placeOf, presentValues } from '../../phase/phaseState';
import type { Plane } from '../../phase/planes';
import type { Store } from '../../store';
import type { Figures } from '../../takeAway/figures';
import { button, type ChoiceWidget, choice } from '../../widgets';
import { displayText, element, hiddenTable, section } from '../dom';
import { onThemeChange, readTheme } from '../theme';
import { gapScale } from './phaseColors';
import { createPhaseLegend } from './phaseLegend';
import { marksOf } from './phaseMarksOf';
import { createPhasePicture } from './phasePicture';

const PROMPT =
  'Point at the plane to read it; click to try the values there. With the keyboard: arrows, then Enter.';
const NO_PLANE =
  'This objective has no two parameters to draw verdicts over: a plane takes a temperature with class sizes, a weight across classes, a bandwidth or a temperature of the weights.';

export function createPhaseSection(store: Store, phase: PhaseController, figures: Figures): HTMLElement {
  const planes = createPlaneChooser(phase.choose);
  const words = element('div', { className: 'phase-words', testId: 'phase-summary' });
  const readout = element('p', {
    className: 'readout',
    testId: 'phase-readout',
    attributes: { 'aria-live': 'polite' },
  });
  const legend = element('div', {});
  const table = element('div', {});
  const empty = element('p', { className: 'empty', testId: 'phase-empty' }, NO_PLANE);
  const progress = createProgress(phase);
  const picture = createPhasePicture({
    point: phase.point,
    go: phase.go,
    start: () => startOf(store),
  });
  const body = element(
    'div',
    { className: 'phase-body' },
    planes.root,
    words,
    picture.root,
    readout,
    progress.root,
    legend,
    table,
  );
  const root = section('Phase picture', 'phase', empty, body);
  function show(): void {
    const state = store.get();
    const { drawn, cells, isStale, planes: all, status } = state.phase;
    root.dataset.status = status;
    empty.hidden = drawn !== null;
    body.hidden = drawn === null;
    if (drawn === null) return;
    const theme = readTheme();
    const scale = gapScale(cells.flatMap((cell) => (cell?.gap == null ? [] : [cell.gap])));
    const marks = marksOf(drawn, state);
    const values = presentValues(state);
    const told = summary(drawn, cells, values, state.view?.thresholds ?? []);
    planes.show(all, drawn.plane.id);
    picture.setLabel(
      `Verdicts by ${drawn.plane.x.name} and ${drawn.plane.y.name}: arrow keys read them, Enter tries the values`,
    );
    picture.setContent({ drawn, cells, isStale, scale, marks });
    words.replaceChildren(...[...told, drawn.plane.x.note, problemText(cells)].flatMap(paragraph));
    legend.replaceChildren(createPhaseLegend(cells, scale, marks.inFile !== null, theme));
    const { caption, columns, rows } = phaseTable(drawn, cells);
    table.replaceChildren(hiddenTable(caption, columns, rows));
    progress.show(state.phase);
    read();
  }
  function read(): void {
    const { drawn, cells, cursor } = store.get().phase;
    picture.setCursor(cursor);
    readout.textContent = displayText(
      drawn === null || cursor === null ? PROMPT : cellText(drawn, cells, cursor),
    );
  }

  figures.add({
    id: 'phase',
    label: 'Phase picture',
    svg: () => {
      const { drawn } = store.get().phase;
      return drawn && picture.svg(`Verdicts by ${drawn.plane.x.name} and ${drawn.plane.y.name}`);
    },
  });
  store.watch((state) => state.phase.cursor, read);
  for (const part of ['drawn', 'cells', 'isStale', 'status', 'progress', 'failure'] as const)
    store.watch((state) => state.phase[part], later(show));
  store.watch((state) => state.whatIf, later(show));
  store.watch((state) => state.view, later(show));
  onThemeChange(show);
  return root;
}

/** Offered where there is a choice, and made anew only when other planes are there. */
function createPlaneChooser(choose: (plane: string) => void) {
  const root = element('div', { className: 'phase-planes' });
  let offered = '';
  let chooser: ChoiceWidget | null = null;
  return {
    root,
    show(all: readonly Plane[], shown: string): void {
      const ids = JSON.stringify(all.map(({ id }) => id));
      if (ids !== offered) {
        offered = ids;
        const options = all.map(({ id, label }) => ({ value: id, label }));
        chooser = all.length > 1 ? choice('Plane', 'phase-plane', options, choose) : null;
        root.replaceChildren(...(chooser ? [chooser.root] : []));
      }
      chooser?.select(shown);
    },
  };
}

/** Once for all that changes at the same moment. */
function later(show: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      show();
    });
  };
}

function startOf(store: Store) {
  const state = store.get();
  const { drawn } = state.phase;
  return nodeNear(drawn === null ? null : placeOf(drawn, presentValues(state)));
}

const paragraph = (text: string | null) => (text === null ? [] : [element('p', {}, text)]);

function createProgress(phase: PhaseController) {
  const text = element('span', { testId: 'phase-status', attributes: { role: 'status' } });
  const bar = element('progress', {
    className: 'phase-progress',
    attributes: { max: '1', 'aria-label': 'Computed' },
  });
  const cancel = button('Cancel', 'phase-cancel', phase.cancel);
  const go = button('Continue', 'phase-continue', phase.resume);
  const root = element('div', { className: 'phase-progress-line' }, bar, text, cancel.root, go.root);
  return {
    root,
    show({ status, progress, failure }: PhaseState) {
      const isRunning = status === 'running';
      const isOpen = status === 'cancelled' || status === 'failed' || status === 'coarse';
      bar.hidden = !isRunning;
      bar.value = progress;
      cancel.root.hidden = !isRunning;
      go.root.hidden = !isOpen;
      go.setLabel(status === 'failed' ? 'Try again' : status === 'coarse' ? 'Refine' : 'Continue');
      text.textContent = displayText(statusText(status, progress, failure));
      root.hidden = !isRunning && !isOpen;
    },
  };
}

function statusText(status: PhaseState['status'], progress: number, failure: string | null): string {
  switch (status) {
    case 'running':
      return `Computing… ${Math.round(100 * progress)} %`;
    case 'cancelled':
      return 'Stopped before all of it was computed.';
    case 'coarse':
      return 'Drawn coarsely, because finer steps would take long here.';
    case 'failed':
      return `The plane was not computed: ${failure ?? ''}`;
    default:
      return '';
  }
}
