/** From a value that was tried in the panel to the file that holds it, and back with one undo. */
import { beforeAll, describe, expect, it } from 'vitest';
import { headLineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };
const panel = () => session.workbench.panel;
const saved = async (file: string) => {
  await session.workbench.editor.save();
  return session.workspace.read(file);
};

async function show(file: string, line: number, objective: string): Promise<void> {
  await session.workbench.openFile(file, line, 5);
  await session.workbench.runCommand('Objective Lens: Show Geometry');
  await panel().waitFor(objective);
  if ((await panel().part('what-if-fold').getAttribute('aria-expanded')) === 'false')
    await panel().part('what-if-fold').click();
}

describe('in an objective file', () => {
  let before = '';
  beforeAll(async () => {
    before = await session.workspace.read('verdicts.objective.yaml');
    await show('verdicts.objective.yaml', headLineOf(before, 'radius') + 1, 'radius');
  });

  it('a tried temperature is analysed by the language server, and the file stays as it is', async () => {
    await panel().part('what-if-temperature').locator('input').fill('0.2');
    await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
    expect(await session.workspace.read('verdicts.objective.yaml')).toBe(before);
  });

  it('is written to its own place, and nothing else changes', async () => {
    await panel().part('what-if-apply').click();
    await expect.poll(() => panel().part('what-if-temperature-back').isVisible(), WAIT).toBe(false);
    await session.workbench.openFile('verdicts.objective.yaml', 1);
    const after = await saved('verdicts.objective.yaml');
    const [was, is] = [before, after].map((text) => text.split('\n'));
    const changed = is.flatMap((line, at) => (line === was[at] ? [] : [line]));
    expect(changed).toEqual(['    temperature: 0.2']);
    expect(is.length).toBe(was.length);
  });

  it('comes back with one undo', async () => {
    await session.workbench.openFile('verdicts.objective.yaml', 1);
    await session.workbench.page.keyboard.press('Control+Z');
    expect(await saved('verdicts.objective.yaml')).toBe(before);
    await expect.poll(() => panel().text('verdict'), WAIT).toContain('Inconsistent');
  });
});

describe('in Python', () => {
  it('a value is written into the call', async () => {
    const before = await session.workspace.read('train_lesions.py');
    const line = before.split('\n').findIndex((text) => text.includes('SupConLoss(')) + 1;
    await show('train_lesions.py', line, 'criterion');
    await panel().part('what-if-temperature').locator('input').fill('0.35');
    await expect.poll(() => panel().part('what-if-temperature-back').isVisible(), WAIT).toBe(true);
    await panel().part('what-if-apply').click();
    await expect.poll(() => panel().part('what-if-temperature-back').isVisible(), WAIT).toBe(false);
    await session.workbench.openFile('train_lesions.py', line);
    const after = await saved('train_lesions.py');
    expect(after).not.toBe(before);
    expect(after).toContain('0.35');
  });
});

it('a value that another file decides is refused with the place to edit', async () => {
  const line = (await session.workspace.read('train_lesions.py'))
    .split('\n')
    .findIndex((text) => text.includes('SupConLoss('));
  await show('train_lesions.py', line + 1, 'criterion');
  await panel().part('what-if-largest').locator('input').fill('100');
  await expect.poll(() => panel().part('what-if-classes-back').isVisible(), WAIT).toBe(true);
  await panel().part('what-if-apply').click();
  await expect.poll(() => panel().text('what-if-status'), WAIT).toContain('objective-lens.yaml');
});
