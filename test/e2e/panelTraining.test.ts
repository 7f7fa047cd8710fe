/** The training preview in a plain browser: it comes to the prediction, obeys its buttons, and tells how it ended. */
import { describe, expect, test } from 'vitest';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

/** The predicted minimum of SupCon on 60, 6 and 6 samples with two views at τ = 0.5. */
const SUPCON_MINIMUM = 4.456067449;

describe('the training preview', () => {
  test('comes to the predicted minimum, says how near, and tells the host', async () => {
    await use.panel.open('supcon-60-6-6');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('ended');
    const [end] = await use.panel.posted('training-ended');
    expect(end).toMatchObject({ steps: 600, id: 'file:///workspace/SupCon 60-6-6' });
    expect(Math.abs((end.loss as number) / SUPCON_MINIMUM - 1)).toBeLessThan(0.001);
    expect(end.excess).toBeCloseTo((end.loss as number) - SUPCON_MINIMUM, 6);
    expect(await use.panel.text('training-result')).toMatch(/^After 600 steps the loss is 4\.45\d\d/);
    expect(await use.panel.text('training-backend')).toMatch(/^Backend: (webgl|cpu)/);
    expect(
      await use.panel
        .part('scene-content')
        .locator('vscode-radio[value=training]')
        .getAttribute('aria-checked'),
    ).toBe('true');
    expect(use.panel.faults).toEqual([]);
  });

  test('a pause stops it, resuming goes on, a reset clears', async () => {
    await use.panel.open('supcon-60-6-6');
    await use.panel.fill('training-steps', '20000');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('running');
    await use.panel.part('training-pause').click();
    await use.panel.page.waitForTimeout(600);
    const paused = await use.panel.text('training-status');
    expect(paused).toMatch(/^Paused: step \d/);
    await use.panel.page.waitForTimeout(600);
    expect(await use.panel.text('training-status')).toBe(paused);
    await use.panel.part('training-pause').click();
    await expect
      .poll(() => use.panel.text('training-status'), { timeout: 20_000 })
      .not.toContain(paused.slice(8));
    await use.panel.part('training-reset').click();
    expect(await use.panel.phase()).toBe('idle');
    await use.panel.page.waitForTimeout(600);
    expect(await use.panel.text('training-status')).toBe('Not started.');
    expect(await use.panel.posted('training-ended')).toEqual([]);
  });

  test('one seed gives one run', async () => {
    const losses: unknown[] = [];
    for (const seed of ['5', '5', '6']) {
      await use.panel.open('supcon-60-6-6');
      await use.panel.fill('training-seed', seed);
      await use.panel.fill('training-steps', '10');
      await use.panel.part('training-start').click();
      await use.panel.waitForPhase('ended');
      losses.push((await use.panel.posted('training-ended'))[0].loss);
    }
    expect(losses[0]).toBe(losses[1]);
    expect(losses[2]).not.toBe(losses[0]);
  });

  test('a field that holds no number stops the start and says what it wants', async () => {
    await use.panel.open('supcon-60-6-6');
    await use.panel.fill('training-steps', '1e9');
    expect(await use.panel.text('training-steps-problem')).toBe('Enter a whole number from 1 to 20000.');
    expect(await use.panel.isDisabled('training-start')).toBe(true);
    await use.panel.fill('training-steps', '300');
    expect(await use.panel.text('training-steps-problem')).toBe('');
    expect(await use.panel.isDisabled('training-start')).toBe(false);
  });

  test('another objective ends the run of the last one', async () => {
    await use.panel.open('supcon-60-6-6');
    await use.panel.fill('training-steps', '20000');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('running');
    await use.panel.page.evaluate(() => window.showFixture('supcon-balanced'));
    await use.panel.part('objective-name').filter({ hasText: 'Three equal classes' }).waitFor();
    expect(await use.panel.phase()).toBe('idle');
  });
});
