import { describe, expect, it } from 'vitest';
import {
  boundText,
  candidateText,
  columnsPlaceholder,
  columnText,
  filesPlaceholder,
  filesTitle,
  noFiles,
  unreadableText,
} from '../../src/extension/commands/bindingTexts';
import type { DataCandidate, DataCandidates, DataColumn } from '../../src/protocol/dataMessages';
import { summary } from './summaries';

const data = (key: DataCandidates['key']): DataCandidates => ({
  objective: 'criterion',
  key,
  target: 'objective-lens.yaml',
  candidates: [],
  left: 0,
});
const candidate: DataCandidate = {
  path: 'data/train.csv',
  isFolder: false,
  bytes: 1_234_567,
  columns: ['id', 'age'],
  classes: null,
  problem: null,
};
const column: DataColumn = {
  column: 'age',
  weight: null,
  holds: 'numbers',
  missing: 0,
  distinct: 101,
  low: 0,
  high: 101,
  width: null,
  blocks: '▁▇▂',
  problem: null,
};

describe('what an objective needs', () => {
  it.each(['classes', 'labels', 'features', 'weights'] as const)(
    'is said for %s in the words of the field',
    (key) => {
      expect(filesTitle(data(key))).toMatch(/^criterion needs .+: choose a file$/);
      // What is longer is cut off beside the cursor.
      expect(filesPlaceholder(data(key)).length).toBeLessThan(85);
      expect(noFiles(data(key))).toMatch(/Put .* into the workspace/);
    },
  );
});

describe('a file', () => {
  it('is shown with its folder, size and columns', () => {
    expect(candidateText(candidate)).toEqual({
      label: '$(table) train.csv',
      description: 'data · 1.23 MB',
      detail: 'Columns: id, age',
    });
  });

  it('is shown with the number of sub-folders where it is a folder', () => {
    const folder = { ...candidate, path: 'images', isFolder: true, bytes: null, columns: [], classes: 12 };
    expect(candidateText(folder)).toEqual({
      label: '$(folder) images',
      description: '12 sub-folders',
      detail: 'One class for each sub-folder',
    });
  });

  it('that cannot be read says why', () => {
    const broken = { ...candidate, columns: [], problem: 'it is empty' };
    expect(candidateText(broken)).toMatchObject({
      label: '$(warning) train.csv',
      detail: 'Cannot be read: it is empty',
    });
    expect(unreadableText(broken)).toBe('data/train.csv cannot be read: it is empty.');
  });

  it('draws no icons that its name asks for', () => {
    const hostile = { ...candidate, path: '$(trash) a.csv', columns: ['$(bug)'] };
    const { label, detail } = candidateText(hostile);
    expect(label.slice('$(table) '.length)).not.toContain('$(');
    expect(detail).not.toContain('$(');
  });
});

describe('a column', () => {
  it.each([
    {
      what: 'numbers',
      column,
      text: {
        label: 'age',
        description: '▁▇▂',
        detail: '1,200 rows · 101 different values · 0 to 101 · none missing',
      },
    },
    {
      what: 'counted classes',
      column: {
        ...column,
        column: 'dx',
        weight: 'n',
        holds: 'words' as const,
        low: null,
        high: null,
        missing: 3,
      },
      text: {
        label: 'dx, sized by n',
        description: '▁▇▂',
        detail: '1,200 rows · 101 different values · 3 missing, left out',
      },
    },
    {
      what: 'vectors',
      column: {
        ...column,
        column: null,
        holds: 'lists' as const,
        width: 16,
        distinct: null,
        low: -1.25,
        high: 2,
      },
      text: {
        label: 'All 16 numbers of each row',
        description: '▁▇▂',
        detail: '1,200 rows · 16 numbers each · −1.25 to 2 · none missing',
      },
    },
    {
      what: 'what cannot be taken',
      column: { ...column, column: 2, distinct: null, problem: 'it holds no value' },
      text: {
        label: '$(warning) Column 3',
        description: 'cannot be taken: it holds no value',
        detail: '1,200 rows · more than 10,000 different values · 0 to 101 · none missing',
      },
    },
  ])('of $what is shown with its preview', ({ column: one, text }) => {
    expect(columnText(one, 1200)).toEqual(text);
  });

  it('is asked for with the name of its file', () => {
    const held = { rows: 1200, columns: [], skipped: 5, filters: [] };
    expect(columnsPlaceholder('classes', 'data/a.csv', held)).toBe(
      'Column that names the class of each row of a.csv, 5 further columns not shown',
    );
  });
});

describe('the end', () => {
  it('tells where the data are bound, and the verdict', () => {
    const bound = summary({ name: 'criterion', verdict: 'realizable', headline: 'realizable: a simplex' });
    expect(boundText(bound, 'objective-lens.yaml', { column: 'split', value: 'train' })).toBe(
      'Data bound in objective-lens.yaml, rows with split = train. criterion is now realizable: a simplex.',
    );
  });

  it('tells that something else is still missing', () => {
    const open = summary({
      name: 'by_age',
      verdict: 'conditional',
      headline: 'conditional: the temperature',
    });
    expect(boundText(open, 'objective-lens.yaml', null)).toContain(
      'by_age still depends on something else: conditional: the temperature.',
    );
  });
});
