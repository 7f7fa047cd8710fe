/** The code of a notebook is found in its JSON, character by character; what is no code of it is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotebookFile } from '../../../src/language/parsers/notebookFile';

const code = (source: unknown, more: object = {}) => ({ cell_type: 'code', source, outputs: [], ...more });
const texts = (notebook: unknown) =>
  readNotebookFile(JSON.stringify(notebook, null, 1)).map(({ text }) => text);

describe('notebook files', () => {
  it('gives the code cells in their order, from lists of lines and from single strings', () => {
    const cells = [
      { cell_type: 'markdown', source: ['SupConLoss(1)\n'] },
      code(['a = 1\n', 'b = "🙂"']),
      { cell_type: 'raw', source: 'x' },
      code('c = 2\n', { metadata: { tags: ['source'], nested: { source: 'no' } } }),
    ];
    expect(texts({ cells })).toEqual(['a = 1\nb = "🙂"', 'c = 2\n']);
  });

  it('never reads outputs, nor what only looks like a cell', () => {
    const outputs = [
      { output_type: 'stream', text: ['SupConLoss()'] },
      { data: { cells: [code('no')], source: 'no' } },
    ];
    expect(
      texts({ cells: [code('yes', { outputs })], metadata: { cells: [code('no')] }, source: 'no' }),
    ).toEqual(['yes']);
  });

  it('leaves notebooks and cells of other languages alone', () => {
    expect(texts({ cells: [code('a')], metadata: { language_info: { name: 'R' } } })).toEqual([]);
    expect(texts({ cells: [code('a')], metadata: { kernelspec: { language: 'julia' } } })).toEqual([]);
    const cells = [code('a', { metadata: { vscode: { languageId: 'sql' } } }), code('b')];
    expect(texts({ cells, metadata: { kernelspec: { language: 'python' } } })).toEqual(['b']);
  });

  it.each(['', '[]', '{"cells": 3}', '{"cells": [{"source": ["a', '{"cells"', 'null', '[{"source": "a"}]'])(
    'takes %j for what it is',
    (text) => {
      expect(readNotebookFile(text).length).toBeLessThanOrEqual(1);
    },
  );

  it('does not follow nesting without end', () => {
    expect(readNotebookFile(`{"cells": ${'['.repeat(100_000)}`)).toEqual([]);
    expect(readNotebookFile('{"cells":'.repeat(50_000)).length).toBeLessThanOrEqual(50_000);
  });

  it('knows where each character stands, behind escapes too', () => {
    const strings = fc.array(
      fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', 'é', '🙂', '\t', '\u0001') }),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(strings, fc.boolean(), (source, ascii) => {
        const plain = JSON.stringify({ cells: [code(source)] }, null, 1);
        // As writers do that keep to ASCII: an escape for each half of an emoji.
        const json = ascii
          ? plain.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
          : plain;
        const [cell] = readNotebookFile(json);
        expect(cell.text).toBe(source.join(''));
        for (let i = 0; i < cell.text.length; i++) {
          const { start, end } = cell.locate({ start: i, end: i + 1 });
          const there = json.slice(start, end);
          expect(there.length === 1 || there.startsWith('\\')).toBe(true);
          expect(JSON.parse(`"${there}"`)).toBe(cell.text[i]);
        }
      }),
      { seed: 22, numRuns: 500 },
    );
  });
});
