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
    expect(await use.panel.text('training-backend')).toBe(
      'Backend: cpu (plain JavaScript, quicker than WebGL for so few points)',
    );
    expect(
      await use.panel
        .part('scene-content')
        .locator('vscode-radio[value=training]')
        .getAttribute('aria-checked'),
    ).toBe('true');
    expect(use.panel.faults).toEqual([]);
  });

  test('a pause stops it, resuming goes on, a reset clears', async () => {
    // A hundred points take their time: a run of three would end while the test looks at it.
    await use.panel.open('long-tail');
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

  test('ends within 0.01 of every predicted cosine, and its file says so', async () => {
    await use.panel.open('supcon-60-6-6');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('ended');
    const run = await savedRun();
    expect(run.run).toMatchObject({ seed: 1, steps: 600, batch: null, encoder: 'table', optimizer: 'adam' });
    expect(run.losses).toHaveLength(600);
    expect(run.end.embeddings.map((row) => row.length)).toEqual([16, 16, 16]);
    expect(Math.abs(run.predicted.similarities[1][2] + 0.00679)).toBeLessThan(1e-3);
    expect(largestDifference(run)).toBeLessThan(0.01);
    expect(use.panel.faults).toEqual([]);
  });

  test('a small network and mini-batches by SGD end near the prediction', async () => {
    for (const choose of [
      async () => choice('training-encoder', 'mlp'),
      async () => {
        await choice('training-sees', 'mini');
        await use.panel.fill('training-batch', '36');
        await choice('training-optimizer', 'sgd');
      },
    ]) {
      await use.panel.open('supcon-60-6-6');
      await use.panel.part('training-more').locator('summary').click();
      await choose();
      await use.panel.part('training-start').click();
      await use.panel.waitForPhase('ended');
      expect(largestDifference(await savedRun())).toBeLessThan(0.1);
      const [end] = await use.panel.posted('training-ended');
      expect(Math.abs(end.excess as number)).toBeLessThan(0.005);
    }
  });

  test('says what mini-batches mean, and takes a rate that is one', async () => {
    await use.panel.open('supcon-60-6-6');
    await use.panel.part('training-more').locator('summary').click();
    expect(await use.panel.text('training-hint')).toContain('as the prediction does');
    await choice('training-sees', 'mini');
    expect(await use.panel.text('training-hint')).toContain('another objective');
    await use.panel.fill('training-rate', 'NaN');
    expect(await use.panel.text('training-rate-problem')).toContain('Enter a number');
    expect(await use.panel.isDisabled('training-start')).toBe(true);
    expect(await use.panel.violations()).toEqual([]);
  });

  test('a rate that is too large is told, and the next run goes on', async () => {
    await use.panel.open('unbounded');
    await use.panel.part('training-more').locator('summary').click();
    await use.panel.fill('training-rate', '100');
    await choice('training-optimizer', 'sgd');
    await choice('training-schedule', 'constant');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('failed');
    expect(await use.panel.text('training-status')).toContain('A learning rate below 100');
    await use.panel.fill('training-rate', '0.01');
    await use.panel.fill('training-steps', '20');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('ended');
  });

  test('a worker that cannot be loaded is told, and the next start tries again', async () => {
    await use.panel.page.route('**/trainingWorker.js', (route) => route.abort(), { times: 1 });
    await use.panel.open('supcon-60-6-6');
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('failed');
    expect(await use.panel.text('training-status')).toMatch(/^Stopped: .+/);
    await use.panel.part('training-start').click();
    await use.panel.waitForPhase('ended');
  });
});

interface SavedRun {
  readonly run: Readonly<Record<string, unknown>>;
  readonly losses: readonly number[];
  readonly predicted: { readonly similarities: readonly (readonly number[])[] };
  readonly end: {
    readonly embeddings: readonly (readonly number[])[];
    readonly similarities: readonly (readonly number[])[];
  };
}

async function savedRun(): Promise<SavedRun> {
  await use.panel.part('training-save-run').click();
  await expect.poll(() => use.panel.text('training-saved')).toContain('Saved as');
  const asked = await use.panel.posted('ask');
  const { ask } = asked.filter(({ name }) => name === 'save').at(-1) as {
    ask: { content: { text: string } };
  };
  return JSON.parse(ask.content.text) as SavedRun;
}

function largestDifference({ predicted, end }: SavedRun): number {
  const differences = predicted.similarities.flatMap((row, i) =>
    row.map((value, j) => Math.abs(value - end.similarities[i][j])),
  );
  return Math.max(...differences);
}

async function choice(testId: string, value: string): Promise<void> {
  await use.panel.part(testId).click();
  await use.panel.part(testId).locator(`vscode-option[value=${value}]`).click();
}
