/** Reads VS Code's lists and trees to the end: they draw only the rows that are on screen. */
import type { Locator } from 'playwright-core';

export interface Row {
  readonly text: string;
  /** The text without what stands beside it in a fainter colour. */
  readonly label: string;
  /** Depth in a tree, from 1. */
  readonly level: number;
}

/** All rows in their order, and the list scrolled to the top again. */
export async function readRows(list: Locator): Promise<Row[]> {
  const rows = new Map<number, Row>();
  await scroll(list, -1e6);
  for (;;) {
    const before = rows.size;
    for (const { index, ...row } of await visibleRows(list)) rows.set(index, row);
    if (rows.size === before) break;
    await scroll(list, 200);
  }
  await scroll(list, -1e6);
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function visibleRows(list: Locator): Promise<(Row & { index: number })[]> {
  return list.locator('.monaco-list-row').evaluateAll((elements) =>
    elements.map((row) => ({
      index: Number(row.getAttribute('data-index')),
      level: Number(row.getAttribute('aria-level') ?? 1),
      text: (row.textContent ?? '').replaceAll('\u00a0', ' ').trim(),
      label: (row.querySelector('.label-name')?.textContent ?? row.textContent ?? '').trim(),
    })),
  );
}

/** The list listens to the wheel, and has drawn its rows by the frame after next. */
async function scroll(list: Locator, distance: number): Promise<void> {
  await list
    .locator('.monaco-scrollable-element')
    .first()
    .evaluate(async (element, deltaY) => {
      element.dispatchEvent(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true }));
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    }, distance);
}
