/** Objectives side by side on the page: chosen from a list, laid over each other, told in a table. */
import { expect, test } from 'vitest';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

async function compareWith(label: string): Promise<void> {
  const { panel } = use;
  await panel.part('tab-compare').click();
  await panel
    .part('compare-choose')
    .locator('option', { hasText: label })
    .waitFor({ state: 'attached', timeout: 60_000 });
  await panel.part('compare-choose').selectOption({ label });
  await panel.part('compare-add').click();
  await expect.poll(() => cards(), { timeout: 30_000 }).toBe(2);
}
const cards = () => use.panel.page.locator('[data-testid="compare-card"]:visible').count();

test('SupCon against the same loss on equal classes: pictures, the pair that moves, and a table', async () => {
  const { panel } = use;
  await panel.open('supcon-60-6-6');
  await compareWith('Three equal classes (degenerate)');
  expect(await panel.text('compare-summary')).toMatch(/class 1.*class 2.*−0\.50 instead of −0\.01/);
  expect(await panel.text('compare-table')).toContain('class 0 60, class 1 6, class 2 6');
  for (const canvas of await panel.part('compare-canvas').all())
    if (await canvas.isVisible()) expect((await canvas.boundingBox())?.height).toBeGreaterThan(100);
  expect(await panel.violations()).toEqual([]);
  await panel.part('compare-remove').first().click();
  await expect.poll(cards).toBe(1);
  expect(panel.faults).toEqual([]);
});

test('values that are tried against those of the file', async () => {
  const { panel } = use;
  await panel.open('radius');
  await panel.part('tab-compare').click();
  await panel.part('try-raise-across').click();
  await expect.poll(() => panel.text('verdict')).toContain('Realizable');
  await panel.part('compare-file').click();
  await expect.poll(cards).toBe(2);
  expect(await panel.text('compare-table')).toMatch(/realizable.*inconsistent/);
});
