/** A repository with Python that is read from its README: the training command there has its lens without any other file open. */
import { describe, expect, it } from 'vitest';
import { lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const WAIT = { timeout: 90_000, interval: 200 };
const README = '# Lesions\n\nTrain with:\n\n```bash\npython tools/pretrain.py --temp 0.2\n```\n';
const SCRIPT = `import argparse
from pytorch_metric_learning.losses import SupConLoss

parser = argparse.ArgumentParser()
parser.add_argument("--temp", type=float, default=0.1)
args = parser.parse_args()
criterion = SupConLoss(temperature=args.temp)
`;

const session = useSession({ 'README.md': README, 'tools/pretrain.py': SCRIPT });

describe('a README that is the only open file', () => {
  it('shows a lens at its training command', async () => {
    const { workbench } = session;
    await workbench.openFile('README.md', lineOf(README, 'python tools'));
    await expect
      .poll(() => workbench.editor.codeLensTexts(), WAIT)
      .toEqual([expect.stringContaining('Show geometry')]);
  });

  it('leads from the lens to the geometry, with the temperature of the command', async () => {
    const { workbench } = session;
    await workbench.editor.showGeometry('Show geometry');
    await workbench.panel.part('what-if-fold').waitFor();
    await workbench.panel.unfold('what-if-fold');
    await expect
      .poll(() => workbench.panel.part('what-if-temperature').locator('input').inputValue(), WAIT)
      .toBe('0.2');
    await workbench.screenshot('readme-geometry');
  });
});
