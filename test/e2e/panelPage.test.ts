/**
 * The panel on fixture data in a plain browser, under the document and the policy that the extension uses: every state
 * renders without an error, in every theme, and everybody can use it.
 */
import { describe, expect, test } from 'vitest';
import { FIXTURES } from '../webview/page/fixtures';
import { THEMES, type ThemeName } from '../webview/page/themes';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

const themes = Object.keys(THEMES) as ThemeName[];

describe('every fixture', () => {
  test.each(FIXTURES)(
    '%s renders without an error, is accessible and fits in 320 pixels',
    async (fixture) => {
      await use.panel.open(fixture);
      expect(await use.panel.violations()).toEqual([]);
      await use.panel.page.setViewportSize({ width: 320, height: 800 });
      await use.panel.page.waitForTimeout(200);
      expect(await use.panel.overflow()).toBe(0);
      expect(use.panel.faults).toEqual([]);
    },
  );
});

describe('the verdict', () => {
  test('its word, its reasons, its numbers and the values it was made of', async () => {
    await use.panel.open('supcon-60-6-6');
    expect(await use.panel.text('objective-name')).toBe('SupCon 60-6-6');
    expect(await use.panel.text('verdict')).toBe('Degenerate');
    expect(await use.panel.text('facts')).toContain('4.4561 nats');
    expect(await use.panel.text('because')).toContain('weight 0');
    expect(await use.panel.text('parameters')).toContain('literal');
    await use.panel.part('go-to-source').click();
    expect(await use.panel.posted('reveal-source')).toEqual([
      { type: 'reveal-source', id: 'file:///workspace/SupCon 60-6-6' },
    ]);
  });

  test('what to change, with what it gives and what it takes', async () => {
    await use.panel.open('supcon-60-6-6');
    const entries = use.panel.part('remedies').locator('li');
    expect(await entries.count()).toBe(2);
    const first = (await entries.first().textContent()) ?? '';
    expect(first).toContain('Use Soft SupCon with weight 0.0498 across classes');
    expect(first).toContain('gap 0.0738 → 0 nats · 3 dimensions');
    await use.panel.open('soft-realizable');
    expect(await use.panel.part('remedies').count()).toBe(0);
  });

  test('markup in names stays text', async () => {
    await use.panel.open('hostile-names');
    expect(await use.panel.text('objective-name')).toBe('<img src=x onerror=alert(1)>');
    expect(await use.panel.page.locator('main img, main script').count()).toBe(0);
  });

  test('a stale analysis says so, and why', async () => {
    await use.panel.open('stale');
    expect(await use.panel.text('stale-notice')).toContain('a list is not closed');
  });

  test('while another analysis runs the last one stays', async () => {
    await use.panel.open('analyzing');
    expect(await use.panel.text('analyzing-notice')).toBe('Analysing CIFAR-100-LT…');
    expect(await use.panel.text('objective-name')).toBe('SupCon 60-6-6');
  });

  test('a message of another version is a sentence, and the last good view stays', async () => {
    await use.panel.open('malformed');
    expect(await use.panel.text('problem-notice')).toContain('view.summary');
    expect(await use.panel.text('objective-name')).toBe('SupCon 60-6-6');
    expect(await use.panel.posted('problem')).toHaveLength(1);
  });

  test.each(['conditional', 'unknown-temperature', 'no-labels'])(
    '%s says why nothing is drawn and trained',
    async (fixture) => {
      await use.panel.open(fixture);
      expect((await use.panel.text('geometry-empty')).length).toBeGreaterThan(40);
      expect((await use.panel.text('training-empty')).length).toBeGreaterThan(60);
      expect(await use.panel.part('training-start').isVisible()).toBe(false);
    },
  );
});

describe('themes', () => {
  test.each(themes)('%s is accessible after a run, with the pointer over a button', async (theme) => {
    await use.panel.open('supcon-60-6-6', theme);
    await use.panel.fill('training-steps', '20');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('ended');
    await use.panel.part('training-reset').hover();
    expect(await use.panel.violations()).toEqual([]);
  });

  test('a change of theme is followed at once', async () => {
    await use.panel.open('supcon-60-6-6', 'dark');
    const before = await use.panel.part('matrix-attainable').screenshot();
    const scene = await use.panel.part('geometry-canvas').screenshot();
    await use.panel.page.evaluate(() => window.changeTheme('light'));
    await use.panel.page.waitForTimeout(300);
    expect((await use.panel.part('matrix-attainable').screenshot()).equals(before)).toBe(false);
    expect((await use.panel.part('geometry-canvas').screenshot()).equals(scene)).toBe(false);
    expect(use.panel.faults).toEqual([]);
  });
});
