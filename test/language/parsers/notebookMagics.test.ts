/** IPython's commands vanish from a cell, and every other character keeps its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankMagics } from '../../../src/language/parsers/notebookMagics';

const gap = (text: string) => ' '.repeat(text.length);

describe('magics', () => {
  it.each([
    { name: 'line magic', cell: '%matplotlib inline\nx = 1', python: `${gap('%matplotlib inline')}\nx = 1` },
    {
      name: 'shell',
      cell: '  !pip install lightly\nx = 1',
      python: `${gap('  !pip install lightly')}\nx = 1`,
    },
    {
      name: 'shell over two lines',
      cell: '!python -m train \\\n  --temp 0.1\nx = 1',
      python: `${gap('!python -m train \\')}\n${gap('  --temp 0.1')}\nx = 1`,
    },
    {
      name: 'help',
      cell: 'NTXentLoss??\n?SupConLoss\nx',
      python: `${gap('NTXentLoss??')}\n${gap('?SupConLoss')}\nx`,
    },
    { name: 'timed cell', cell: '%%time\nx = 1', python: `${gap('%%time')}\nx = 1` },
    { name: 'another language', cell: '%%bash\nx=1', python: `${gap('%%bash')}\n${gap('x=1')}` },
    {
      name: 'a file',
      cell: '%%writefile a.py\nSupConLoss(1)',
      python: `${gap('%%writefile a.py')}\n${gap('SupConLoss(1)')}`,
    },
    { name: 'assigned', cell: 'a = !ls *.py\nb = %pwd', python: 'a = _       \nb = _   ' },
    { name: 'windows', cell: '%cd x\r\ny = 1\r\n', python: `${gap('%cd x')}\r\ny = 1\r\n` },
  ])('$name', ({ cell, python }) => {
    expect(blankMagics(cell)).toBe(python);
  });

  it.each([
    'x = ("a %s"\n     % y)\nz = [1,\n!2]',
    'text = """\n%not a magic\n!nor this\n"""\n',
    "text = '''a ' \"\n!x'''",
    'x = a \\\n  % b',
    'x = 3 % 2  # really?\nok = a != b',
    'TEMPERATURE = 0.5  # @param {type:"number"}',
    "s = 'why?'\n",
    '# is this temperature right?\nx = 1',
  ])('leaves %j as it is', (cell) => {
    expect(blankMagics(cell)).toBe(cell);
  });

  it('keeps length and line ends, whatever stands in a cell', () => {
    const pieces = fc.constantFrom(
      '%',
      '!',
      '?',
      'a',
      ' ',
      '\n',
      '\r\n',
      '"',
      "'''",
      '(',
      ')',
      '=',
      '\\',
      '#',
      '%%x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const cell = parts.join('');
        const python = blankMagics(cell);
        expect(python.length).toBe(cell.length);
        for (const [i, character] of [...python].entries())
          expect(character === ' ' || character === '_' || character === cell[i]).toBe(true);
        expect(python.split('\n').length).toBe(cell.split('\n').length);
      }),
      { seed: 21, numRuns: 3000 },
    );
  });
});
