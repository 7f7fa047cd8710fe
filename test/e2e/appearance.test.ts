/**
 * Pictures of editor, tree and panel in each theme, kept in `test-results/` for people to look at; and what can be judged
 * without eyes: the panel takes the theme's colours and has no text too faint to read.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { useSession } from '../support/e2e/session';
import { type ThemeName, themes } from '../support/e2e/workbench';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };

describe.each(Object.keys(themes) as ThemeName[])('in %s', (theme) => {
  beforeAll(async () => {
    const { workbench } = session;
    await workbench.setTheme(theme);
    await workbench.closeAllEditors();
    await workbench.objectives.open();
    await workbench.objectives.waitFor('realizable-from-text');
  });

  it('shows tree, editor with hover, and problems', async () => {
    const { workbench } = session;
    await workbench.problems.open();
    await workbench.openFile('head-and-tail.objective.yaml', 3, 4);
    await workbench.editor.codeLens('0.0738').waitFor();
    await workbench.screenshot(`editor-${theme}`);
    await workbench.editor.hover('Degenerate');
    await workbench.screenshot(`hover-${theme}`);
    await workbench.editor.closeHover();
  });

  it('shows the panel after training', async () => {
    const { workbench } = session;
    const { panel } = workbench;
    await workbench.runCommand('View: Hide Panel');
    await workbench.editor.showGeometry('0.0738');
    await panel.waitFor('head-and-tail');
    await panel.start({ seed: 1, steps: 300 });
    await expect.poll(() => panel.phase(), WAIT).toBe('ended');
    await panel.part('header').scrollIntoViewIfNeeded();
    await workbench.screenshot(`workbench-${theme}`);
    expect(await panel.textColor()).toBe(await workbench.themeColor('foreground'));
    await workbench.showAlone('Geometry:');
    await expect.poll(() => panel.colorCount('geometry-canvas'), WAIT).toBeGreaterThan(20);
    await workbench.screenshot(`panel-${theme}`);
    await workbench.showAll();
  });
});
