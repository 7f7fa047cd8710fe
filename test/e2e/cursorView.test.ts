/** The view "Geometry at Cursor" in the side bar: it follows the cursor, keeps what it shows, and leads to the panel. */
import { beforeAll, describe, expect, it } from 'vitest';
import { headLineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };
const OBJECTIVES = 'verdicts.objective.yaml';
const view = () => session.workbench.cursorView;

describe('Geometry at Cursor', () => {
  let text = '';
  beforeAll(async () => {
    text = await session.workspace.read(OBJECTIVES);
    await session.workbench.openFile(OBJECTIVES, headLineOf(text, 'radius') + 1, 5);
    await session.workbench.objectives.open();
    await session.workbench.objectives.waitFor('Inconsistent');
    await session.workbench.pane('Geometry at Cursor').click();
  });

  it('shows the objective at the cursor', async () => {
    await view().waitFor('radius');
    await expect.poll(() => view().text('verdict'), WAIT).toContain('Inconsistent');
    await expect.poll(() => view().colorCount('geometry-canvas'), WAIT).toBeGreaterThan(20);
    await session.workbench.screenshot('cursor-view');
  });

  it('follows the cursor to another objective', async () => {
    await session.workbench.openFile(OBJECTIVES, headLineOf(text, 'realizable') + 2, 5);
    await view().waitFor('realizable');
    await expect.poll(() => view().text('verdict'), WAIT).toContain('Realizable');
  });

  it('keeps what it shows where the cursor is in a file without objectives', async () => {
    await session.workbench.openFile('objective-lens.yaml', 1);
    await session.workbench.openFile('README.md', 1);
    // Longer than the view waits before it follows.
    await session.workbench.page.waitForTimeout(1000);
    expect(await view().text('objective-name')).toContain('realizable');
  });

  it('opens the panel from its title, and then follows the cursor beside it', async () => {
    await session.workbench.openFile(OBJECTIVES, headLineOf(text, 'dimension') + 1, 5);
    await view().waitFor('dimension');
    await session.workbench.pane('Geometry at Cursor').hover();
    await session.workbench.paneAction('Geometry at Cursor', 'Show Geometry').click();
    await session.workbench.panel.waitFor('dimension');
    await session.workbench.openFile(OBJECTIVES, headLineOf(text, 'asymmetric') + 1, 5);
    await view().waitFor('asymmetric');
    expect(await session.workbench.panel.text('objective-name')).toContain('dimension');
    await session.workbench.screenshot('cursor-view-and-panel');
  });
});
