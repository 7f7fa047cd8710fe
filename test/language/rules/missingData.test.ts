/** What the finding about missing data asks for, which has to be what then helps. */
import { describe, expect, it } from 'vitest';
import { analyzedText } from '../../support/analyzedText';

const CALL = 'criterion = NTXentLoss(temperature=0.1)\n';
const IMPORT = 'from lightly.loss import NTXentLoss\n';

describe('a loss that contrasts samples of which nobody said how many there are', () => {
  it('asks for a comment, or for the data that they come from', async () => {
    const { findings } = await analyzedText('train.py', IMPORT + CALL);
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-data']);
    expect(findings[0].message).toContain('# objective-lens: { samples: 50000 }');
    expect(findings[0].message).toContain('classes: { file: train.csv, column: label }');
  });

  it.each([
    ['the comment', `${IMPORT}# objective-lens: { samples: 50000 }\n${CALL}`, {}],
    [
      'the binding',
      IMPORT + CALL,
      {
        project: 'data: [{ objectives: "**", classes: { file: train.csv, column: label } }]',
        files: { 'train.csv': 'label\ncat\ndog\ncat\n' },
      },
    ],
  ])('has a verdict with %s', async (_, text, workspace) => {
    const { findings, objectives } = await analyzedText('train.py', text, workspace);
    expect(findings.map(({ rule }) => rule)).not.toContain('missing-data');
    expect(objectives[0].analysis.verdict).toBe('degenerate');
  });
});
