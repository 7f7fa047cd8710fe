/** The panel's pictures in a plain browser: pointer, keyboard, and no work without a change. */
import { describe, expect, test } from 'vitest';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

describe('the geometry', () => {
  test('where the optimum lies at infinity there is none, but the loss can still be watched', async () => {
    await use.panel.open('unbounded');
    expect(await use.panel.text('geometry-empty')).toContain('never reached');
    await use.panel.fill('training-steps', '50');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('ended');
    expect(await use.panel.text('training-result')).toContain('more steps bring it nearer');
    expect(use.panel.faults).toEqual([]);
  });

  test('hovering a cell marks its pair in the picture and reads both matrices', async () => {
    await use.panel.open('supcon-60-6-6');
    expect(await use.panel.colors('geometry-canvas')).toBeGreaterThan(100);
    await use.panel.part('matrix-attainable').hover({ position: { x: 100, y: 40 } });
    expect(await use.panel.text('matrix-readout')).toBe(
      'class 0 with itself: asked for 1.000, predicted 1.000',
    );
    await use.panel.part('matrix-attainable').press('ArrowRight');
    expect(await use.panel.text('matrix-readout')).toBe(
      'class 0 with class 1: asked for −∞, predicted −0.705',
    );
    await expect.poll(() => use.panel.text('scene-tooltip')).toContain('similarity −0.705');
  });

  test('the keyboard turns, zooms, resets and goes from point to point', async () => {
    await use.panel.open('minority-collapse');
    const canvas = use.panel.part('geometry-canvas');
    const before = await canvas.screenshot();
    await canvas.press('n');
    await expect.poll(() => use.panel.text('scene-tooltip')).toContain('class 0');
    await expect.poll(() => use.panel.text('scene-tooltip')).toContain('100 samples');
    await canvas.press('Escape');
    await use.panel.part('scene-tooltip').waitFor({ state: 'hidden' });
    for (const key of ['ArrowLeft', 'ArrowUp', '+']) await canvas.press(key);
    await use.panel.page.waitForTimeout(200);
    expect((await canvas.screenshot()).equals(before)).toBe(false);
    await canvas.press('0');
    await canvas.blur();
    await use.panel.page.waitForTimeout(200);
    expect((await canvas.screenshot()).equals(before)).toBe(true);
  });

  test('it draws nothing while nothing changes', async () => {
    await use.panel.page.addInitScript(() => {
      const counter = { frames: 0 };
      Object.assign(window, { counter });
      const request = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) => {
        counter.frames += 1;
        return request(callback);
      };
    });
    await use.panel.open('supcon-60-6-6');
    await use.panel.page.waitForTimeout(500);
    const frames = () =>
      use.panel.page.evaluate(() => (window as unknown as { counter: { frames: number } }).counter.frames);
    const before = await frames();
    await use.panel.page.waitForTimeout(700);
    expect(await frames()).toBe(before);
  });
});
