/** Binding data by the command and by the quick fix, with keys, on AgeDB's ages and HAM10000's class counts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();

const SCAN = { timeout: 90_000, interval: 250 };

const LESIONS = `from losses import SupConLoss

criterion = SupConLoss(temperature=0.1)
`;

const SCORES = `{
  "objective": "y-aware",
  "temperature": 0.1,
  "bandwidth": 5
}
`;

beforeAll(async () => {
  await session.workspace.write('scores/scores.objective.json', SCORES);
  await session.workspace.write('scores/two-scores.csv', 'memory,speed\n1,5\n2,9\n4,3\n9,1\n');
  await session.workspace.write('lesions/train.py', LESIONS);
  await session.workspace.write('lesions/broken.npy', 'no array');
});

describe('the command', () => {
  it('leaves nothing behind when it is cancelled at any step', async () => {
    await session.workbench.objectives.open();
    await session.workbench.objectives.waitFor('Conditional');
    const before = await session.workspace.read('objective-lens.yaml');
    const { quickPick } = session.workbench;
    await openAt('lesions/train.py', 'criterion');
    for (const steps of [0, 1]) {
      await session.workbench.startCommand('Objective Lens: Bind Data…');
      await quickPick.asks('choose a file');
      if (steps === 1) {
        await quickPick.choose('ham10000-class-counts.csv');
        await quickPick.asks('choose a column');
      }
      await quickPick.cancel();
    }
    expect(await session.workspace.read('objective-lens.yaml')).toBe(before);
  });

  it('lists files, the fitting ones first and the broken ones with the reason, and previews columns', async () => {
    const { quickPick } = session.workbench;
    await openAt('lesions/train.py', 'criterion');
    await session.workbench.startCommand('Objective Lens: Bind Data…');
    await quickPick.asks('criterion needs class sizes: choose a file');
    await session.workbench.screenshot('bind-data-files');
    const files = await quickPick.read();
    expect(files[0]).toContain('ham10000-class-counts.csv');
    expect(files.find((text) => text.includes('broken.npy'))).toMatch(/Cannot be read: /);
    await quickPick.choose('ham10000-class-counts.csv');
    await quickPick.asks('choose a column');
    await session.workbench.screenshot('bind-data-columns');
    expect((await quickPick.read())[0]).toMatch(/[▁▂▃▅▇].*7 rows · 7 different values/);
    await quickPick.choose('label, sized by count');
    const bound = 'classes: { file: data/ham10000-class-counts.csv, column: label, weight: count }';
    await expect.poll(() => session.workspace.read('objective-lens.yaml'), SCAN).toContain(bound);
    await session.workbench.notification('criterion is now degenerate').waitFor();
    await session.workbench.screenshot('bind-data-done');
  });

  it('shows the geometry that follows from the data', async () => {
    const message = session.workbench.notification('criterion is now degenerate');
    await message.getByText('Show Geometry').click();
    await session.workbench.page.locator('.tab', { hasText: 'Geometry: criterion' }).waitFor();
  });

  it('writes into the objective file where the objective is from one', async () => {
    const { quickPick } = session.workbench;
    await openAt('verdicts.objective.yaml', '  conditional: #');
    await session.workbench.startCommand('Objective Lens: Bind Data…');
    await quickPick.asks('choose a file');
    await quickPick.choose('agedb-ages.csv');
    await quickPick.asks('choose a column');
    await quickPick.choose('age');
    await quickPick.asks('choose the rows');
    await quickPick.choose('All rows');
    await expect
      .poll(() => session.workspace.read('verdicts.objective.yaml'), SCAN)
      .toContain(
        '    objective: y-aware\n    labels: { file: data/agedb-ages.csv, column: age }\n    temperature: 0.1\n',
      );
    await session.workbench.notification('conditional is now').waitFor();
  });
});

describe('numbers as classes', () => {
  it('are divided at edges that the user types', async () => {
    const { quickPick, page } = session.workbench;
    await openAt('lesions/train.py', 'criterion');
    await session.workbench.startCommand('Objective Lens: Bind Data…');
    await quickPick.asks('choose a file');
    await quickPick.choose('agedb-ages.csv');
    await quickPick.asks('choose a column');
    await quickPick.choose('age');
    await quickPick.asks('what is a class?');
    await session.workbench.screenshot('bind-data-bins');
    await quickPick.choose('Intervals of my own');
    await quickPick.type('0, 40, 30', 'Edges rise');
    await quickPick.type('0, 30, 60, 120', 'the width of every interval');
    await page.keyboard.press('Enter');
    await quickPick.asks('choose the rows');
    await quickPick.choose('All rows');
    await expect
      .poll(() => session.workspace.read('objective-lens.yaml'), SCAN)
      .toContain('classes: { file: data/agedb-ages.csv, column: age, bins: [0, 30, 60, 120] }');
  });
});

describe('the quick fix', () => {
  it('binds several columns as one vector beside an objective in JSON', async () => {
    const { quickPick } = session.workbench;
    await openAt('scores/scores.objective.json', 'temperature');
    await session.workbench.quickFix('Bind data…');
    await quickPick.asks('choose a file');
    await quickPick.choose('two-scores.csv');
    await quickPick.asks('choose a column');
    await quickPick.choose('Several columns as one vector');
    await quickPick.asks('choose the columns');
    await quickPick.chooseAll();
    await expect
      .poll(() => session.workspace.read('scores/scores.objective.json'), SCAN)
      .toContain('"labels": { "file": "two-scores.csv", "columns": ["memory", "speed"] }');
    await session.workbench.notification('scores is now').waitFor();
  });

  it('binds labels of one split where a verdict is conditional', async () => {
    const { quickPick } = session.workbench;
    await openAt('train_brain_age.py', 'by_age = YAwareInfoNCE', 'YAware');
    await session.workbench.quickFix('Bind data…');
    await quickPick.asks('choose a file');
    await quickPick.choose('agedb-ages.csv');
    await quickPick.asks('choose a column');
    await session.workbench.screenshot('bind-data-ages');
    await quickPick.choose('age');
    await quickPick.asks('choose the rows');
    await quickPick.choose('Only split = train');
    await expect
      .poll(() => session.workspace.read('objective-lens.yaml'), SCAN)
      .toContain(
        '  - objectives: train_brain_age.py\n    labels: { file: data/agedb-ages.csv, column: age, where: { split: train } }\n',
      );
    await session.workbench.notification('rows with split = train. by_age is now').waitFor();
    expect(await session.workspace.read('objective-lens.yaml')).toContain(
      '# What the training scripts do not say',
    );
  });
});

async function openAt(path: string, words: string, at = words): Promise<void> {
  const text = await session.workspace.read(path);
  const line = lineOf(text, words);
  await session.workbench.openFile(path, line, text.split('\n')[line - 1].indexOf(at.trim()) + 2);
}
