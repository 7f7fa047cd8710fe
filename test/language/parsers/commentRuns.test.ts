/** Very long runs of comment lines are blanked before the grammar sees them, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { withoutCommentRuns } from '../../../src/language/parsers/python/commentRuns';
import { EMPTY_PROJECT } from '../../../src/language/project';
import { reader } from '../../support/pythonReader';

const RUN = '    # it\'s """ a comment\n'.repeat(500);
const BLANK = RUN.replace(/[^\n]/g, ' ');

describe('a run of comment lines', () => {
  it.each([
    ['is blanked, at the same length', `x = 1\n${RUN}y = 2\n`, `x = 1\n${BLANK}y = 2\n`],
    ['is blanked at the end of a text too', `x = 1\n${RUN}# end`, `x = 1\n${BLANK}     `],
    ['stays when it is no longer than a licence', `x = 1\n${'# a\n'.repeat(300)}`, null],
    ['stays in a string', `x = '''\n${"# '\n".repeat(500)}'''\n`, null],
    [
      'leaves comments behind code alone',
      `${'# a\n'.repeat(500)}x = 1 # b\n`,
      `${'   \n'.repeat(500)}x = 1 # b\n`,
    ],
  ])('%s', (_, text, expected) => {
    expect(withoutCommentRuns(text)).toBe(expected ?? text);
  });

  it('hides no loss around it, and no comment of ours in it', () => {
    const text =
      'from lightly.loss import NTXentLoss\na = NTXentLoss(temperature=0.1)\n' +
      `${'# words\n'.repeat(600)}# objective-lens: { samples: 64 }\n${'# words\n'.repeat(600)}b = NTXentLoss(temperature=0.2)\n`;
    const { definitions } = reader.read({ uri: 'file:///a.py', path: 'a.py', text }, EMPTY_PROJECT);
    expect(definitions.map(({ name, parameters }) => [name, parameters.samples?.value ?? null])).toEqual([
      ['a', null],
      ['b', 64],
    ]);
  });
});
