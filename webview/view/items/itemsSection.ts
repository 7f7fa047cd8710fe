/** The section that lists all classes or samples: find one by its name, and see it in the picture. */
import type { Geometry, ObjectiveView } from '../../../src/protocol/panelMessages';
import type { Hovered, Store } from '../../store';
import { dropdown } from '../../widgets';
import { displayText, element, section } from '../dom';
import { itemNoun, type Noun } from '../nouns';
import { formatCount, formatSimilarity } from '../numbers';
import { pointColors } from '../palette';
import { onThemeChange, readTheme } from '../theme';
import { chosenEntries, type ItemEntry, type ItemOrder, itemEntries } from './itemEntries';
import { createItemList, type ItemRow } from './itemList';

export function createItemsSection(store: Store): HTMLElement {
  let entries: readonly ItemEntry[] = [];
  let shown: readonly ItemEntry[] = [];
  let order: ItemOrder = 'given';
  let noun: Noun = { one: 'class', many: 'classes' };
  const geometryNow = () => store.get().view?.analysis.geometry ?? null;
  const point = (row: number | null) => {
    const entry = row === null ? undefined : shown[row];
    const before = store.get().hovered;
    if (before?.row === entry?.point && (before?.column ?? null) === null) return;
    store.set({ hovered: entry === undefined ? null : { row: entry.point, column: null } });
  };
  const take = (row: number) =>
    store.set({ picture: { ...store.get().picture, focus: { point: shown[row].point } } });

  const list = createItemList('Items', { onPoint: point, onTake: take });
  const search = element('input', {
    className: 'item-field item-search',
    testId: 'items-search',
    attributes: { type: 'search', autocomplete: 'off', spellcheck: 'false' },
  });
  const sorting = dropdown('Order', 'items-order', ORDERS, (value) => {
    order = value as ItemOrder;
    list.toStart();
    choose();
  });
  const found = element('p', { className: 'hint', testId: 'items-found', attributes: { role: 'status' } });
  const tools = element('div', { className: 'item-tools' }, search, sorting.root);
  const root = section('Classes', 'items', tools, list.root, found);
  const heading = root.querySelector('h2');

  function choose(): void {
    const geometry = geometryNow();
    if (geometry === null) return;
    shown = chosenEntries(entries, geometry, search.value, order);
    const colors = pointColors(geometry.points.length, readTheme());
    list.setRows(shown.length, (row) => rowOf(shown[row], geometry, colors, noun));
    found.textContent = foundText(shown.length, entries.length, search.value, noun);
    mark(store.get().hovered);
  }
  function show(view: ObjectiveView | null): void {
    const geometry = view?.analysis.geometry ?? null;
    root.hidden = geometry === null || geometry.points.length < 2;
    if (view === null || geometry === null) return;
    noun = itemNoun(view);
    entries = itemEntries(view.analysis);
    const title = noun.many.charAt(0).toUpperCase() + noun.many.slice(1);
    if (heading !== null) heading.textContent = title;
    list.root.setAttribute('aria-label', title);
    for (const name of ['placeholder', 'aria-label']) search.setAttribute(name, `Find a ${noun.one} by name`);
    choose();
  }
  function mark(hovered: Hovered | null): void {
    const points = hovered === null ? [] : [hovered.row, hovered.column ?? hovered.row];
    list.mark([...new Set(points)].map((wanted) => rowShowing(shown, wanted)).filter((row) => row >= 0));
  }
  search.addEventListener('input', () => {
    list.toStart();
    choose();
  });
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    list.focus();
    if (event.key === 'Enter' && shown.length > 0) take(0);
  });
  store.watch((state) => state.view, show);
  store.watch((state) => state.hovered, mark);
  onThemeChange(choose);
  return root;
}

const ORDERS: readonly { readonly value: ItemOrder; readonly label: string }[] = [
  { value: 'given', label: 'As written' },
  { value: 'size', label: 'Largest first' },
  { value: 'nearest', label: 'Closest pair first' },
];

/** The item at the point's own place, else any that it stands for. */
function rowShowing(shown: readonly ItemEntry[], wanted: number): number {
  const own = shown.findIndex(({ point, isDrawn }) => point === wanted && isDrawn);
  return own >= 0 ? own : shown.findIndex(({ point }) => point === wanted);
}

function rowOf(
  { name, size, point, isDrawn }: ItemEntry,
  { points, nearest }: Geometry,
  colors: readonly string[],
  noun: Noun,
): ItemRow {
  const near = nearest[point];
  const sizeText = noun.one === 'sample' && size === 1 ? '' : formatCount(size);
  const like = { spoken: ', ', text: `looks like ${points[point].name}` };
  const neighbour = { spoken: ', most similar to ', text: near === null ? '' : points[near[0]].name };
  return {
    color: colors[point],
    name,
    cells: [
      { spoken: ', samples: ', text: sizeText },
      isDrawn ? neighbour : like,
      { spoken: ', similarity ', text: near === null ? '' : formatSimilarity(near[1], 3) },
    ],
  };
}

function foundText(shown: number, all: number, text: string, { one, many }: Noun): string {
  if (all === 0) return '';
  if (shown === 0) return `No ${one} has “${displayText(text.trim())}” in its name.`;
  const counted = `${formatCount(all)} ${many}`;
  const which = shown === all ? counted : `${formatCount(shown)} of ${counted}`;
  return `${which}; each with its size, the most similar other ${one} and that similarity. Enter shows it in the picture.`;
}
