/** Parts that are built anew while somebody works in them by the keyboard: their focus is not dropped with the old elements. */

/** Focus stays on the element, or goes to the one of the same test id, and where there is none any more, to the part itself. */
export function keepFocus(part: HTMLElement, rebuild: () => void): void {
  const before = document.activeElement;
  const held = before instanceof HTMLElement && part.contains(before) ? before : null;
  rebuild();
  if (held === null || document.activeElement === held) return;
  // An element that was taken out and put back has lost its focus too.
  const again = part.contains(held) ? held : successor(part, held);
  part.tabIndex = -1;
  (again ?? part).focus({ preventScroll: true });
}

function successor(part: HTMLElement, { dataset }: HTMLElement): HTMLElement | undefined {
  return [...part.querySelectorAll<HTMLElement>('[data-testid]')].find(
    (one) => one.dataset.testid === dataset.testid,
  );
}
