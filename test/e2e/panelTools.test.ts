/** The panel's tools in the real editor: the phase picture is computed by the language server, and what is taken away arrives. */
import { beforeAll, describe, expect, it } from 'vitest';
import { nodePixel, phaseLayout } from '../../webview/view/phase/phaseLayout';
import { headLineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };
const OBJECTIVES = 'verdicts.objective.yaml';
const panel = () => session.workbench.panel;

beforeAll(async () => {
  const text = await session.workspace.read(OBJECTIVES);
  await session.workbench.showGeometry(OBJECTIVES, headLineOf(text, 'radius') + 1, 'radius');
});

async function take(item: string): Promise<void> {
  await panel().part('take-away').click();
  await panel().part(`take-${item}`).click();
}

/** Takes the place that the editor's file dialog proposes. */
async function saveAs(name: RegExp): Promise<void> {
  const path = session.workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
  await expect.poll(() => path.inputValue(), WAIT).toMatch(name);
  await session.workbench.page.keyboard.press('Enter');
  await path.waitFor({ state: 'hidden' });
}

describe('the geometry', () => {
  it('joins the pairs that miss their wish, and a cell of the matrix marks its two in every view', async () => {
    await panel().part('scene-strain').click();
    await panel().part('strain-legend').waitFor();
    const matrix = panel().part('matrix-attainable');
    await matrix.focus();
    await matrix.press('ArrowRight');
    await matrix.press('ArrowRight');
    const marked = panel().part('items-list').locator('.item-row.marked');
    await expect.poll(() => marked.count(), WAIT).toBe(2);
    await panel().part('scene-tooltip').waitFor();
    await session.workbench.screenshot('strain-in-panel');
    await panel().part('scene-strain').click();
  });
});

describe('the phase picture', () => {
  it('is computed, and goes to the point that is clicked', async () => {
    expect(await panel().text('verdict')).toBe('Inconsistent');
    await panel().part('tab-phase').click();
    await panel().part('phase-canvas').waitFor();
    await expect.poll(() => panel().text('phase-summary'), WAIT).toContain('realizable below temperature');
    await expect.poll(() => panel().colorCount('phase-canvas'), WAIT).toBeGreaterThan(50);
    await session.workbench.screenshot('phase-in-panel');
    const canvas = panel().part('phase-canvas');
    const width = (await canvas.boundingBox())?.width ?? 0;
    const [x, y] = nodePixel(phaseLayout(width), { x: 96 * 0.25, y: 96 * 0.75 });
    await canvas.click({ position: { x, y } });
    await expect.poll(() => panel().text('verdict'), WAIT).toBe('Realizable');
    await expect.poll(() => panel().text('phase-legend'), WAIT).toContain('in the file');
    await panel().part('what-if-reset').click();
    await expect.poll(() => panel().text('verdict'), WAIT).toBe('Inconsistent');
    await panel().part('tab-geometry').click();
  });
});

describe('another objective of the workspace', () => {
  it('is laid beside the one that is shown, with what differs', async () => {
    await panel().part('tab-compare').click();
    const chooser = panel().part('compare-choose');
    const label = 'realizable (realizable)';
    await chooser.locator('option', { hasText: label }).waitFor({ state: 'attached' });
    await chooser.selectOption({ label });
    await panel().part('compare-add').click();
    await expect.poll(() => panel().text('compare-table'), WAIT).toMatch(/inconsistent.*realizable/);
    await session.workbench.screenshot('compare-in-panel');
    await panel().part('tab-geometry').click();
  });
});

describe('what is taken away', () => {
  it('is saved as a picture where the dialog says', async () => {
    await take('geometry-svg');
    await saveAs(/radius-geometry\.svg$/);
    await expect.poll(() => panel().text('take-away-said'), WAIT).toBe('Saved as radius-geometry.svg.');
    const picture = await session.workspace.read('radius-geometry.svg');
    expect(picture).toMatch(/^<svg /);
    expect(picture.match(/<circle /g)?.length).toBeGreaterThan(2);
  });

  it('is a report that opens with its pictures beside it, and asks before it replaces one', async () => {
    await take('report');
    await saveAs(/radius\.md$/);
    const dialog = session.workbench.page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'radius-geometry.svg' }).getByRole('button', { name: 'Replace' }).click();
    await expect.poll(() => session.workbench.editor.title(), WAIT).toBe('radius.md');
    const report = await session.workspace.read('radius.md');
    const pictures = [...report.matchAll(/!\[[^\]]*\]\(([^)]+\.svg)\)/g)].map(([, name]) => name);
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    for (const name of pictures) expect(await session.workspace.read(decodeURI(name))).toMatch(/^<svg /);
  });

  it('is on the clipboard as lines of NumPy', async () => {
    const { page } = session.workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await take('copy-numpy');
    await expect.poll(() => panel().text('take-away-said'), WAIT).toBe('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('import numpy as np');
    expect(copied).toContain('np.array([');
  });
});
