/** From a value that was tried in the panel to the place that holds it, and back with one undo. */
import { beforeAll, describe, expect, it } from 'vitest';
import { headLineOf, lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };
const OBJECTIVES = 'verdicts.objective.yaml';
const SCRIPT = 'train_lesions.py';
const panel = () => session.workbench.panel;

const saved = async (file: string) => {
  await session.workbench.openFile(file);
  await session.workbench.editor.save();
  return session.workspace.read(file);
};
const undone = async (file: string) => {
  await session.workbench.openFile(file);
  await session.workbench.page.keyboard.press('Control+Z');
  return saved(file);
};
const changedLines = (before: string, after: string) => {
  const [was, is] = [before, after].map((text) => text.split('\n'));
  expect(is.length).toBe(was.length);
  return is.filter((line, at) => line !== was[at]);
};

async function show(file: string, line: number, objective: string): Promise<void> {
  await session.workbench.showGeometry(file, line, objective);
  await panel().unfold('what-if-fold');
}

async function tryValue(key: string, value: string): Promise<void> {
  await panel().part(`what-if-${key}`).locator('input').fill(value);
  await panel().part('what-if-reset').and(panel().frame().locator(':not([disabled])')).waitFor();
}

/** Once the file has what was tried, nothing is tried any more. */
async function applied(key: string): Promise<void> {
  await panel().part('what-if-apply').click();
  await panel().part(`what-if-${key}-back`).waitFor({ state: 'hidden', timeout: 60_000 });
}

describe('in an objective file', () => {
  let before = '';
  beforeAll(async () => {
    before = await session.workspace.read(OBJECTIVES);
    await show(OBJECTIVES, headLineOf(before, 'radius') + 1, 'radius');
  });

  it('a tried temperature is analysed by the language server, and the file stays as it is', async () => {
    await tryValue('temperature', '0.2');
    await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
    await session.workbench.screenshot('tried-in-panel');
    expect(await session.workspace.read(OBJECTIVES)).toBe(before);
  });

  it('is written to its own place, and nothing else changes', async () => {
    await applied('temperature');
    expect(await panel().text('what-if-status')).toContain('Written to the file.');
    await session.workbench.screenshot('applied-from-panel');
    expect(changedLines(before, await saved(OBJECTIVES))).toEqual(['    temperature: 0.2']);
  });

  it('comes back with one undo', async () => {
    expect(await undone(OBJECTIVES)).toBe(before);
    await expect.poll(() => panel().text('verdict'), WAIT).toContain('Inconsistent');
    expect(await panel().text('what-if-status')).toBe('');
  });

  it('a remedy is tried, written from its card, and comes back with one undo', async () => {
    await panel().unfold('reasons-fold');
    await panel().part('try-lower-temperature').click();
    await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
    await panel().part('what-if-reset').click();
    await panel().part('apply-lower-temperature').click();
    await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
    const [line, ...others] = changedLines(before, await saved(OBJECTIVES));
    expect(line).toMatch(/^ {4}temperature: 0\.4\d*$/);
    expect(others).toEqual([]);
    expect(await undone(OBJECTIVES)).toBe(before);
  });
});

describe('in Python', () => {
  let before = '';
  beforeAll(async () => {
    before = await session.workspace.read(SCRIPT);
    await show(SCRIPT, lineOf(before, 'criterion = SupConLoss('), 'criterion');
  });

  it('a value that stands in a constant is written there', async () => {
    await tryValue('temperature', '0.35');
    await applied('temperature');
    expect(changedLines(before, await saved(SCRIPT))).toEqual(['TEMPERATURE = 0.35']);
    expect(await undone(SCRIPT)).toBe(before);
  });

  it('a value that stands in the call is written into the call', async () => {
    const text = await session.workspace.read('train_brain_age.py');
    await show('train_brain_age.py', lineOf(text, 'by_age = '), 'by_age');
    await tryValue('temperature', '0.25');
    await applied('temperature');
    expect(changedLines(text, await saved('train_brain_age.py'))).toEqual([
      '    by_age = YAwareInfoNCE(kernel="gaussian", bandwidth=SIGMA**2, temperature=0.25)',
    ]);
    expect(await undone('train_brain_age.py')).toBe(text);
  });

  it('what no edit of the text can change is refused, with the place to edit', async () => {
    await show(SCRIPT, lineOf(before, 'criterion = SupConLoss('), 'criterion');
    await tryValue('largest', '100');
    await panel().part('what-if-classes-back').waitFor();
    await panel().part('what-if-apply').click();
    await expect.poll(() => panel().text('what-if-status'), WAIT).toContain('objective-lens.yaml');
    await session.workbench.screenshot('refused-in-panel');
    expect(await session.workspace.read(SCRIPT)).toBe(before);
  });
});
