/** Data bound in objective-lens.yaml, from the file on the disk to verdict, geometry and hover; and what a changed or wrong file does. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const WAIT = { timeout: 60_000, interval: 200 };
const LESIONS = `from pytorch_metric_learning.losses import SupConLoss

by_diagnosis = SupConLoss(temperature=0.1)
`;
const FACES = `from nidl.losses import YAwareInfoNCE

by_age = YAwareInfoNCE(kernel="gaussian", bandwidth=5.0**2, temperature=0.1)
`;
const BINDINGS = `data:
  - objectives: lesions.py
    classes: { file: data/counts.csv, column: label, weight: count }
  - objectives: faces.py
    labels: { file: data/ages.csv, column: age, where: { split: train } }
dimension: 128
`;
const COUNTS = readFileSync('examples/data/ham10000-class-counts.csv', 'utf8');

const session = useSession({
  'lesions.py': LESIONS,
  'faces.py': FACES,
  'objective-lens.yaml': BINDINGS,
  'data/counts.csv': COUNTS,
  'data/ages.csv': readFileSync('examples/data/agedb-ages.csv', 'utf8'),
});
const panel = () => session.workbench.panel;

async function show(file: string, text: string, name: string): Promise<void> {
  await session.workbench.showGeometry(file, lineOf(text, `${name} = `), name);
  await panel().unfold('reasons-fold');
}

describe('ages of AgeDB', () => {
  beforeAll(() => show('faces.py', FACES, 'by_age'));

  it('decide the verdict, and the section about data tells of every row', async () => {
    await expect.poll(() => panel().text('verdict'), WAIT).toBe('Inconsistent');
    expect(await panel().text('data-source')).toBe(
      'Column age of data/ages.csv, bound in objective-lens.yaml.',
    );
    expect(await panel().text('data-rows')).toBe(
      '16 488 rows were read, of which 4 280 are left out (not split = train).',
    );
    expect(await panel().text('data-facts')).toMatch(/Samples\s*12 208.*Different values\s*100/s);
    expect(await panel().part('data-plot').locator('.data-bar').count()).toBeGreaterThan(10);
    expect(await panel().colorCount('geometry-canvas')).toBeGreaterThan(100);
    await panel().part('data').scrollIntoViewIfNeeded();
    await session.workbench.screenshot('bound-ages');
  });

  it('are drawn in the hover, with the rows that are left out', async () => {
    const { workbench } = session;
    await workbench.openFile('faces.py', lineOf(FACES, 'by_age = '), 12);
    const hover = await workbench.editor.hover('data/ages.csv');
    const said = ((await hover.textContent()) ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said).toMatch(/[▁▂▃▅▇]{10,}/);
    expect(said).toContain('4 280 are left out (not split = train)');
    await hover.locator('code', { hasText: /[▁▂▃▅▇]{10,}/ }).scrollIntoViewIfNeeded();
    await workbench.screenshot('bound-ages-hover');
    await workbench.editor.closeHover();
  });
});

describe('class counts of HAM10000', () => {
  beforeAll(() => show('lesions.py', LESIONS, 'by_diagnosis'));

  it('decide verdict and geometry', async () => {
    await expect.poll(() => panel().text('verdict'), WAIT).toBe('Degenerate');
    expect(await panel().text('data-facts')).toMatch(/Largest\s*nv, 6 705.*Imbalance ratio\s*58.3/s);
    expect(await panel().part('data-plot').locator('.data-bar').count()).toBe(7);
    expect(await panel().colorCount('geometry-canvas')).toBeGreaterThan(100);
    await session.workbench.screenshot('bound-counts');
  });

  it('are read again when the file changes on the disk', async () => {
    await session.workspace.write('data/counts.csv', 'label,count\nnv,300\nmel,100\ndf,100\n');
    await expect.poll(() => panel().text('data-facts'), WAIT).toMatch(/Samples\s*500.*Imbalance ratio\s*3/s);
    expect(await panel().part('data-plot').locator('.data-bar').count()).toBe(3);
  });

  it('whose column is gone are told of at the binding, with the nearest name, and nothing else changes', async () => {
    await session.workspace.write('data/counts.csv', COUNTS.replace('label,', 'labels,'));
    await expect.poll(() => panel().text('verdict'), WAIT).toBe('Conditional');
    await session.workbench.problems.open();
    await expect
      .poll(() => session.workbench.problems.read(), WAIT)
      .toContainEqual({
        file: expect.stringContaining('objective-lens.yaml'),
        rule: 'invalid-value',
        line: lineOf(BINDINGS, 'data/counts.csv'),
        message: expect.stringContaining('has no column `label`. Did you mean `labels`?'),
      });
    await show('faces.py', FACES, 'by_age');
    expect(await panel().text('verdict')).toBe('Inconsistent');
    await session.workspace.write('data/counts.csv', COUNTS);
    await show('lesions.py', LESIONS, 'by_diagnosis');
    await expect.poll(() => panel().text('verdict'), WAIT).toBe('Degenerate');
  });
});
