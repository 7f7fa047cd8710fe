/** The panel's pictures in a plain browser: pointer, keyboard, a browser without WebGL, and no work without a change. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PanelDriver, type PanelRig, startPanelRig } from '../webview/page/panelDriver';

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

describe('the geometry', () => {
  test('where the optimum lies at infinity there is none, but the loss can still be watched', async () => {
    await panel.open('unbounded');
    expect(await panel.text('geometry-empty')).toContain('never reached');
    await panel.fill('training-steps', '50');
    await panel.part('training-start').click();
    await panel.waitForPhase('ended');
    expect(await panel.text('training-result')).toContain('more steps bring it nearer');
    expect(panel.faults).toEqual([]);
  });

  test('hovering a cell marks its pair in the picture and reads both matrices', async () => {
    await panel.open('supcon-60-6-6');
    expect(await panel.colors('geometry-canvas')).toBeGreaterThan(100);
    await panel.part('matrix-attainable').hover({ position: { x: 100, y: 40 } });
    expect(await panel.text('matrix-readout')).toBe('class 0 with itself: asked for 1.000, predicted 1.000');
    await panel.part('matrix-attainable').press('ArrowRight');
    expect(await panel.text('matrix-readout')).toBe('class 0 with class 1: asked for −∞, predicted −0.705');
    await expect.poll(() => panel.text('scene-tooltip')).toContain('similarity −0.705');
  });

  test('the keyboard turns, zooms, resets and goes from point to point', async () => {
    await panel.open('minority-collapse');
    const canvas = panel.part('geometry-canvas');
    const before = await canvas.screenshot();
    await canvas.press('n');
    await expect.poll(() => panel.text('scene-tooltip')).toContain('class 0');
    await expect.poll(() => panel.text('scene-tooltip')).toContain('100 samples');
    await canvas.press('Escape');
    await panel.part('scene-tooltip').waitFor({ state: 'hidden' });
    for (const key of ['ArrowLeft', 'ArrowUp', '+']) await canvas.press(key);
    await panel.page.waitForTimeout(200);
    expect((await canvas.screenshot()).equals(before)).toBe(false);
    await canvas.press('0');
    await canvas.blur();
    await panel.page.waitForTimeout(200);
    expect((await canvas.screenshot()).equals(before)).toBe(true);
  });

  test('it draws nothing while nothing changes', async () => {
    await panel.page.addInitScript(() => {
      const counter = { frames: 0 };
      Object.assign(window, { counter });
      const request = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) => {
        counter.frames += 1;
        return request(callback);
      };
    });
    await panel.open('supcon-60-6-6');
    await panel.page.waitForTimeout(500);
    const frames = () =>
      panel.page.evaluate(() => (window as unknown as { counter: { frames: number } }).counter.frames);
    const before = await frames();
    await panel.page.waitForTimeout(700);
    expect(await frames()).toBe(before);
  });

  test('without WebGL it says so, and the matrix still shows', async () => {
    await panel.page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        type: string,
        ...rest: unknown[]
      ) {
        return type.startsWith('webgl') ? null : Reflect.apply(original, this, [type, ...rest]);
      } as typeof original;
    });
    await panel.open('supcon-60-6-6');
    expect(await panel.text('scene-problem')).toContain('no working WebGL');
    expect(await panel.colors('matrix-attainable')).toBeGreaterThan(3);
    expect(await panel.posted('problem')).toHaveLength(1);
  });
});
