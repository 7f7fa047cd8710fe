/** Designing on the page, by keys and by hand: wishes in a matrix, the nearest that points have, files in and out. */
import { expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { read } from '../support/pythonReader';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

async function open(fixture = 'supcon-60-6-6'): Promise<void> {
  const { panel } = use;
  await panel.open(fixture);
  await panel.part('tab-design').click();
  await expect.poll(outcome).not.toBe('');
}
const cell = (row: number, column: number, grid = 'design-wish') =>
  use.panel.page.locator(`[data-testid="${grid}"] [data-row="${row}"][data-column="${column}"]`);
const outcome = () => use.panel.text('design-outcome');
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => use.panel.page.keyboard.press(key)), Promise.resolve());
const focused = () =>
  use.panel.page.evaluate(() => {
    const { row, column } = (document.activeElement as HTMLElement).dataset;
    return `${row} ${column}`;
  });

/** By keys, from the cell that the keyboard is in or comes to first. */
async function type(text: string): Promise<void> {
  await use.panel.page.keyboard.type(text);
  await press('Enter');
}

test('similarities are wished for by keys alone; the nearest that points have follow', async () => {
  const { panel } = use;
  await open();
  expect(await outcome()).toMatch(/^Points have exactly these similarities/);
  await cell(0, 1).focus();
  await type('.9');
  await press('ArrowRight');
  expect(await focused()).toBe('0 2');
  await type('0.8');
  await press('PageUp', 'ArrowDown');
  await type('-0.5');
  await expect.poll(outcome).toMatch(/0\.90 becomes 0\.61\. Pairs move by 0\.27 on average\. They take 2/);
  expect(await cell(2, 1).getAttribute('aria-label')).toMatch(
    /^class 2 with class 1: wished −0\.50, nearest −0\.\d\d, closer than wished$/,
  );
  expect(await panel.text('design-readout')).toMatch(/^class 1 with class 2: wished −0\.50, nearest −0\.26/);
  expect(await cell(1, 2, 'design-nearest').getAttribute('data-mark')).toBe('closer');
  expect(await cell(0, 1, 'design-nearest').getAttribute('data-mark')).toBe('farther');
  await press('Shift+ArrowUp', 'Shift+ArrowUp');
  expect(await cell(1, 2).textContent()).toBe('−0.48');
  await press('Control+z');
  expect(await cell(1, 2).textContent()).toBe('−0.50');
  await press('Control+z', 'Control+z', 'Control+z', 'Control+z');
  await expect.poll(outcome).toMatch(/^Points have exactly/);
  await press('Control+y');
  expect(await cell(1, 0).textContent()).toBe('0.90');
  expect(await panel.violations()).toEqual([]);
  expect(panel.faults).toEqual([]);
});

test('a cell is dragged, and turned with the wheel once it is chosen', async () => {
  const { panel } = use;
  await open();
  const box = await cell(1, 2).boundingBox();
  if (box === null) throw new Error('the cell is not on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = Number((await cell(1, 2).textContent())?.replace('−', '-'));
  await panel.page.mouse.move(x, y);
  await panel.page.mouse.down();
  await panel.page.mouse.move(x, y - 25, { steps: 4 });
  await panel.page.mouse.up();
  expect(Number(await cell(2, 1).textContent())).toBeCloseTo(before + 0.25, 2);
  await panel.page.mouse.wheel(0, -100);
  await expect.poll(async () => Number(await cell(1, 2).textContent())).toBeCloseTo(before + 0.26, 2);
  await panel.part('design-undo').click();
  await panel.part('design-undo').click();
  expect(Number((await cell(1, 2).textContent())?.replace('−', '-'))).toBeCloseTo(before, 2);
  expect(await panel.isDisabled('design-undo')).toBe(true);
});

test('what is no cosine and what is no name are told at their place, and change nothing', async () => {
  const { panel } = use;
  await open('hostile-names');
  await cell(0, 1).focus();
  await press('Enter');
  await panel.part('design-typing').fill('1.4');
  await press('Enter');
  expect(await panel.text('design-wish-problem')).toMatch(/“1\.4” is no cosine/);
  expect(await panel.part('design-typing').getAttribute('aria-invalid')).toBe('true');
  expect(await panel.violations()).toEqual([]);
  await press('Escape');
  expect(await panel.text('design-wish-problem')).toBe('');
  await press('ArrowLeft', 'ArrowLeft');
  expect(await focused()).toBe('0 -1');
  await press('Enter');
  await panel.part('design-typing').fill('a class with an uncommonly long name that fits nowhere at all');
  await press('Enter');
  expect(await panel.text('design-wish-problem')).toMatch(/called .* already/);
  await panel.part('design-typing').fill('<b onmouseover=alert(1)>lynx');
  await press('Enter');
  expect(await cell(0, -1).textContent()).toBe('<b onmouseover=alert(1)>lynx');
  await panel.part('design-add').click();
  await expect.poll(() => cell(3, 3).count()).toBe(1);
  await cell(0, -1).focus();
  await panel.part('design-remove').click();
  await expect.poll(() => cell(3, 3).count()).toBe(0);
  expect(panel.faults).toEqual([]);
});

test('a hierarchy is typed, told where it is wrong, and saved as an objective that has it', async () => {
  const { panel } = use;
  await open();
  await panel.part('design-template').selectOption('hierarchy');
  expect(await panel.part('design-groups').locator('input').inputValue()).toBe(
    '[[class 0, class 1], [class 2]]',
  );
  await panel.fill('design-groups', '[[cat, dog], [car, truck]]');
  await panel.fill('design-heights', '0.8, 1.2');
  await panel.part('design-start').click();
  await expect.poll(() => panel.text('design-heights-problem')).toMatch(/1\.2/);
  await panel.fill('design-heights', '0.8, 0.2');
  await panel.part('design-start').click();
  await expect.poll(() => cell(3, 2).textContent()).toBe('0.80');
  await panel.fill('design-temperature', '0.2');
  await panel.part('design-save').click();
  await expect.poll(() => panel.text('design-said')).toBe('Saved as design.objective.yaml.');
  const saved = (await panel.posted('ask')).at(-1)?.ask as { content: { text: string }; opens: boolean };
  expect(saved.opens).toBe(true);
  const { definitions, findings } = read('design.objective.yaml', saved.content.text);
  expect(findings).toEqual([]);
  expect(definitions[0].parameters.temperature.value).toBe(0.2);
  const { verdict, gap, similarities } = analyze(definitions[0]);
  expect({ verdict, gap }).toEqual({ verdict: 'realizable', gap: 0 });
  expect(similarities?.[0].map((s) => Number(s.toFixed(9)))).toEqual([1, 0.8, 0.2, 0.2]);
  await panel.part('design-copy-pytorch').click();
  await expect.poll(async () => (await panel.posted('ask')).at(-1)?.name).toBe('copy');
  expect((await panel.posted('ask')).at(-1)?.ask).toMatchObject({
    text: expect.stringContaining('def designed_loss(embeddings, classes, temperature=0.2)'),
  });
  await panel.fill('design-temperature', '0.0005');
  await expect
    .poll(() => panel.text('design-temperature-problem'))
    .toMatch(/a temperature of at least 0\.0012/);
  expect(await panel.isDisabled('design-save')).toBe(true);
});

test('files are loaded: a confusion matrix becomes a wish, and no target is told with its line', async () => {
  const { panel } = use;
  await open();
  const load = async (name: string, text: string) => {
    await panel.page.evaluate(
      (file) => {
        window.fileToChoose = file;
      },
      { name, text },
    );
    await panel.part('design-load').click();
  };
  await load('confusion.csv', 'truth,cat,dog,car\ncat,40,10,0\ndog,12,38,0\ncar,1,0,49\n');
  await expect.poll(() => cell(2, -1).textContent()).toBe('car');
  await expect.poll(outcome).toMatch(/dimensions\.$/);
  await load('notes.yaml', 'lr: 0.1\n');
  await expect
    .poll(() => panel.text('design-start-problem'))
    .toMatch(/^notes\.yaml, line 1: .*design target/);
  expect(await cell(2, -1).textContent()).toBe('car');
  await panel.part('design-template').selectOption('arc');
  await panel.part('design-start').click();
  await expect.poll(() => cell(0, 2).textContent()).toBe('−0.50');
  expect(await panel.text('design-start-problem')).toBe('');
});

test('the work of a hand is there again after the page was loaded again', async () => {
  const { panel } = use;
  await open();
  await cell(0, 1).focus();
  await type('0.42');
  await panel.fill('design-temperature', '0.3');
  await panel.page.reload();
  await expect.poll(() => cell(1, 0).textContent(), { timeout: 30_000 }).toBe('0.42');
  expect(await panel.part('design-temperature').locator('input').inputValue()).toBe('0.3');
  await expect.poll(outcome).toMatch(/dimensions\.$/);
  expect(panel.faults).toEqual([]);
});

test.each(['light', 'hc-dark', 'hc-light'] as const)(
  'thirty classes in a narrow %s window',
  async (theme) => {
    const { panel } = use;
    await panel.page.setViewportSize({ width: 420, height: 900 });
    await panel.open('supcon-60-6-6', theme);
    await panel.part('tab-design').click();
    const names = Array.from({ length: 30 }, (_, k) => `kind ${k}`);
    await panel.page.evaluate(
      (file) => {
        window.fileToChoose = file;
      },
      { name: 'arc.json', text: JSON.stringify({ arc: { classes: names, degrees: 150 } }) },
    );
    await panel.part('design-load').click();
    await expect.poll(() => cell(29, 28).count()).toBe(1);
    await expect.poll(outcome).toMatch(/They take 2 dimensions/);
    expect(await panel.isDisabled('design-add')).toBe(true);
    expect(await panel.overflow()).toBe(0);
    // The pointer rests on no button, whose colour it would change.
    await panel.page.mouse.move(0, 0);
    expect(await panel.violations()).toEqual([]);
    expect(await panel.colors('design-nearest')).toBeGreaterThan(30);
    expect(panel.faults).toEqual([]);
  },
);
