/**
 * The panel on fixture data in a plain browser, under the document and the policy that the extension uses: every state
 * renders without an error, in every theme, and everybody can use it.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FIXTURES } from '../webview/page/fixtures';
import { PanelDriver, type PanelRig, startPanelRig } from '../webview/page/panelDriver';
import { THEMES, type ThemeName } from '../webview/page/themes';

let rig: PanelRig;
let panel: PanelDriver;

beforeAll(async () => {
  rig = await startPanelRig();
});

afterAll(() => rig?.close());

beforeEach(async () => {
  panel = await PanelDriver.create(rig);
});

afterEach(() => panel.page.close());

const themes = Object.keys(THEMES) as ThemeName[];

describe('every fixture', () => {
  test.each(FIXTURES)(
    '%s renders without an error, is accessible and fits in 320 pixels',
    async (fixture) => {
      await panel.open(fixture);
      expect(await panel.violations()).toEqual([]);
      await panel.page.setViewportSize({ width: 320, height: 800 });
      await panel.page.waitForTimeout(200);
      expect(await panel.overflow()).toBe(0);
      expect(panel.faults).toEqual([]);
    },
  );
});

describe('the verdict', () => {
  test('its word, its reasons, its numbers and the values it was made of', async () => {
    await panel.open('supcon-60-6-6');
    expect(await panel.text('objective-name')).toBe('SupCon 60-6-6');
    expect(await panel.text('verdict')).toBe('Degenerate');
    expect(await panel.text('facts')).toContain('4.4561 nats');
    expect(await panel.text('because')).toContain('weight 0');
    expect(await panel.text('parameters')).toContain('literal');
    await panel.part('go-to-source').click();
    expect(await panel.posted('reveal-source')).toEqual([
      { type: 'reveal-source', id: 'file:///workspace/SupCon 60-6-6' },
    ]);
  });

  test('markup in names stays text', async () => {
    await panel.open('hostile-names');
    expect(await panel.text('objective-name')).toBe('<img src=x onerror=alert(1)>');
    expect(await panel.page.locator('main img, main script').count()).toBe(0);
  });

  test('a stale analysis says so, and why', async () => {
    await panel.open('stale');
    expect(await panel.text('stale-notice')).toContain('a list is not closed');
  });

  test('while another analysis runs the last one stays', async () => {
    await panel.open('analyzing');
    expect(await panel.text('analyzing-notice')).toBe('Analysing CIFAR-100-LT…');
    expect(await panel.text('objective-name')).toBe('SupCon 60-6-6');
  });

  test('a message of another version is a sentence, and the last good view stays', async () => {
    await panel.open('malformed');
    expect(await panel.text('problem-notice')).toContain('view.summary');
    expect(await panel.text('objective-name')).toBe('SupCon 60-6-6');
    expect(await panel.posted('problem')).toHaveLength(1);
  });

  test.each(['conditional', 'unknown-temperature', 'no-labels'])(
    '%s says why nothing is drawn and trained',
    async (fixture) => {
      await panel.open(fixture);
      expect((await panel.text('geometry-empty')).length).toBeGreaterThan(40);
      expect((await panel.text('training-empty')).length).toBeGreaterThan(60);
      expect(await panel.part('training-start').isVisible()).toBe(false);
    },
  );
});

describe('themes', () => {
  test.each(themes)('%s is accessible after a run', async (theme) => {
    await panel.open('supcon-60-6-6', theme);
    await panel.fill('training-steps', '20');
    await panel.part('training-start').click();
    await panel.waitForPhase('ended');
    expect(await panel.violations()).toEqual([]);
  });

  test('a change of theme is followed at once', async () => {
    await panel.open('supcon-60-6-6', 'dark');
    const before = await panel.part('matrix-attainable').screenshot();
    const scene = await panel.part('geometry-canvas').screenshot();
    await panel.page.evaluate(() => window.changeTheme('light'));
    await panel.page.waitForTimeout(300);
    expect((await panel.part('matrix-attainable').screenshot()).equals(before)).toBe(false);
    expect((await panel.part('geometry-canvas').screenshot()).equals(scene)).toBe(false);
    expect(panel.faults).toEqual([]);
  });
});
