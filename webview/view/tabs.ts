/** The pages of the panel, of which one is shown: each is made when it is first looked at. */
import type { Store, Tab } from '../store';
import { element } from './dom';

export interface TabPage {
  readonly tab: Tab;
  readonly label: string;
  create(): HTMLElement;
}

/** Follows the pattern that assistive technology knows: arrows go from tab to tab, Tab goes into the page. */
export function createTabs(store: Store, pages: readonly TabPage[]): HTMLElement {
  const tabs = pages.map(({ tab, label }) => tabOf(store, tab, label));
  const list = element(
    'div',
    { className: 'tabs', testId: 'tabs', attributes: { role: 'tablist', 'aria-label': 'Views' } },
    ...tabs,
  );
  const bodies = pages.map(({ tab }) =>
    element('div', {
      className: 'tab-page',
      testId: `page-${tab}`,
      attributes: { id: `page-${tab}`, role: 'tabpanel', 'aria-labelledby': `tab-${tab}` },
    }),
  );
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = pages.findIndex(({ tab }) => tab === store.get().tab);
    const next =
      step !== undefined
        ? (at + step + pages.length) % pages.length
        : { Home: 0, End: pages.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    store.set({ tab: pages[next].tab });
    tabs[next].focus();
  });
  store.watch(
    (state) => state.tab,
    (shown) => {
      pages.forEach(({ tab, create }, index) => {
        const isShown = tab === shown;
        tabs[index].setAttribute('aria-selected', String(isShown));
        tabs[index].tabIndex = isShown ? 0 : -1;
        bodies[index].hidden = !isShown;
        if (isShown && bodies[index].childElementCount === 0) bodies[index].append(create());
      });
    },
  );
  return element('div', { className: 'stage' }, list, ...bodies);
}

function tabOf(store: Store, tab: Tab, label: string): HTMLElement {
  const made = element(
    'button',
    {
      className: 'tab',
      testId: `tab-${tab}`,
      attributes: { id: `tab-${tab}`, type: 'button', role: 'tab', 'aria-controls': `page-${tab}` },
    },
    label,
  );
  made.addEventListener('click', () => store.set({ tab }));
  return made;
}
