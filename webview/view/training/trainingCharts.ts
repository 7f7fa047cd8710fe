/** The charts of a run with their headings and legends, and the same in a table for screen readers. */
import type { Analysis } from '../../../src/protocol/panelMessages';
import { paintedSvg } from '../../takeAway/drawnSvg';
import type { Figures } from '../../takeAway/figures';
import type { TrainingState } from '../../trainingState';
import { element, hiddenTable } from '../dom';
import { formatNumber } from '../numbers';
import { readTheme } from '../theme';
import {
  AVERAGED,
  collapseContent,
  collapseTitle,
  differenceContent,
  hasComparableBatches,
  lossContent,
} from './chartContents';
import { createLineChart } from './lineChart';

/** In pixels. */
const HIGH = 220;
const LOW = 150;

/** Rows of the table that stands for the charts. */
const ROWS = 10;

export interface TrainingCharts {
  readonly root: HTMLElement;
  show(state: TrainingState, analysis: Analysis): void;
}

export function createTrainingCharts(figures: Figures): TrainingCharts {
  const loss = createLineChart('loss-chart', HIGH);
  const difference = createLineChart('difference-chart', LOW, true);
  const collapsing = createLineChart('collapse-chart', LOW);
  const lossLegend = legend('mean over all batches', `last ${AVERAGED} mini-batches`);
  const collapseName = element('h3', {});
  const differencePart = part(
    element('h3', {}, 'Distance from the predicted similarities'),
    legend('largest', 'mean'),
    difference.root,
  );
  const collapsePart = part(collapseName, null, collapsing.root);
  const table = element('div', {});
  let hasRun = false;
  const offer = (id: string, title: () => string, chart: HTMLElement) =>
    figures.add({
      id,
      get label() {
        return title();
      },
      svg() {
        const canvas = hasRun ? chart.querySelector('canvas') : null;
        return canvas && paintedSvg(canvas, readTheme(), title());
      },
    });
  offer('loss', () => 'Loss of the run', loss.root);
  offer('distance', () => 'Distance of the run from the prediction', difference.root);
  offer('collapse', () => collapseName.textContent, collapsing.root);
  return {
    root: element(
      'div',
      { className: 'training-charts' },
      part(element('h3', {}, 'Loss, in nats'), lossLegend, loss.root, 'wide'),
      differencePart,
      collapsePart,
      table,
    ),
    show(state, analysis) {
      hasRun = state.measured.length > 0;
      loss.show(lossContent(state, analysis));
      lossLegend.hidden = !hasComparableBatches(state.settings.batch, analysis.training);
      const content = collapseContent(state, analysis);
      for (const compared of [differencePart, collapsePart]) compared.hidden = content === null;
      collapseName.textContent = collapseTitle(analysis);
      if (content !== null) {
        difference.show(differenceContent(state));
        collapsing.show(content);
      }
      // Not while it grows: reading it would begin anew several times a second.
      if (state.phase !== 'running') table.replaceChildren(tableOf(state));
    },
  };
}

function part(
  heading: HTMLElement,
  said: HTMLElement | null,
  chart: HTMLElement,
  className = '',
): HTMLElement {
  return element(
    'div',
    { className: `training-chart ${className}` },
    element('div', { className: 'chart-head' }, heading, said),
    chart,
  );
}

function legend(curve: string, second: string): HTMLElement {
  return element(
    'p',
    { className: 'hint chart-legend' },
    element('span', { className: 'of-curve' }, curve),
    element('span', { className: 'of-second' }, second),
  );
}

function tableOf({ measured }: TrainingState): HTMLElement {
  const every = Math.max(1, Math.ceil(measured.length / ROWS));
  const shown = measured.filter((_, k) => (measured.length - 1 - k) % every === 0);
  return hiddenTable(
    'The run by its steps',
    ['Step', 'Loss', 'Largest difference', 'Mean difference', 'Collapse'],
    shown.map(({ step, loss, differences, collapse }) => [
      String(step),
      ...[loss, differences?.largest, differences?.mean, collapse].map((value) =>
        value === undefined || value === null ? 'unknown' : formatNumber(value),
      ),
    ]),
  );
}
