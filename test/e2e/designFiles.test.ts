/** Designs in the real editor: a target is loaded from a file of the workspace, and what is saved is opened and analysed. */
import { beforeAll, expect, it } from 'vitest';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };
const panel = () => session.workbench.panel;

/** The path that the editor's file dialog holds. */
const path = () => session.workbench.page.locator('.quick-input-widget:visible .quick-input-box input');

beforeAll(async () => {
  await session.workspace.write('animals.yaml', 'hierarchy: [[cat, dog], [truck]]\nheights: [0.7, -0.1]\n');
  await session.workspace.write('confusion.csv', 'truth,cat,dog,car\ncat,40,10,0\ndog,12,38,0\ncar,1,0,49\n');
  await session.workspace.write('notes.csv', 'to do, tomorrow\n');
  await session.workbench.openFile('skin-lesions.objective.yaml');
  await session.workbench.editor.showGeometry('Show geometry');
  await panel().part('tab-design').click();
});

async function load(file: string): Promise<void> {
  await panel().part('design-load').click();
  await session.workbench.quickPick.row(file).click();
  await path().waitFor({ state: 'hidden' });
}

it('a hierarchy is loaded from a file that is chosen', async () => {
  await load('animals.yaml');
  await expect.poll(() => panel().text('design-wish'), WAIT).toContain('truck');
  await expect.poll(() => panel().text('design-outcome'), WAIT).toMatch(/exactly these .* 3 dimensions/);
  await session.workbench.screenshot('design-in-panel');
});

it('a confusion matrix becomes a wish, and a cosine is wished for by dragging its cell', async () => {
  await load('confusion.csv');
  await expect.poll(() => panel().text('design-wish'), WAIT).toContain('car');
  const cell = panel().part('design-wish').locator('[data-row="1"][data-column="2"]');
  const before = await cell.textContent();
  await cell.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await cell.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const { mouse } = session.workbench.page;
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  await mouse.move(x + width / 2, y + height / 2 - 25, { steps: 4 });
  await mouse.up();
  await expect.poll(() => cell.textContent(), WAIT).not.toBe(before);
  await load('animals.yaml');
  await expect.poll(() => panel().text('design-wish'), WAIT).toContain('truck');
});

it('a file that is no target says why', async () => {
  await load('notes.csv');
  await expect.poll(() => panel().text('design-start-problem'), WAIT).toMatch(/^notes\.csv, line 1: /);
});

it('a design is saved where the dialog says, opened beside the panel, and realizable', async () => {
  await panel().part('design-save').click();
  await expect.poll(() => path().inputValue(), WAIT).toMatch(/design\.objective\.yaml$/);
  await session.workbench.page.keyboard.press('Enter');
  await expect.poll(() => panel().text('design-said'), WAIT).toBe('Saved as design.objective.yaml.');
  expect(await session.workspace.read('design.objective.yaml')).toContain(
    'classes: { cat: 1, dog: 1, truck: 1 }',
  );
  await expect
    .poll(async () => (await session.workbench.editor.codeLensTexts()).join(' '), WAIT)
    .toMatch(/realizable/);
  await session.workbench.screenshot('design-saved');
});
