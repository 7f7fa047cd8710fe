/** Outlines: the objectives of a document, in any syntax, with the values that the text gives them. */
import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../../src/language/createLanguageService';
import { documentSymbols, type OutlineSymbol } from '../../../src/language/features/symbols';
import { EMPTY_PROJECT } from '../../../src/language/project';
import { reader } from '../../support/pythonReader';
import { analysisOf } from '../explanation/samples';

const lines = (...parts: string[]) => parts.join('\n');

/** `name (selected words): value names with their values`, one line an objective. */
async function outline(path: string, text: string): Promise<string[]> {
  const analysis = await createLanguageService(reader).analyze(
    { uri: `file:///${path}`, path, text },
    {
      project: EMPTY_PROJECT,
      settings: { severity: {} },
      previous: null,
      signal: new AbortController().signal,
      mathematics: async () => analysisOf({ verdict: 'realizable', reason: 'exact' }),
    },
  );
  const symbols = documentSymbols(analysis);
  const nested = (symbol: OutlineSymbol) =>
    [symbol, ...symbol.children].every(
      ({ span, selection }) =>
        symbol.span.start <= span.start &&
        span.end <= symbol.span.end &&
        span.start <= selection.start &&
        selection.end <= span.end,
    );
  expect(symbols.every(nested)).toBe(true);
  return symbols.map(({ name, detail, selection, children }) => {
    const values = children.map((child) => `${child.name} ${child.detail}`).join(', ');
    return `${name} (${text.slice(selection.start, selection.end)}) ${detail}: ${values}`;
  });
}

describe('an outline', () => {
  it.each([
    [
      'a.objective.yaml',
      lines('objective: supcon', 'classes: [5, 3]', 'temperature: 0.1', 'views: 4'),
      ['a (supcon) supcon · realizable: classes class 1 5, class 2 3, temperature 0.1, views 4, tied'],
    ],
    [
      'a.objective.yaml',
      lines(
        'objectives:',
        '  one: { objective: info-nce, temperature: 0.5 }',
        '  two:',
        '    objective: supcon',
      ),
      ['one (one) info-nce · realizable: temperature 0.5', 'two (two) supcon · realizable: '],
    ],
    [
      'a.objective.json',
      '{ "objective": "info-nce", "temperature": 0.5 }',
      ['a ("info-nce") info-nce · realizable: temperature 0.5'],
    ],
    [
      'a.objective.toml',
      'objective = "info-nce"\ntemperature = 0.5\n',
      ['a ("info-nce") info-nce · realizable: temperature 0.5'],
    ],
    [
      'train.py',
      lines(
        'from lightly.loss import NTXentLoss',
        'T = 0.2',
        'criterion = NTXentLoss(temperature=T)',
        'other = NTXentLoss()',
      ),
      [
        'criterion (NTXentLoss) info-nce · realizable: temperature 0.2',
        'other (NTXentLoss) info-nce · realizable: ',
      ],
    ],
    ['a.objective.yaml', '', []],
    ['other.py', 'x = 1\n', []],
  ])('of %s', async (path, text, expected) => {
    expect(await outline(path, text)).toEqual(expected);
  });
});
