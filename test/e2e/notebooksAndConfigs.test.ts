/** Configs, and notebooks cell by cell while they are open, have lenses and findings where their losses stand. */
import { beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };

const CELLS = [
  '%matplotlib inline\nfrom lightly.loss import NTXentLoss',
  '# the temperature is wrong\nin_cell = NTXentLoss(temperature=-0.5)',
];
const NOTEBOOK = JSON.stringify(
  {
    cells: CELLS.map((cell) => ({
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: cell.split(/(?<=\n)/),
    })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  },
  null,
  1,
);
const CONFIG = `model:
  backbone: resnet18
criterion:
  name: SupCon
  params: { temperature: 0.1 }
`;

const lenses = () => session.workbench.editor.codeLensTexts();
const problemsOf = async (name: string) =>
  (await session.workbench.problems.read())
    .filter(({ file }) => file.startsWith(name))
    .map(({ rule, line }) => [rule, line]);

// Before the first search for a file, whose answer VS Code keeps for a while.
beforeAll(async () => {
  await session.workspace.write('configs/stage1.yml', CONFIG);
  await session.workspace.write('study.ipynb', NOTEBOOK);
});

describe('a config', () => {
  it('has a lens at its loss', async () => {
    await session.workbench.openFile('stage1.yml', lineOf(CONFIG, 'SupCon'));
    await expect.poll(lenses, WAIT).toEqual([expect.stringContaining('Show geometry')]);
  });
});

describe('an open notebook', () => {
  it('has findings in its cells, and lenses once they are mended', async () => {
    await session.workbench.problems.open();
    await session.workbench.openNotebook('study.ipynb');
    await expect.poll(() => problemsOf('study.ipynb'), WAIT).toEqual([['invalid-value', 2]]);
    await session.workbench.page.locator('.notebookOverlay .view-line', { hasText: 'in_cell' }).click();
    await session.workbench.page.keyboard.press('End');
    await session.workbench.page.keyboard.press('ArrowLeft');
    for (const _ of '-0.5') await session.workbench.page.keyboard.press('Backspace');
    await session.workbench.editor.type('0.25');
    await expect.poll(lenses, WAIT).toEqual([expect.stringContaining('Show geometry')]);
    expect((await problemsOf('study.ipynb')).map(([rule]) => rule)).not.toContain('invalid-value');
  });

  it('is where the Objectives view leads to', async () => {
    await session.workbench.openFile('stage1.yml');
    await session.workbench.objectives.open();
    await session.workbench.objectives.follow('in_cell', 'study.ipynb');
    await session.workbench.page.locator('.notebookOverlay .monaco-editor.focused').waitFor();
  });
});
