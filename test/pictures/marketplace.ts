/** Draws the pictures of the README and the walkthrough anew, from the extension as it is: `npm run pictures`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useSession } from '../support/e2e/session';
import { usePanel } from '../webview/page/usePanel';

const MEDIA = join(import.meta.dirname, '..', '..', 'media');
const README = join(MEDIA, 'screenshots');
const WALKTHROUGH = join(MEDIA, 'walkthrough');
/** Pixels around a section that stands alone. */
const MARGIN = 24;
const WAIT = { timeout: 60_000, interval: 200 };

const session = useSession();
const use = usePanel();

beforeAll(async () => {
  for (const folder of [README, WALKTHROUGH]) await mkdir(folder, { recursive: true });
});

/** The panel alone, at a width that is read in a column of text. */
async function openPanel(fixture: string, theme: 'dark' | 'light', height: number): Promise<void> {
  await use.panel.page.setViewportSize({ width: 1100, height });
  await use.panel.open(fixture, theme);
}
const keep = async (folder: string, name: string) => {
  await use.panel.page.mouse.move(0, 0);
  await use.panel.page.screenshot({ path: join(folder, `${name}.png`) });
};

test('the panel', async () => {
  await openPanel('supcon-60-6-6', 'dark', 940);
  await keep(WALKTHROUGH, 'look');
});

test('the phase picture', async () => {
  await openPanel('radius', 'dark', 900);
  await use.panel.part('tab-phase').click();
  await expect.poll(() => use.panel.text('phase-summary'), WAIT).toContain('realizable below');
  await use.panel.page.waitForTimeout(8000);
  await use.panel.part('tab-phase').evaluate((tab) => tab.scrollIntoView());
  await keep(WALKTHROUGH, 'try');
  await keep(README, 'phase');
});

test('objectives side by side', async () => {
  await openPanel('supcon-60-6-6', 'light', 900);
  await use.panel.part('tab-compare').click();
  const list = use.panel.part('compare-choose');
  await list
    .locator('option', { hasText: 'Three equal classes' })
    .waitFor({ state: 'attached', timeout: 60_000 });
  await list.selectOption({ label: 'Three equal classes (degenerate)' });
  await use.panel.part('compare-add').click();
  await use.panel.page.waitForTimeout(1500);
  await use.panel.part('tab-compare').evaluate((tab) => tab.scrollIntoView());
  await keep(README, 'compare');
});

test('the data', async () => {
  await openPanel('long-tail', 'dark', 900);
  const data = use.panel.part('data');
  await data.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await data.boundingBox()) ?? { x: 0, y: 0, width: 500, height: 400 };
  const clip = { x: x - MARGIN, y, width: width + 2 * MARGIN, height: height + MARGIN };
  await use.panel.page.screenshot({ path: join(WALKTHROUGH, 'bind.png'), clip });
});

test('writing an objective', async () => {
  const { workbench, workspace } = session;
  await workspace.write('lesions.objective.yaml', 'objective: supcon\ntemperature: 0.1\n');
  await workbench.openFile('lesions.objective.yaml', 3);
  await workbench.editor.type('cl');
  await workbench.editor.suggestion('classes');
  const details = workbench.page.locator('.suggest-details-container').filter({ visible: true });
  if ((await details.count()) === 0) await workbench.page.keyboard.press('Control+Space');
  await details.waitFor();
  await workbench.page.screenshot({
    path: join(WALKTHROUGH, 'write.png'),
    clip: { x: 0, y: 0, width: 1240, height: 620 },
  });
  await workbench.page.keyboard.press('Escape');
  await workbench.editor.type('asses: { nevus: 6705, melanoma: 1113, angioma: 142 }');
  await workbench.editor.save();
});

test('the workbench', async () => {
  const { workbench } = session;
  await workbench.objectives.open();
  await workbench.showGeometry('head-and-tail.objective.yaml', 3, 'head-and-tail');
  await workbench.objectives.waitFor('lesions');
  // Off the tab, whose hint would lie over the text.
  await workbench.page.mouse.move(700, 600);
  await workbench.page.waitForTimeout(3000);
  await workbench.page.screenshot({ path: join(README, 'workbench.png') });
  await workbench.problems.open();
  await workbench.page.mouse.move(200, 900);
  await workbench.page.waitForTimeout(1000);
  await workbench.page.screenshot({ path: join(WALKTHROUGH, 'workspace.png') });
});
