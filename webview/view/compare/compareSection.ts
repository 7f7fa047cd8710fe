/** Objectives side by side: their geometries laid over each other, and a table of what differs. */
import type { ObjectiveSummary, ObjectiveView } from '../../../src/protocol/panelMessages';
import { differenceRows, largestPairDifference } from '../../compare/differences';
import type { Host } from '../../host';
import type { Store } from '../../store';
import { button } from '../../widgets';
import { displayText, element, section } from '../dom';
import { formatNumber, formatSimilarity } from '../numbers';
import { createCompareCard } from './compareCard';
import type { Reference } from './comparePicture';
import { createObjectiveChooser } from './objectiveChooser';
import { createTurning } from './turning';

/** More pictures than this are too small to be compared. */
const MOST = 4;

export function createCompareSection(store: Store, host: Host): HTMLElement {
  const turning = createTurning();
  const cards = Array.from({ length: MOST }, (_, index) =>
    createCompareCard(turning, index === 0 ? null : remove),
  );
  const summary = element('p', {
    className: 'caption',
    testId: 'compare-summary',
    attributes: { role: 'status' },
  });
  const table = element('div', { className: 'compare-table' });
  const chooser = createObjectiveChooser(host, (chosen) => void add(chosen));
  const asInFile = button('Compare with the file', 'compare-file', () => addView(store.get().source));
  const root = section(
    'Compare',
    'compare',
    element('p', { className: 'caption' }, LEAD),
    element('div', { className: 'compare-choice' }, chooser.root, asInFile.root),
    summary,
    element('div', { className: 'compare-cards' }, ...cards.map((card) => card.root)),
    table,
  );
  let others: readonly ObjectiveView[] = [];

  async function add({ id, name }: ObjectiveSummary): Promise<void> {
    try {
      const { view } = await host.ask('objective', { id });
      if (view) addView(view);
      else summary.textContent = displayText(`“${name}” has not been analysed yet; try again in a moment.`);
    } catch (error) {
      summary.textContent = displayText(error instanceof Error ? error.message : String(error));
    }
  }
  function addView(view: ObjectiveView | null): void {
    if (view === null) return;
    others = [...others.filter((other) => other !== view), view].slice(-(MOST - 1));
    show();
  }
  function remove(view: ObjectiveView): void {
    others = others.filter((other) => other !== view);
    show();
    // The button that was pressed has gone with its picture.
    chooser.focus();
  }
  function show(): void {
    const { view, source, whatIf } = store.get();
    const isTried = Object.keys(whatIf.changes).length > 0;
    asInFile.setEnabled(isTried && source !== null && !others.includes(source));
    const views = view === null ? [] : [view, ...others];
    summary.textContent = displayText(summaryText(views));
    let reference: Reference | null = null;
    views.forEach((shown, index) => {
      const { name } = shown.summary;
      const title = index === 0 && isTried ? `${name} (tried)` : name;
      reference = cards[index].show(shown, title, reference);
    });
    cards.forEach(({ root: card }, index) => {
      card.hidden = index >= views.length;
    });
    table.replaceChildren(...(views.length > 1 ? [tableOf(views)] : []));
  }
  store.watch((state) => state.view, show);
  store.watch(
    (state) => state.tab,
    (tab) => {
      if (tab === 'compare') void chooser.refresh();
    },
  );
  return root;
}

const LEAD =
  'Choose other objectives to see them beside this one: points of the same name have the same colour, and each geometry is turned to lie over the first as well as it can.';

function tableOf(views: readonly ObjectiveView[]): HTMLElement {
  const rows = differenceRows(views, (value) => formatNumber(value)).map(({ name, values, differs }) =>
    element(
      'tr',
      { className: differs ? 'differs' : '' },
      element('th', { attributes: { scope: 'row' } }, name),
      ...values.map((value) => element('td', {}, value)),
    ),
  );
  const head = views.map(({ summary }) => element('th', { attributes: { scope: 'col' } }, summary.name));
  return element(
    'table',
    { testId: 'compare-table' },
    element('caption', { className: 'visually-hidden' }, 'What differs between the objectives'),
    element('thead', {}, element('tr', {}, element('td', {}), ...head)),
    element('tbody', {}, ...rows),
  );
}

function summaryText(views: readonly ObjectiveView[]): string {
  if (views.length < 2) return '';
  const [first, ...others] = views;
  const sentences = others.map(({ summary, analysis }) => {
    const found = largestPairDifference(first.analysis, analysis);
    if (found === null) return `“${summary.name}” shares no pairs with “${first.summary.name}”.`;
    const [a, b] = found.values.map((value) => formatSimilarity(value));
    return a === b
      ? `“${summary.name}” puts every pair where “${first.summary.name}” does.`
      : `“${summary.name}” differs most at “${found.names[0]}” and “${found.names[1]}”: ${b} instead of ${a}.`;
  });
  return sentences.join(' ');
}
