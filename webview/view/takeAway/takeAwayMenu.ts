/** The button that opens the list of what can be taken away, a menu as assistive technology knows it. */
import type { Host } from '../../host';
import type { Store } from '../../store';
import type { Figures } from '../../takeAway/figures';
import { type TakeAwayItem, takeAwayItems } from '../../takeAway/takeAway';
import { displayText, element } from '../dom';

export function createTakeAwayMenu(store: Store, figures: Figures, host: Host): HTMLElement {
  const opener = element(
    'button',
    {
      className: 'text-button',
      testId: 'take-away',
      attributes: { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    },
    'Take away ▾',
  );
  const list = element('div', {
    className: 'menu',
    testId: 'take-away-menu',
    attributes: { role: 'menu', 'aria-label': 'Take away' },
  });
  const said = element('span', {
    className: 'hint',
    testId: 'take-away-said',
    attributes: { role: 'status' },
  });
  const root = element('div', { className: 'menu-holder' }, said, opener, list);

  async function take(item: TakeAwayItem): Promise<void> {
    close();
    opener.focus();
    said.textContent = '';
    try {
      said.textContent = displayText((await item.take()) ?? '');
    } catch (error) {
      said.textContent = displayText(error instanceof Error ? error.message : String(error));
    }
  }
  function open(): void {
    const { view } = store.get();
    if (view === null) return;
    list.replaceChildren(
      ...takeAwayItems(view, figures, host).map((item) => entry(item, () => void take(item))),
    );
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    focusEntry(list, 0);
  }
  function close(): void {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  }
  close();
  opener.addEventListener('click', () => (list.hidden ? open() : close()));
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') opener.focus();
    if (event.key === 'Escape' || event.key === 'Tab') return close();
    moveFocus(list, event);
  });
  root.addEventListener('focusout', (event) => {
    if (!root.contains(event.relatedTarget as Node | null)) close();
  });
  // What was said of one objective would be read as said of the next.
  store.watch(
    (state) => state.source?.summary.id,
    () => {
      said.textContent = '';
    },
  );
  return root;
}

function entry({ id, label }: TakeAwayItem, onPress: () => void): HTMLElement {
  const made = element(
    'button',
    {
      className: 'menu-entry',
      testId: `take-${id}`,
      attributes: { type: 'button', role: 'menuitem', tabindex: '-1' },
    },
    label,
  );
  made.addEventListener('click', onPress);
  return made;
}

function moveFocus(list: HTMLElement, event: KeyboardEvent): void {
  const at = [...list.children].indexOf(document.activeElement as Element);
  const last = list.childElementCount - 1;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  focusEntry(list, (next + last + 1) % (last + 1));
}

function focusEntry(list: HTMLElement, index: number): void {
  (list.children[index] as HTMLElement | undefined)?.focus();
}
