/** The panel's section about data in a plain browser: what a bound file holds, and what would hold for a guess. */
import { describe, expect, test } from 'vitest';
import { THEMES, type ThemeName } from '../webview/page/themes';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();
const themes = Object.keys(THEMES) as ThemeName[];

test.each(['bound-ages', 'guessed'])(
  '%s can be used by everybody in every theme, also in 320 pixels',
  async (fixture) => {
    await use.panel.open(fixture);
    await use.panel.page.setViewportSize({ width: 320, height: 800 });
    await use.panel.part('reasons-fold').click();
    await use.panel.part('data').waitFor();
    await expect.poll(() => use.panel.overflow()).toBe(0);
    for (const theme of themes) {
      await use.panel.page.evaluate((name) => window.changeTheme(name), theme);
      expect(await use.panel.violations(), theme).toEqual([]);
    }
    expect(use.panel.faults).toEqual([]);
  },
);

describe('a bound file', () => {
  test('tells its columns, where it was bound, and which rows were left out and why', async () => {
    await use.panel.open('bound-ages');
    expect(await use.panel.text('data-source')).toBe(
      'Columns age, score of data/participants.tsv, bound in objective-lens.yaml.',
    );
    expect(await use.panel.text('data-rows')).toBe(
      '95 rows were read, of which 71 are left out (not split = train: 64 rows; no value in age, score: 7 rows).',
    );
    expect(await use.panel.part('data-plot').count()).toBe(2);
    expect(await use.panel.part('bind-data').textContent()).toContain('Bind other data…');
    await use.panel.part('bind-data').click();
    expect(await use.panel.posted('bind-data')).toEqual([
      { type: 'bind-data', id: 'file:///workspace/train.py, by_age' },
    ]);
  });

  test('has bars that pointer and arrow keys read, and that mark their class in the picture', async () => {
    await use.panel.open('bound-counts');
    const plot = use.panel.part('data-plot');
    expect(await plot.locator('.data-bar').count()).toBe(7);
    await plot.press('End');
    await expect.poll(() => use.panel.text('data-readout')).toBe('df: 115 samples');
    await expect.poll(() => use.panel.text('scene-tooltip')).toContain('115 samples');
    await plot.press('Home');
    await expect.poll(() => use.panel.text('data-readout')).toBe('nv: 6 705 samples');
    await plot.locator('[data-bar="1"]').hover();
    await expect.poll(() => use.panel.text('data-readout')).toBe('mel: 1 113 samples');
    expect(await plot.locator('.data-bar.active').count()).toBe(1);
  });
});

describe('a guess', () => {
  test('is not used until it is tried, and is written down only on demand', async () => {
    await use.panel.open('guessed');
    expect(await use.panel.text('verdict')).toBe('Conditional');
    expect(await use.panel.text('data-lacking')).toContain('Not known: class sizes');
    expect(await use.panel.text('guess')).toContain('A guess, not used:');
    expect(await use.panel.text('guess-verdict')).toBe('Degenerate');
    await use.panel.part('guess-try').click();
    await expect.poll(() => use.panel.text('verdict')).toBe('Degenerate');
    expect((await use.panel.posted('ask')).map(({ name }) => name)).not.toContain('apply');
    await use.panel.part('guess-write').click();
    await expect
      .poll(async () => (await use.panel.posted('ask')).find(({ name }) => name === 'apply')?.ask)
      .toEqual({
        id: 'file:///workspace/train.py, guessed',
        changes: { classes: { 'long-tail': { classes: 4, max: 500, factor: 1 } } },
      });
    expect(await use.panel.text('guess-refusal')).toBe('');
  });

  test('keeps the keyboard where it was when the file is analysed again', async () => {
    await use.panel.open('guessed');
    await use.panel.part('guess-write').focus();
    const before = await use.panel.part('guess').elementHandle();
    await use.panel.page.evaluate(() => window.showFixture('guessed'));
    await expect.poll(() => before?.evaluate((card) => card.isConnected)).toBe(false);
    const focused = () =>
      use.panel.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.testid);
    expect(await focused()).toBe('guess-write');
  });

  test('does not draw its chart anew under a keyboard that reads it', async () => {
    await use.panel.open('bound-counts');
    await use.panel.part('data-plot').press('End');
    await use.panel.page.evaluate(() => window.showFixture('bound-counts'));
    await expect
      .poll(() =>
        use.panel.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.testid),
      )
      .toBe('data-plot');
    await use.panel.page.keyboard.press('End');
    await expect.poll(() => use.panel.text('data-readout')).toBe('df: 115 samples');
  });
});
