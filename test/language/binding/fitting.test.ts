import { describe, expect, it } from 'vitest';
import type { ColumnSummary } from '../../../src/data/columnSummary';
import { dataChoices, dataFilters } from '../../../src/language/binding/dataChoices';
import { type CandidateFile, columnFit, fileFit } from '../../../src/language/binding/fittingNames';

const held = (column: string | number | null, more: Partial<ColumnSummary> = {}): ColumnSummary => ({
  column,
  holds: 'words',
  missing: 0,
  distinct: 3,
  low: null,
  high: null,
  isCounting: false,
  width: null,
  blocks: '▇',
  values: [],
  ...more,
});
const numbers = (column: string | number, more: Partial<ColumnSummary> = {}) =>
  held(column, { holds: 'numbers', low: 0, high: 9, ...more });
const names = (choices: ReturnType<typeof dataChoices>) => choices.map(({ column }) => column);

describe('columns', () => {
  it('that are called what is needed come first, keys and splits last', () => {
    const columns = [
      held('image_id', { distinct: 90 }),
      held('split'),
      held('site'),
      numbers('age'),
      held('dx'),
    ];
    expect(names(dataChoices('classes', columns, 100))).toEqual(['dx', 'site', 'age', 'split', 'image_id']);
    expect(names(dataChoices('labels', columns, 100))[0]).toBe('age');
  });

  it('with a row for each class are taken with their counts', () => {
    const values = [
      { name: '10', count: 2 },
      { name: '100', count: 1 },
    ];
    const counts = numbers('count', { isCounting: true, distinct: 2, low: 10, high: 100, values });
    const columns = [held('name', { distinct: 3 }), counts];
    expect(dataChoices('classes', columns, 3)[0]).toMatchObject({
      column: 'name',
      weight: 'count',
      summary: { blocks: '▇▁▁', low: 10, high: 100 },
    });
    expect(dataChoices('classes', columns, 8)[0].weight).toBeNull();
  });

  it.each([
    { key: 'labels', summary: held('dx'), problem: 'words' },
    { key: 'classes', summary: held('v', { holds: 'lists', width: 3 }), problem: 'lists' },
    { key: 'classes', summary: held('id', { distinct: null }), problem: 'value of its own' },
    { key: 'features', summary: held('v', { holds: 'lists' }), problem: 'different lengths' },
    { key: 'labels', summary: held('x', { holds: 'nothing', distinct: 0 }), problem: 'no value' },
  ] as const)('that cannot be $key say why: $problem', ({ key, summary, problem }) => {
    expect(dataChoices(key, [summary], 100)[0].problem).toContain(problem);
  });

  it('with very many numbers may still be divided into classes', () => {
    expect(dataChoices('classes', [numbers('age', { distinct: null })], 99_999)[0].problem).toBeNull();
  });

  it('of a table of numbers without names may be taken together', () => {
    const columns = [numbers(0), numbers(1, { low: -2 })];
    expect(dataChoices('features', columns, 100)[0]).toMatchObject({
      column: null,
      summary: { holds: 'lists', width: 2, low: -2, high: 9 },
    });
    expect(names(dataChoices('classes', columns, 100))).toEqual([0, 1]);
  });

  it('that tell the parts of a data set are filters, the largest part first', () => {
    const values = [
      { name: 'val', count: 2 },
      { name: 'train', count: 8 },
    ];
    const split = held('Split', { values });
    expect(dataFilters([split, held('dx', { values }), held('fold', { values: values.slice(1) })])).toEqual([
      { column: 'Split', values: [...values].reverse() },
    ]);
  });

  it.each([
    ['classes', 'Label', 2],
    ['classes', 'subclass_name', 1],
    ['labels', 'patient_age', 1],
    ['features', 'clip_embedding', 1],
    ['classes', 'x', 0],
    ['classes', null, 0],
  ] as const)('fit %s by the name %s: %d', (key, name, fit) => {
    expect(columnFit(key, name)).toBe(fit);
  });
});

describe('files', () => {
  const asker = { key: 'classes', document: 'src/train.py', text: 'open("meta.csv")' } as const;
  const file = (path: string, more: Partial<CandidateFile> = {}): CandidateFile => ({
    path,
    isFolder: false,
    columns: [],
    isBroken: false,
    ...more,
  });
  it.each([
    { what: 'the program names', better: file('far/away/meta.csv'), worse: file('src/other.csv') },
    { what: 'lie near', better: file('src/other.csv'), worse: file('a/b/other.csv') },
    { what: 'have a fitting column', better: file('a.csv', { columns: ['label'] }), worse: file('a.csv') },
    { what: 'are of a fitting kind', better: file('a.csv'), worse: file('a.npz') },
    { what: 'are of the training part', better: file('train.csv'), worse: file('test.csv') },
    { what: 'can be read', better: file('x/y/z/w.lst'), worse: file('src/meta.csv', { isBroken: true }) },
    { what: 'are folders of classes', better: file('imgs', { isFolder: true }), worse: file('a.json') },
  ])('that $what come first', ({ better, worse }) => {
    expect(fileFit(better, asker)).toBeGreaterThan(fileFit(worse, asker));
  });
});
