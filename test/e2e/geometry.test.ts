/** From a click above an objective to its geometry, and to a training run that ends where the panel said. */
import { beforeAll, describe, expect, it } from 'vitest';
import { headLineOf, lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };
const panel = () => session.workbench.panel;

/** SupCon on 60, 6 and 6 samples at temperature 0.5, minimised with the published loss in double precision. */
const MINIMUM = 4.456067449;

describe('Show Geometry', () => {
  beforeAll(async () => {
    await session.workbench.openFile('head-and-tail.objective.yaml', 1);
    await session.workbench.editor.showGeometry('0.0738');
    await panel().waitFor('head-and-tail');
  });

  it('says the verdict in plain words', async () => {
    await expect.poll(() => panel().text('verdict')).toContain('Degenerate');
    expect(await panel().text('headline')).toContain('zero weights');
    expect(await panel().text('because')).toContain('All samples of a class collapse to one point');
    expect(await panel().text('facts')).toContain('4.4561');
  });

  it('draws the geometry, the similarities asked for and reached, and the eigenvalues', async () => {
    for (const picture of ['geometry-canvas', 'matrix-target', 'matrix-attainable', 'spectrum']) {
      await panel().part(picture).scrollIntoViewIfNeeded();
      await expect.poll(() => panel().colorCount(picture), WAIT).toBeGreaterThan(20);
    }
    // For those who do not see the picture there is a table with the same numbers.
    const table = await panel().text('matrix');
    for (const cosine of ['−0.70', '−0.01']) expect(table).toContain(cosine);
  });

  it('trains to the predicted minimum, and says on what', async () => {
    await panel().start({ seed: 7, steps: 600 });
    await expect.poll(() => panel().phase(), { timeout: 120_000, interval: 200 }).toBe('ended');
    const loss = Number(/loss ([\d.]+)/.exec(await panel().text('training-status'))?.[1]);
    expect(Math.abs(loss / MINIMUM - 1)).toBeLessThan(0.02);
    expect(await panel().text('training-backend')).toMatch(/^Backend: (webgl|wasm|cpu)\b/);
    expect(await panel().text('training-result')).toMatch(
      /After 600 steps the loss is 4\.4\d+.*predicted minimum/,
    );
  });

  it('pauses, goes on and starts over', async () => {
    // A hundred points take their time: a run of three would end while the test looks at it.
    const file = 'cifar100-long-tail.objective.yaml';
    const text = await session.workspace.read(file);
    await session.workbench.showGeometry(file, headLineOf(text, 'long-tail') + 1, 'long-tail');
    await panel().start({ seed: 7, steps: 20_000 });
    await expect.poll(() => panel().step(), WAIT).toBeGreaterThan(0);
    await panel().part('training-pause').click();
    await expect.poll(() => panel().phase(), WAIT).toBe('paused');
    const paused = await settledStep();
    expect(paused).toBeLessThan(20_000);
    await panel().part('training-pause').click();
    await expect.poll(() => panel().step(), WAIT).toBeGreaterThan(paused);
    await panel().part('training-reset').click();
    await expect.poll(() => panel().phase(), WAIT).toBe('idle');
    expect(await panel().text('training-status')).toBe('Not started.');
  });

  it('shows the objective at the cursor when called from the command palette', async () => {
    const text = await session.workspace.read('verdicts.objective.yaml');
    await session.workbench.openFile('verdicts.objective.yaml', headLineOf(text, 'radius') + 1, 5);
    await session.workbench.runCommand('Objective Lens: Show Geometry');
    await panel().waitFor('radius');
    await expect.poll(() => panel().text('verdict')).toContain('Inconsistent');
  });

  it('follows the text of the objective that it shows', async () => {
    const text = await session.workspace.read('verdicts.objective.yaml');
    const line =
      lineOf(text.slice(text.indexOf('  radius:')), 'temperature') + headLineOf(text, 'radius') - 1;
    await session.workbench.goTo(line, 1);
    await session.workbench.editor.replaceRestOfLine('    temperature: 0.2');
    await expect.poll(() => panel().text('verdict'), WAIT).toContain('Realizable');
  });

  it('leads back to the source', async () => {
    await session.workbench.goTo(1);
    await panel().part('go-to-source').click();
    const text = await session.workspace.read('verdicts.objective.yaml');
    await session.workbench.statusBarItem(`Ln ${headLineOf(text, 'radius')}, Col`).waitFor();
  });
});

/** A chunk of steps that was under way when the user paused still arrives; then the number stands still. */
async function settledStep(): Promise<number> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await panel().step();
        const stands = now === before;
        before = now;
        return stands;
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true);
  return before;
}
