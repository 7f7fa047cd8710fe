/** Other values, tried by pointer and keys on the page: verdict, picture and thresholds follow, and the file comes back. */
import { expect, test } from 'vitest';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

const settled = async () => {
  await use.panel.page.locator('[data-testid="what-if"][data-pending="false"]').waitFor();
};
const verdict = async () => {
  await settled();
  return `${await use.panel.text('verdict')} · ${await use.panel.text('headline')}`;
};

test('a slider below τ* makes the objective realizable, and Reset shows the file again', async () => {
  const { panel } = use;
  await panel.open('radius');
  expect(await verdict()).toMatch(/Inconsistent/);
  await panel.part('what-if-temperature-slider').fill('200');
  await expect.poll(verdict).toMatch(/Realizable/);
  await expect.poll(() => panel.part('what-if-temperature').locator('input').inputValue()).toBe('0.141');
  expect(await panel.text('what-if-temperature-back')).toBe('file: 0.5');
  await panel.part('what-if-reset').click();
  await expect.poll(verdict).toMatch(/Inconsistent/);
  expect(panel.faults).toEqual([]);
});

test('a threshold on the slider is where the verdict turns', async () => {
  const { panel } = use;
  await panel.open('radius');
  await panel.page.getByRole('button', { name: /Up to τ\* = 0\.445/ }).click();
  await expect.poll(verdict).toMatch(/Realizable/);
  await panel.fill('what-if-temperature', '0.446');
  await expect.poll(verdict).toMatch(/Inconsistent/);
});

test('a threshold and a remedy that are pressed by the keyboard keep the focus while all is shown anew', async () => {
  const { panel } = use;
  const focused = () =>
    panel.page.evaluate(() => {
      const { activeElement } = document;
      return (
        activeElement?.getAttribute('aria-label') ?? (activeElement as HTMLElement | null)?.dataset.testid
      );
    });
  await panel.open('radius');
  await panel.page.getByRole('button', { name: /Up to τ\* = 0\.445/ }).press('Enter');
  await expect.poll(verdict).toMatch(/Realizable/);
  await settled();
  expect(await focused()).toMatch(/Up to τ\* = 0\.445/);
  await panel.part('what-if-reset').click();
  await expect.poll(verdict).toMatch(/Inconsistent/);
  const remedy = panel.part('remedies').locator('[data-testid^=try-]').first();
  await remedy.press('Enter');
  await expect.poll(verdict).toMatch(/Realizable/);
  await settled();
  expect(await panel.page.evaluate(() => document.activeElement?.closest('.reasons') !== null)).toBe(true);
});

test('the keyboard moves a slider', async () => {
  const { panel } = use;
  await panel.open('supcon-60-6-6');
  const slider = panel.part('what-if-temperature-slider');
  await slider.focus();
  const before = await slider.getAttribute('aria-valuetext');
  for (let press = 0; press < 5; press++) await panel.page.keyboard.press('ArrowRight');
  await settled();
  expect(Number(await slider.getAttribute('aria-valuetext'))).toBeGreaterThan(Number(before));
});

test('equal classes, bent by the imbalance, are the regular simplex', async () => {
  const { panel } = use;
  await panel.open('supcon-60-6-6');
  await panel.part('what-if-imbalance-slider').fill('0');
  await expect.poll(() => panel.part('what-if-classes').locator('input').inputValue()).toBe('60, 60, 60');
  await settled();
  expect(await panel.text('because')).toContain('−0.50');
});

test.each<[string, string, RegExp]>([
  ['what-if-temperature', 'NaN', /Enter a number above 0/],
  ['what-if-temperature', '-1', /Enter a number above 0/],
  ['what-if-classes', '60, many', /at least two whole numbers/],
])('%s says what is wrong with %j, and nothing else changes', async (field, text, problem) => {
  const { panel } = use;
  await panel.open('supcon-60-6-6');
  const before = await verdict();
  await panel.fill(field, text);
  expect(await panel.text(`${field}-problem`)).toMatch(problem);
  expect(await verdict()).toBe(before);
  expect(await panel.posted('ask')).toEqual([]);
});

test('a remedy is tried with one click, and leads to what it promised', async () => {
  const { panel } = use;
  await panel.open('radius');
  await panel.part('try-raise-across').click();
  await expect.poll(verdict).toMatch(/Realizable/);
  await expect.poll(() => panel.part('what-if-across').locator('input').inputValue()).toBe('0.0695');
});

test('what was tried is there again after the page was loaded again', async () => {
  const { panel } = use;
  await panel.open('radius');
  await panel.fill('what-if-temperature', '0.2');
  await expect.poll(verdict).toMatch(/Realizable/);
  await panel.open('radius');
  await expect.poll(verdict).toMatch(/Realizable/);
});
