/** What an author sees without asking: the Problems view, lenses, hovers and the tree, on the examples. */
import { beforeAll, describe, expect, it } from 'vitest';
import { headLineOf, lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();

/** A cold extension host starts the server, which then reads the whole workspace. */
const SCAN = { timeout: 90_000, interval: 250 };

/** The rules that each example breaks, by the words that name the objective in its file. */
const expectedRules: Record<string, Record<string, string[]>> = {
  'verdicts.objective.yaml': {
    realizable: [],
    'realizable-on-a-circle': [],
    'realizable-from-text': [],
    'zero-weight': ['zero-weight'],
    unbounded: ['unbounded'],
    'total-collapse': ['total-collapse'],
    asymmetric: ['asymmetric'],
    'not-euclidean': ['not-euclidean'],
    'not-spherical': ['not-spherical', 'view-splitting'],
    radius: ['radius'],
    dimension: ['dimension'],
    conditional: ['missing-data'],
  },
  'head-and-tail.objective.yaml': {
    'head-and-tail': ['class-imbalance', 'zero-weight'],
    'head-and-tail-balanced': ['zero-weight'],
    'rare-classes-merge': ['minority-collapse', 'zero-weight'],
  },
  'age.objective.yaml': { 'ages-on-a-sphere': ['not-spherical'], 'ages-on-a-line': [] },
};

describe('the Problems view', () => {
  beforeAll(() => session.workbench.problems.open());

  it.each(Object.entries(expectedRules))(
    'lists the rules that %s breaks, each at its objective',
    async (file, rules) => {
      const text = await session.workspace.read(file);
      const expected = Object.entries(rules).flatMap(([objective, ids]) => {
        const line = headLineOf(text, objective);
        return ids.map((rule) => ({ line, rule }));
      });
      const found = async () =>
        (await session.workbench.problems.read())
          .filter((problem) => problem.file.startsWith(file))
          .map(({ line, rule }) => ({ line, rule }))
          .sort((a, b) => a.line - b.line || a.rule.localeCompare(b.rule));
      await expect.poll(found, SCAN).toEqual(expected);
    },
  );

  it('finds the losses in training scripts, with what a run would need to know', async () => {
    const scripts = async () =>
      (await session.workbench.problems.read())
        .filter(({ file }) => file.includes('.py'))
        .map(({ file, rule, message }) => `${file.slice(0, file.indexOf('.py'))}: ${rule}: ${message}`);
    await expect
      .poll(scripts, SCAN)
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^train_brain_age: missing-data: .*labels/),
          expect.stringMatching(/^train_brain_age: missing-data: .*temperature/),
          expect.stringMatching(/^train_lesions: (class-imbalance|minority-collapse|zero-weight): /),
        ]),
      );
  });

  it('jumps to the source of a finding', async () => {
    const text = await session.workspace.read('head-and-tail.objective.yaml');
    await (await session.workbench.problems.row('merges “rare C”')).dblclick();
    await session.workbench.statusBarItem(`Ln ${headLineOf(text, 'rare-classes-merge')}, Col`).waitFor();
    expect(await session.workbench.editor.title()).toBe('head-and-tail.objective.yaml');
  });
});

describe('the editor', () => {
  it('shows the verdict and its numbers above each objective', async () => {
    await session.workbench.openFile('head-and-tail.objective.yaml', 1);
    const { editor } = session.workbench;
    await expect
      .poll(() => editor.codeLensTexts(), SCAN)
      .toEqual([
        'degenerate: zero weights · gap 0.0738 nats · Show geometry',
        'degenerate: zero weights · gap 0.0949 nats · Show geometry',
        'degenerate: zero weights · gap 0.0590 nats · Show geometry',
      ]);
    const tops = await Promise.all([editor.codeLens('0.0738'), editor.line('head-and-tail:')].map(topOf));
    expect(tops[0], 'the lens stands above its objective').toBeLessThan(tops[1]);
  });

  it('marks what is wrong in the text', async () => {
    const { editor } = session.workbench;
    await editor.squiggles('warning').first().waitFor();
    await editor.squiggles('info').first().waitFor();
  });

  it('explains the verdict in a hover, with its numbers and why', async () => {
    const text = await session.workspace.read('head-and-tail.objective.yaml');
    await session.workbench.goTo(lineOf(text, 'objective: supcon'), 6);
    const hover = await session.workbench.editor.hover('Degenerate');
    const words = (await hover.textContent()) ?? '';
    // Bound, minimum and gap of SupCon on 60, 6 and 6 samples at temperature 0.5, and its cosines.
    for (const number of ['4.3823 nats', '4.4561 nats', '0.0738 nats', '−0.70', '−0.01', '2 of 16'])
      expect(words).toContain(number);
    expect(words).toContain('All samples of a class collapse to one point');
    await hover.getByText('Show geometry').waitFor();
    await session.workbench.editor.closeHover();
  });

  it('explains a loss in Python where it is built', async () => {
    const text = await session.workspace.read('train_lesions.py');
    const line = lineOf(text, 'criterion = SupConLoss(');
    await session.workbench.openFile(
      'train_lesions.py',
      line,
      text.split('\n')[line - 1].indexOf('SupConLoss') + 3,
    );
    const hover = await session.workbench.editor.hover('Degenerate');
    expect(await hover.textContent()).toContain('supcon');
    await session.workbench.editor.closeHover();
  });
});

describe('the Objectives tree', () => {
  beforeAll(() => session.workbench.objectives.open());

  it('groups the objectives of the workspace by verdict', async () => {
    await expect
      .poll(() => treeGroups(), SCAN)
      .toEqual({
        Inconsistent: expect.arrayContaining([
          'asymmetric',
          'not-euclidean',
          'not-spherical',
          'radius',
          'dimension',
        ]),
        Degenerate: expect.arrayContaining([
          'zero-weight',
          'unbounded',
          'total-collapse',
          'head-and-tail',
          'criterion',
        ]),
        Conditional: expect.arrayContaining(['conditional', 'by_age', 'by_view']),
        Realizable: expect.arrayContaining(['realizable', 'realizable-on-a-circle', 'realizable-from-text']),
      });
  });

  it('jumps to the source of an objective', async () => {
    const text = await session.workspace.read('verdicts.objective.yaml');
    await session.workbench.objectives.follow('not-euclidean', 'verdicts.objective.yaml');
    await session.workbench.statusBarItem(`Ln ${headLineOf(text, 'not-euclidean')}, Col`).waitFor();
  });
});

async function treeGroups(): Promise<Record<string, string[]>> {
  const groups: Record<string, string[]> = {};
  let members: string[] = [];
  for (const { level, label } of await session.workbench.objectives.read()) {
    if (level === 1) {
      members = [];
      groups[label] = members;
    } else members.push(label);
  }
  return groups;
}

async function topOf(element: { boundingBox(): Promise<{ y: number } | null> }): Promise<number> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The element is not on screen.');
  return box.y;
}
