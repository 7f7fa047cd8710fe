/** Parts that are built anew while somebody works in them by the keyboard: their focus is not dropped with the old elements. */

/** Focus goes to the element of the same test id, and where there is none any more, to the part itself. */
export function keepFocus(part: HTMLElement, rebuild: () => void): void {
  const before = document.activeElement;
  const held = before instanceof HTMLElement && part.contains(before) ? before : null;
  rebuild();
  if (held === null || part.contains(held)) return;
  const again = [...part.querySelectorAll<HTMLElement>('[data-testid]')].find(
    ({ dataset }) => dataset.testid === held.dataset.testid,
  );
  part.tabIndex = -1;
  (again ?? part).focus({ preventScroll: true });
}
