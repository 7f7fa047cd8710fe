/** What is folded away where the panel is narrow, so that the picture is seen at once, and open where there is room. */
import { element, onResize } from './dom';

export interface Fold {
  /** The button that opens and closes it. */
  readonly toggle: HTMLElement;
  open(): void;
}

/** Whether they are open follows the panel's width, by the stylesheet, until somebody has opened or closed them. */
export function foldInNarrow(label: string, testId: string, ...bodies: readonly HTMLElement[]): Fold {
  const ids = bodies.map((_, index) => `${testId}-${index}`);
  const toggle = element(
    'button',
    { className: 'fold-toggle', testId, attributes: { type: 'button', 'aria-controls': ids.join(' ') } },
    label,
  );
  bodies.forEach((body, index) => {
    body.id = ids[index];
    body.classList.add('fold-body');
    body.dataset.fold = 'by-width';
  });
  const isOpen = () => bodies.some((body) => getComputedStyle(body).display !== 'none');
  const tell = () => toggle.setAttribute('aria-expanded', String(isOpen()));
  const set = (open: boolean) => {
    for (const body of bodies) body.dataset.fold = open ? 'open' : 'closed';
    tell();
  };
  toggle.addEventListener('click', () => set(!isOpen()));
  onResize(document.body, tell);
  return { toggle, open: () => set(true) };
}
