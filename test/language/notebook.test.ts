/** Notebooks are one program; what is found stands in the right cell, of an open notebook and in a file's JSON. */
import { describe, expect, it } from 'vitest';
import { EMPTY_PROJECT } from '../../src/language/project';
import { read, reader } from '../support/pythonReader';

const CELLS = [
  '%pip install lightly\nfrom lightly.loss import NTXentLoss as Loss\n',
  '!nvidia-smi\nTEMPERATURE = 0.25  # @param {type:"number"}\n',
  'print("🙂"); criterion = Loss(temperature=TEMPERATURE)\n# criterion = Loss()\ncriterion?',
];
const OUTPUT = { output_type: 'stream', text: ['NTXentLoss(temperature=-1)'] };

const toJson = (cells: readonly string[], indent: number) =>
  JSON.stringify(
    {
      cells: cells.map((cell) => ({
        cell_type: 'code',
        outputs: [OUTPUT],
        source: cell.split(/(?<=\n)/),
      })),
      metadata: { language_info: { name: 'python' } },
    },
    null,
    indent,
  );

function readOpen(cells: readonly string[]) {
  const text = cells.map((cell) => `${cell}\n`).join('');
  let start = 0;
  const spans = cells.map((cell) => {
    const span = { start, end: start + cell.length };
    start = span.end + 1;
    return span;
  });
  return {
    text,
    reading: reader.read({ uri: 'file:///o.ipynb', path: 'o.ipynb', text, cells: spans }, EMPTY_PROJECT),
  };
}

describe('notebooks', () => {
  it.each([0, 1])('finds the objective of a file, indented by %i, at its place in the JSON', (indent) => {
    const text = toJson(CELLS, indent);
    const { definitions, findings } = read('a/b.ipynb', text);
    expect(findings).toEqual([]);
    expect(definitions).toHaveLength(1);
    const [{ name, kind, dialect, span, headSpan, parameters }] = definitions;
    expect({ name, kind, dialect }).toEqual({ name: 'criterion', kind: 'info-nce', dialect: 'lightly' });
    expect(text.slice(span.start, span.end)).toBe('Loss(temperature=TEMPERATURE)');
    expect(text.slice(headSpan.start, headSpan.end)).toBe('Loss');
    expect(parameters.temperature).toMatchObject({ value: 0.25, origin: 'constant' });
    const at = parameters.temperature.span;
    expect(text.slice(at?.start, at?.end)).toBe('TEMPERATURE');
  });

  it('finds the same in the cells of an open notebook', () => {
    const { text, reading } = readOpen(CELLS);
    expect(reading.definitions).toMatchObject([{ name: 'criterion', kind: 'info-nce' }]);
    const [{ span, parameters }] = reading.definitions;
    expect(text.slice(span.start, span.end)).toBe('Loss(temperature=TEMPERATURE)');
    expect(parameters.temperature.value).toBe(0.25);
  });

  it('underlines what is wrong', () => {
    const cells = [CELLS[0], 'criterion = Loss(\n    temperature=-1)'];
    const text = toJson(cells, 1);
    const [inFile] = read('a.ipynb', text).findings;
    expect(text.slice(inFile.span.start, inFile.span.end)).toBe('-1');
    const open = readOpen(cells);
    const [inCell] = open.reading.findings;
    expect(open.text.slice(inCell.span.start, inCell.span.end)).toBe('-1');
  });

  it('tells the cell and the line of an error that hides a loss', () => {
    const cells = [CELLS[0], 'x = 1\n\n', 'y = 2\nif (:\n    c = ]Loss(0.1) SupConLoss(0.2'];
    const expected = /^A syntax error on line 3 of code cell 3 hides what \w+ is called with\.$/;
    expect(read('a.ipynb', toJson(cells, 1)).incompleteBecause).toMatch(expected);
    expect(readOpen(cells).reading.incompleteBecause).toMatch(expected);
  });

  it('reads nothing of a notebook without losses, and nothing of outputs', () => {
    expect(read('a.ipynb', toJson(['x = 1'], 1)).definitions).toEqual([]);
    expect(readOpen([]).reading.definitions).toEqual([]);
  });
});
