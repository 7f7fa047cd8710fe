/** What happens while an author types: answers follow the text, and half-typed text takes no answer away. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const FILE = 'radius.objective.yaml';

/** Soft SupCon on three classes: realizable up to the temperature 1.5 / log(1 / 0.05) = 0.5007. */
const TEXT = `objective: soft-supcon
across: 0.05
temperature: 0.4
dimension: 8
classes: [30, 20, 10]
`;
const REALIZABLE = 'realizable · rank 3 of 8 · Show geometry';

const lenses = () => session.workbench.editor.codeLensTexts();
const rules = async () =>
  (await session.workbench.problems.read()).filter((p) => p.file.startsWith(FILE)).map((p) => p.rule);
const WAIT = { timeout: 60_000, interval: 200 };

async function retype(words: string, replacement: string): Promise<void> {
  const { workbench } = session;
  await workbench.goTo(lineOf(TEXT, words), 1);
  await workbench.editor.replaceRestOfLine(replacement);
}

describe('while one types', () => {
  beforeAll(async () => {
    await session.workspace.write(FILE, TEXT);
    await session.workbench.problems.open();
    await session.workbench.openFile(FILE, 1);
    await session.workbench.editor.codeLens('realizable').waitFor({ timeout: 90_000 });
  });
  // Every test begins with the text on disk, and with its answer.
  beforeEach(async () => {
    await session.workbench.openFile(FILE, 1);
    await session.workbench.runCommand('File: Revert File');
    await expect.poll(lenses, WAIT).toEqual([REALIZABLE]);
  });

  it('judges the text as it stands, saved or not', async () => {
    await retype('temperature', 'temperature: 0.6');
    await expect
      .poll(lenses, WAIT)
      .toEqual([expect.stringMatching(/^inconsistent: classes on too large a sphere · gap/)]);
    await expect.poll(rules, WAIT).toEqual(['radius']);
    expect(await session.workspace.read(FILE), 'the file is not saved yet').toBe(TEXT);
    await retype('temperature', 'temperature: 0.4');
    await expect.poll(lenses, WAIT).toEqual([REALIZABLE]);
    await expect.poll(rules, WAIT).toEqual([]);
  });

  it('keeps the last answer, marked as such, while the text cannot be read', async () => {
    await expect.poll(lenses, WAIT).toEqual([REALIZABLE]);
    await session.workbench.goTo(lineOf(TEXT, 'classes'), 'classes: [30, 20, 10]'.length + 1);
    await session.workbench.page.keyboard.press('Backspace');
    await expect.poll(lenses, WAIT).toEqual([`as last read · ${REALIZABLE}`]);
    await expect.poll(rules, WAIT).toContain('invalid-value');
    await session.workbench.goTo(3, 3);
    const hover = await session.workbench.editor.hover('Realizable');
    expect(await hover.textContent()).toContain('Of the last text that could be read');
    await session.workbench.editor.closeHover();
    await retype('classes', 'classes: [30, 20, 10]');
    await expect.poll(lenses, WAIT).toEqual([REALIZABLE]);
    await expect.poll(rules, WAIT).toEqual([]);
  });

  it.each([
    ['a negative temperature', 'temperature', 'temperature: -0.4'],
    ['a temperature that is no number', 'temperature', 'temperature: hot'],
    ['a class without samples', 'classes', 'classes: [30, 0, 10]'],
  ])('points at %s', async (_, words, typed) => {
    await retype(words, typed);
    const places = async () =>
      (await session.workbench.problems.read())
        .filter(({ file, rule }) => file.startsWith(FILE) && rule === 'invalid-value')
        .map(({ line }) => line);
    await expect.poll(places, WAIT).toEqual([lineOf(TEXT, words)]);
  });
});
