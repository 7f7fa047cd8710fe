/** The analysis of a whole workspace by command, and the way from a finding to the page of its rule. */
import { describe, expect, it } from 'vitest';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 90_000, interval: 250 };

describe('Analyze Workspace', () => {
  it('reports progress, and what it found', async () => {
    const { workbench } = session;
    await workbench.objectives.open();
    await workbench.runCommand('Objective Lens: Analyze Workspace');
    await workbench.notification('analyzing the workspace').waitFor();
    const summary = workbench.notification('objectives,');
    await summary.waitFor({ timeout: 90_000 });
    const text = (await summary.textContent()) ?? '';
    expect(text).toMatch(
      /analyzed \d+ files: 2\d objectives, \d+ inconsistent, 2\d findings in the Problems view/,
    );
    await summary.getByRole('button', { name: 'Show Problems' }).click();
    await (await workbench.problems.row('nothing is learned')).waitFor();
  });
});

describe('the code of a finding', () => {
  it('leads to the page of its rule', async () => {
    const { workbench } = session;
    await workbench.problems.open();
    await expect
      .poll(() => workbench.problems.read(), WAIT)
      .toContainEqual(expect.objectContaining({ rule: 'total-collapse' }));
    const link = await workbench.problems.ruleLink('nothing is learned');
    await link.click({ modifiers: ['ControlOrMeta'] });
    const heading = workbench.markdownPreview().getByRole('heading', { name: 'total-collapse' });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate(isAtTop), WAIT).toBe(true);
  });
});

/** The page is long, and opens with the rule's heading at the upper edge. */
function isAtTop(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight / 2;
}
