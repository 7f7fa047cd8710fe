/** Comments that silence findings: which lines they speak of in each syntax, and what is said of wrong ones. */
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../src/language/finding';
import { suppressionsIn, withoutSilenced } from '../../../src/language/rules/suppressions';
import { expectFindings, readCarets } from '../../support/carets';

const lines = (...parts: string[]) => parts.join('\n');

/** Whether a finding of the rule that begins at `HERE` is silenced. */
function isSilenced(path: string, text: string, rule: RuleId = 'radius'): boolean {
  const start = text.indexOf('HERE');
  expect(start).toBeGreaterThanOrEqual(0);
  const finding = { rule, severity: 'warning', message: '', span: { start, end: start + 4 } } as const;
  return withoutSilenced([finding], suppressionsIn({ path, text }).suppressions).length === 0;
}

describe('a comment', () => {
  it.each([
    ['on the line', 'a.py', 'x = HERE()  # objective-lens: ignore', true],
    ['on the line above', 'a.py', lines('# objective-lens: ignore', 'x = HERE()'), true],
    ['indented above', 'a.py', lines('if a:', '    # objective-lens: ignore', '    x = HERE()'), true],
    ['above other comments', 'a.py', lines('# objective-lens: ignore', '# why', 'x = HERE()'), true],
    ['two lines above', 'a.py', lines('# objective-lens: ignore', 'y = 1', 'x = HERE()'), false],
    ['above an empty line', 'a.py', lines('# objective-lens: ignore', '', 'x = HERE()'), false],
    ['behind the line above', 'a.py', lines('y = 1  # objective-lens: ignore', 'x = HERE()'), false],
    ['below', 'a.py', lines('x = HERE()', '# objective-lens: ignore'), false],
    ['with a reason', 'a.py', 'HERE()  # objective-lens: ignore, as in the paper', true],
    ['behind another comment', 'a.py', 'HERE()  # noqa: E501 # objective-lens: ignore', true],
    ['without a blank', 'a.py', 'HERE()  #objective-lens:ignore', true],
    ['for the rule', 'a.py', 'HERE()  # objective-lens: ignore[radius]', true],
    ['for several rules', 'a.py', 'HERE()  # objective-lens: ignore[dimension, radius] known', true],
    ['for another rule', 'a.py', 'HERE()  # objective-lens: ignore[dimension]', false],
    ['for no rule', 'a.py', 'HERE()  # objective-lens: ignore[]', false],
    ['for an unclosed list', 'a.py', 'HERE()  # objective-lens: ignore[radius', false],
    ['of another word', 'a.py', 'HERE()  # objective-lens: ignored', false],
    ['in a string', 'a.py', 'HERE("# objective-lens: ignore")', false],
    ['in a docstring', 'a.py', lines('"""', '# objective-lens: ignore', '"""; HERE()'), false],
    ['behind a string with a quote', 'a.py', `HERE("it's", 'a"')  # objective-lens: ignore`, true],
    ['with Windows line ends', 'a.py', '# objective-lens: ignore\r\nx = HERE()\r\n', true],
    ['behind a byte order mark', 'a.py', '\uFEFF# objective-lens: ignore\nx = HERE()\n', true],
    ['on the line of YAML', 'a.objective.yaml', 'objective: HERE # objective-lens: ignore', true],
    [
      'above in a YAML map',
      'a.objective.yaml',
      lines('objectives:', '  # objective-lens: ignore', '  HERE:'),
      true,
    ],
    ['above a command', 'a.sh', lines('# objective-lens: ignore', 'python a.py --temp HERE'), true],
    [
      'above a command of several lines',
      'a.sh',
      lines('# objective-lens: ignore', 'python a.py \\', '  --lr 1 \\', '  --temp HERE'),
      true,
    ],
    [
      'behind a command of several lines',
      'a.sh',
      lines('python a.py \\', '  --temp HERE \\', '  --lr 1  # objective-lens: ignore'),
      true,
    ],
    ['above another command', 'a.sh', lines('# objective-lens: ignore', 'ls', 'python HERE'), false],
    ['in a word of a shell', 'a.sh', 'python HERE a#objective-lens:ignore', false],
    [
      'in fenced code',
      'a.md',
      lines('```', '# objective-lens: ignore', 'python a.py \\', '  --temp HERE', '```'),
      true,
    ],
    ['in fenced Python', 'a.md', lines('```python', 'HERE()  # objective-lens: ignore', '```'), true],
    ['in prose', 'a.md', lines('# objective-lens: ignore', '```', 'python HERE', '```'), false],
    ['inside a plain scalar', 'a.objective.yaml', "objective: HERE don't#objective-lens: ignore", false],
    ['in a quoted scalar', 'a.yml', "a: 'x # objective-lens: ignore HERE'", false],
    ['behind an apostrophe', 'a.yml', "a: don't HERE # objective-lens: ignore", true],
    ['in a block scalar', 'a.yml', lines('a: |', '  # objective-lens: ignore', '  HERE'), false],
    ['of TOML', 'a.objective.toml', 'objective = "HERE"  # objective-lens: ignore', true],
    ['in a TOML string', 'a.objective.toml', 'objective = "HERE # objective-lens: ignore"', false],
    ['of JSON with comments', 'a.objective.json', '{ "objective": "HERE" } // objective-lens: ignore', true],
    ['in a JSON string', 'a.objective.json', '{ "objective": "HERE // objective-lens: ignore" }', false],
    ['in a file of no known syntax', 'a.txt', 'HERE # objective-lens: ignore', false],
  ] as const)('%s', (_, path, text, silenced) => {
    expect(isSilenced(path, text)).toBe(silenced);
  });

  it.each([0, 1])('in a notebook on the disk, indented by %i, speaks of lines of its cell', (indent) => {
    const notebook = (...cells: string[]) =>
      JSON.stringify(
        { cells: cells.map((cell) => ({ cell_type: 'code', source: cell.split(/(?<=\n)/) })) },
        null,
        indent,
      );
    const silent = notebook('import x\n', '# objective-lens: ignore[radius]\ncriterion = HERE()\n');
    expect(isSilenced('a.ipynb', silent)).toBe(true);
    expect(isSilenced('a.ipynb', silent, 'dimension')).toBe(false);
    expect(isSilenced('a.ipynb', notebook('# objective-lens: ignore\ny = 1\nHERE()'))).toBe(false);
  });

  it('in an open notebook ends with its cell', () => {
    const text = lines('y = 1', '# objective-lens: ignore', 'x = HERE()', '');
    const start = text.indexOf('HERE');
    const finding = {
      rule: 'radius',
      severity: 'warning',
      message: '',
      span: { start, end: start },
    } as const;
    const silencedWith = (cells: { start: number; end: number }[]) =>
      withoutSilenced([finding], suppressionsIn({ path: 'a.ipynb', text, cells }).suppressions).length === 0;
    const cellEnd = text.indexOf('\nx = ');
    expect(silencedWith([{ start: 0, end: text.length - 1 }])).toBe(true);
    expect(
      silencedWith([
        { start: 0, end: cellEnd },
        { start: cellEnd + 1, end: text.length - 1 },
      ]),
    ).toBe(false);
  });
});

describe('what is wrong with a comment', () => {
  it.each([
    [
      'an unknown rule',
      lines(
        '# objective-lens: ignore[radius, dimensions]',
        '                                 ^^^^^^^^^^ unknown-argument: Did you mean `dimension`?',
      ),
    ],
    [
      'a rule that is like none',
      lines(
        '# objective-lens: ignore[E501]',
        '                         ^^^^ unknown-argument: The rules are zero-weight, unbounded',
      ),
    ],
    [
      'another word',
      lines(
        'x = 1  # objective-lens: ignor it',
        '                         ^^^^^ unknown-argument: has no effect',
      ),
    ],
    [
      'a list that is not closed',
      lines(
        '# objective-lens: ignore[radius',
        '                  ^^^^^^^^^^^^^ unknown-argument: has no effect',
      ),
    ],
    ['nothing, where a loss is described', '# objective-lens: {objective: supcon, temperature: tau}'],
    ['nothing, where the project file is named', '# objective-lens.yaml: see there'],
  ])('is told: %s', (_, marked) => {
    const { text, marks } = readCarets(marked);
    const { findings } = suppressionsIn({ path: 'a.py', text });
    expectFindings(text, findings, marks);
    expect(findings.every(({ severity }) => severity === 'information')).toBe(true);
  });

  it('is mended by the rule that was meant', () => {
    const text = 'HERE()  # objective-lens: ignore[radus]';
    const [{ fix }] = suppressionsIn({ path: 'a.py', text }).findings;
    expect(fix).toMatchObject({ title: 'Write radius', newText: 'radius' });
    expect(text.slice(fix?.span.start, fix?.span.end)).toBe('radus');
  });
});
