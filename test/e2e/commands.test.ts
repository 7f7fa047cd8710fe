/** Training commands in Markdown and shell scripts have lenses and findings, and follow the script that they run. */
import { beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../support/e2e/lineOf';
import { useSession } from '../support/e2e/session';

const session = useSession();
const WAIT = { timeout: 60_000, interval: 200 };

const SCRIPT = `import argparse
from pytorch_metric_learning.losses import SupConLoss

parser = argparse.ArgumentParser()
parser.add_argument("--temp", type=float, default=0.1)
args = parser.parse_args()
criterion = SupConLoss(temperature=args.temp)
`;
const README = `# Train

Training takes two commands, \`python tune.py --temp 0.5\` is none of them:

\`\`\`
python tune.py \\
  --temp -0.2
\`\`\`
`;
const SHELL = 'for seed in 1 2; do\n  python tune.py --temp 0.2 --seed $seed\ndone\n';

const lenses = () => session.workbench.editor.codeLensTexts();
const problemsOf = async (name: string) =>
  (await session.workbench.problems.read())
    .filter(({ file }) => file.startsWith(name))
    .map(({ rule, line }) => [rule, line]);

// Before the first search for a file, whose answer VS Code keeps for a while.
beforeAll(async () => {
  await session.workspace.write('tune.py', SCRIPT);
  await session.workspace.write('RUNS.md', README);
  await session.workspace.write('sweep.sh', SHELL);
});

describe('a command', () => {
  it('in a shell script has a lens', async () => {
    await session.workbench.openFile('sweep.sh', lineOf(SHELL, 'tune.py'));
    await expect.poll(lenses, WAIT).toEqual([expect.stringContaining('Show geometry')]);
  });

  it('in Markdown has its findings at its options', async () => {
    await session.workbench.problems.open();
    await session.workbench.openFile('RUNS.md', lineOf(README, '--temp -0.2'));
    await expect.poll(() => problemsOf('RUNS.md'), WAIT).toEqual([['invalid-value', 7]]);
  });

  it('follows the script', async () => {
    await session.workspace.write('tune.py', SCRIPT.replace('temperature=args.temp', 'temperature=0.3'));
    await expect.poll(() => problemsOf('RUNS.md'), WAIT).toEqual([]);
  });
});
