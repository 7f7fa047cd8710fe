/** Writing objectives: what is offered at the cursor, what a key means, quick fixes, outline, and settings of findings. */
import { describe, expect, it } from 'vitest';
import { lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const WAIT = { timeout: 60_000, interval: 200 };
const HOT = `objective: soft-supcon
across: 0.05
temperature: 0.5
dimension: 16
classes: { cat: 6, dog: 3, axolotl: 1, okapi: 2 }
`;
const CONFIG = 'criterion:\n  name: SupCon\n  params:\n    temperature: 1e-1\n';
const session = useSession({
  'config.yaml': CONFIG,
  'data/ages.csv': 'subject,age\n1,34\n2,61\n3,47\n',
  'new.objective.yaml': 'objective: y-aware\n',
  'hot.objective.yaml': HOT,
  'objective-lens.yaml': 'data:\n  - objectives: train.py\n    labels: { file: data/ages.csv, column: }\n',
  'train.py':
    'from nidl.losses import YAwareInfoNCE\n\nby_age = YAwareInfoNCE(bandwidth=25, temperature=0.1)\n',
});
const editor = () => session.workbench.editor;

describe('completion', () => {
  it('writes a key of an objective file that is still missing', async () => {
    await session.workbench.openFile('new.objective.yaml', 2);
    await editor().type('tem');
    await (await editor().suggestion('temperature')).click();
    await editor().type('0.1\n');
    await editor().type('b');
    const row = await editor().suggestion('bandwidth');
    await session.workbench.screenshot('completion-of-keys');
    expect(await row.textContent()).toContain('required');
    await row.click();
    await editor().type('0.3');
    await editor().save();
    expect(await session.workspace.read('new.objective.yaml')).toBe(
      'objective: y-aware\ntemperature: 0.1\nbandwidth: 0.3',
    );
  });

  it('offers the columns of a data file in objective-lens.yaml, and the lens in Python follows', async () => {
    const words = '    labels: { file: data/ages.csv, column:';
    await session.workbench.openFile('objective-lens.yaml', 3, words.length + 1);
    await editor().type(' ');
    await (await editor().suggestion('subject')).waitFor();
    await (await editor().suggestion('age')).click();
    await editor().save();
    expect(await session.workspace.read('objective-lens.yaml')).toContain('column: age }');
    await session.workbench.openFile('train.py', 3);
    await expect.poll(async () => (await editor().codeLensTexts()).join(), WAIT).toContain('gap');
    expect((await editor().codeLensTexts()).join()).not.toContain('needs labels');
  });
});

describe('a hover over a key', () => {
  it('says what the value does to the geometry', async () => {
    await session.workbench.openFile('hot.objective.yaml', lineOf(HOT, 'temperature'), 4);
    const hover = await editor().hover('similarities are divided by it');
    expect(await hover.textContent()).toContain('the unit sphere');
    await session.workbench.screenshot('hover-over-key');
    await editor().closeHover();
  });
});

describe('a quick fix', () => {
  it('by a remedy makes the objective realizable', async () => {
    await session.workbench.openFile('hot.objective.yaml', lineOf(HOT, 'temperature'), 4);
    await session.workbench.quickFix('Lower the temperature');
    await expect.poll(async () => (await editor().codeLensTexts()).join(), WAIT).toMatch(/rank \d+ of 16/);
    expect(await editor().squiggles('warning').count()).toBe(0);
    await session.workbench.page.keyboard.press('Control+Z');
    await editor().squiggles('warning').first().waitFor();
  });

  it('writes a number that PyYAML takes for text as one, and the loss is seen', async () => {
    await session.workbench.openFile('config.yaml', lineOf(CONFIG, '1e-1'), 6);
    await editor().squiggles('error').first().waitFor();
    await session.workbench.quickFix('Write 1.0e-1');
    await expect.poll(async () => (await editor().codeLensTexts()).join(), WAIT).toContain('Show geometry');
    await editor().save();
    expect(await session.workspace.read('config.yaml')).toBe(CONFIG.replace('1e-1', '1.0e-1'));
  });

  it('silences a finding from anywhere on its line, and the objective stays in sight', async () => {
    await session.workbench.openFile('hot.objective.yaml', 1, 1);
    await session.workbench.quickFix('Ignore radius');
    await expect.poll(() => editor().squiggles('warning').count(), WAIT).toBe(0);
    await expect.poll(async () => (await editor().codeLensTexts()).join(), WAIT).toContain('gap');
    await session.workbench.page.keyboard.press('Control+Z');
    await editor().squiggles('warning').first().waitFor();
  });
});

describe('the outline', () => {
  it('lists the objective with its values, and leads to them', async () => {
    await session.workbench.openFile('hot.objective.yaml', 1);
    await session.workbench.startCommand('Go to Symbol in Editor...');
    const { quickPick } = session.workbench;
    await expect.poll(() => quickPick.read(), WAIT).toContainEqual(expect.stringContaining('temperature'));
    await session.workbench.screenshot('outline');
    await quickPick.row('temperature').click();
    await session.workbench.statusBarItem(`Ln ${lineOf(HOT, 'temperature')}, Col`).waitFor();
  });
});

describe('settings', () => {
  it('change the severity of a rule, and leave closed files out', async () => {
    const set = (settings: object) =>
      session.workspace.write('.vscode/settings.json', JSON.stringify(settings));
    await session.workbench.openFile('hot.objective.yaml', 1);
    await editor().squiggles('warning').first().waitFor();
    await set({ 'objectiveLens.severity': { radius: 'error' } });
    await editor().squiggles('error').first().waitFor();
    await session.workbench.problems.open();
    await session.workspace.write('closed.objective.yaml', HOT);
    await expect.poll(() => rulesOf('closed.objective.yaml'), WAIT).toContain('radius');
    await set({ 'objectiveLens.severity': { radius: 'off' }, 'objectiveLens.scope': 'openFiles' });
    await expect.poll(() => rulesOf('closed.objective.yaml'), WAIT).toEqual([]);
    await expect.poll(() => rulesOf('hot.objective.yaml'), WAIT).not.toContain('radius');
  });
});

async function rulesOf(file: string): Promise<string[]> {
  const problems = await session.workbench.problems.read();
  return problems.filter((problem) => problem.file.startsWith(file)).map(({ rule }) => rule);
}
