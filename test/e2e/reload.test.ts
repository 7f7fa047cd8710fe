/** After the window was loaded again the panel is there with its objective, its page and the values that were tried. */
import { expect, it } from 'vitest';
import { headLineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };
const OBJECTIVES = 'verdicts.objective.yaml';
const panel = () => session.workbench.panel;

/** Milliseconds: in a browser VS Code keeps its state every five seconds. */
const KEPT_AFTER = 7_000;

async function reload(): Promise<void> {
  await session.workbench.page.waitForTimeout(KEPT_AFTER);
  await session.workbench.page.reload();
  await session.workbench.waitUntilReady();
}

it('shows the same objective and page, with what was tried', async () => {
  const text = await session.workspace.read(OBJECTIVES);
  await session.workbench.showGeometry(OBJECTIVES, headLineOf(text, 'radius') + 1, 'radius');
  await panel().unfold('what-if-fold');
  await panel().part('what-if-temperature').locator('input').fill('0.2');
  await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
  await panel().part('tab-phase').click();
  await reload();
  await panel().waitFor('radius');
  await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
  expect(await panel().text('what-if-temperature-back')).toBe('file: 0.5');
  expect(await panel().part('tab-phase').getAttribute('aria-selected')).toBe('true');
  await session.workbench.screenshot('reloaded');
});

it('goes on following its file', async () => {
  await panel().part('what-if-reset').click();
  await expect.poll(() => panel().text('verdict'), WAIT).toContain('Inconsistent');
  const text = await session.workspace.read(OBJECTIVES);
  const start = text.indexOf('  radius:');
  const changed = text.slice(0, start) + text.slice(start).replace('temperature: 0.5', 'temperature: 0.2');
  await session.workspace.write(OBJECTIVES, changed);
  await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
});

it('says why it shows nothing when the file is gone', async () => {
  await session.workspace.removeFile(OBJECTIVES);
  await reload();
  await expect.poll(() => panel().text('nothing-notice'), WAIT).toContain(OBJECTIVES);
  await session.workbench.screenshot('reloaded-without-file');
});
