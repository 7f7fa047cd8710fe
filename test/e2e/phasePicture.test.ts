/** The phase picture in a plain browser: computed in the background, read by pointer and keyboard, and gone to by both. */
import { describe, expect, test } from 'vitest';
import { nodePixel, phaseLayout } from '../../webview/view/phase/phaseLayout';
import type { ThemeName } from '../webview/page/themes';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

async function openPhase(fixture: string, theme: ThemeName = 'dark'): Promise<void> {
  await use.panel.open(fixture, theme);
  await use.panel.part('tab-phase').click();
}

/** Also of a page that is not shown. */
const settled = (status = 'done') =>
  use.panel.page
    .locator(`[data-testid=phase][data-status=${status}]`)
    .waitFor({ state: 'attached', timeout: 120_000 });

/** Pixels on the canvas of a place in shares of the plane. */
async function at(x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await use.panel.part('phase-canvas').boundingBox();
  const [left, top] = nodePixel(phaseLayout(box?.width ?? 0), { x: 96 * x, y: 96 * y });
  return { x: left, y: top };
}

describe('the phase picture', () => {
  test('tells where the verdict turns, reads points, and goes where it is clicked', async () => {
    await openPhase('radius');
    await settled();
    const told = await use.panel.text('phase-summary');
    expect(told).toContain(
      'At the present ε of 0.05: realizable below temperature 0.45, inconsistent above.',
    );
    expect(told).toContain('inconsistent below ε 0.07');
    expect(await use.panel.colors('phase-canvas')).toBeGreaterThan(100);
    expect(await use.panel.text('verdict')).toBe('Inconsistent');

    await use.panel.part('phase-canvas').hover({ position: await at(0.25, 0.75) });
    await expect
      .poll(() => use.panel.text('phase-readout'))
      .toMatch(/^temperature 0\.1\d+, ε 0\.1\d+: realizable/);
    await use.panel.part('phase-canvas').click({ position: await at(0.25, 0.75) });
    await expect.poll(() => use.panel.text('verdict')).toBe('Realizable');
    await expect.poll(() => use.panel.text('phase-legend')).toContain('in the file');
    expect(await use.panel.text('phase-summary')).toContain('At the present ε of 0.1');
    expect(use.panel.faults).toEqual([]);
  });

  test('is read and gone to with the keyboard alone', async () => {
    await openPhase('radius');
    await settled();
    const canvas = use.panel.part('phase-canvas');
    await canvas.press('Home');
    expect(await use.panel.text('phase-readout')).toMatch(
      /^temperature 0\.\d+, ε 0\.0\d+: inconsistent \(radius\), gap/,
    );
    for (let k = 0; k < 5; k++) await canvas.press('Shift+ArrowLeft');
    expect(await use.panel.text('phase-readout')).toContain('realizable, gap 0 nats');
    expect(await use.panel.text('verdict')).toBe('Inconsistent');
    await canvas.press('Enter');
    await expect.poll(() => use.panel.text('verdict')).toBe('Realizable');
    await canvas.press('Escape');
    expect(await use.panel.text('phase-readout')).toContain('Point at the plane');
  });

  test('has a second plane over the imbalance, which keeps the number of samples', async () => {
    await openPhase('radius');
    await use.panel.part('phase-plane').getByText('Imbalance × temperature').click();
    await settled();
    await use.panel.part('phase-canvas').click({ position: await at(0, 0.9) });
    await expect
      .poll(() => use.panel.posted('ask').then((all) => all.filter(({ name }) => name === 'what-if')))
      .toHaveLength(1);
    const [{ ask }] = (await use.panel.posted('ask')).filter(({ name }) => name === 'what-if');
    const { classes } = (ask as { changes: { classes: Record<string, number> | number[] } }).changes;
    const sizes = Object.values(classes);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(12);
    expect(sizes).toEqual([3, 3, 3, 3]);
  });

  test('is stopped and continued, and does nothing while another page is shown', async () => {
    use.panel.answersAfter = 300;
    await openPhase('soft-realizable');
    await use.panel.part('phase-cancel').click();
    await settled('cancelled');
    expect(await use.panel.text('phase-status')).toContain('Stopped');
    const asked = async () => (await use.panel.posted('ask')).length;
    const before = await asked();
    await use.panel.page.waitForTimeout(400);
    expect(await asked()).toBe(before);
    await use.panel.part('phase-continue').click();
    await settled('running');
    await use.panel.part('tab-geometry').click();
    await settled('paused');
    const paused = await asked();
    await use.panel.page.waitForTimeout(400);
    expect(await asked()).toBe(paused);
    await use.panel.part('tab-phase').click();
    // A host that takes its time is not asked for the finest steps.
    const ended = '[data-testid=phase]:is([data-status=done], [data-status=coarse])';
    await use.panel.page.locator(ended).waitFor({ state: 'attached', timeout: 120_000 });
    expect(await asked()).toBeGreaterThan(paused);
  });

  test('is there again after a reload, and drawn for an objective whose temperature nobody knows', async () => {
    await openPhase('conditional');
    await settled();
    expect(await use.panel.text('phase-summary')).toContain('At a temperature of');
    await use.panel.page.reload();
    await settled();
    expect(await use.panel.part('phase-canvas').isVisible()).toBe(true);
    await use.panel.part('phase-canvas').click({ position: await at(0.25, 0.75) });
    await expect.poll(() => use.panel.text('verdict')).toBe('Realizable');
    expect(use.panel.faults).toEqual([]);
  });

  test('says so where an objective has no plane', async () => {
    await openPhase('asymmetric');
    expect(await use.panel.text('phase-empty')).toContain('no two parameters');
    expect(await use.panel.part('phase-canvas').isVisible()).toBe(false);
  });

  test.each<ThemeName>(['dark', 'light', 'hc-dark', 'hc-light'])(
    'is drawn in the theme %s, accessible, and fits in 320 pixels',
    async (theme) => {
      await openPhase('two-classes', theme);
      await settled();
      expect(await use.panel.colors('phase-canvas')).toBeGreaterThan(50);
      expect(await use.panel.violations()).toEqual([]);
      await use.panel.page.setViewportSize({ width: 320, height: 800 });
      await use.panel.page.waitForTimeout(200);
      expect(await use.panel.overflow()).toBe(0);
      expect(use.panel.faults).toEqual([]);
    },
  );
});
