import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../src/data/dataFile';
import { summarizeTable, type TableSummary } from '../../src/data/summarizeTable';
import { readTableHead } from '../../src/data/tableHead';
import { exampleData, utf8 } from '../support/dataFiles';
import { npyFile } from '../support/npy';

const { signal } = new AbortController();

async function table(path: string, bytes: Uint8Array) {
  const summary: TableSummary = await summarizeTable(path, bytesInMemory(bytes), signal);
  if (summary.kind === 'unreadable') throw new Error(summary.because);
  return summary;
}

describe('the columns of a table', () => {
  it('are summarised with what is missing, different, smallest and largest', async () => {
    const rows = ['age,site,split,note', '31,a,train,', 'NA,b,train,', '4.5,a,val,', '31,,train,'];
    const { rows: count, columns } = await table('a.csv', utf8(rows.join('\n')));
    expect(count).toBe(4);
    expect(
      columns.map(({ column, holds, missing, distinct, low, high }) => [
        column,
        holds,
        missing,
        distinct,
        low,
        high,
      ]),
    ).toEqual([
      ['age', 'numbers', 1, 2, 4.5, 31],
      ['site', 'words', 1, 2, null, null],
      ['split', 'words', 0, 2, null, null],
      ['note', 'nothing', 4, 0, null, null],
    ]);
    expect(columns[2].values).toEqual([
      { name: 'train', count: 3 },
      { name: 'val', count: 1 },
    ]);
    expect(columns[2].blocks).toBe('▇▂');
    expect(columns[3].blocks).toBe('');
  });

  it('tell the ages of AgeDB and the class counts of HAM10000', async () => {
    const [age, split] = (await table('ages.csv', exampleData('agedb-ages.csv'))).columns;
    expect(age).toMatchObject({ holds: 'numbers', isCounting: true, missing: 0 });
    expect(age.low).toBeGreaterThanOrEqual(0);
    expect(age.high).toBeLessThanOrEqual(110);
    expect(split.values.map(({ name }) => name).sort()).toEqual(['test', 'train', 'val']);
    const { columns } = await table('c.csv', exampleData('ham10000-class-counts.csv'));
    expect(columns.map(({ holds, distinct }) => [holds, distinct])).toEqual([
      ['words', 7],
      ['numbers', 7],
    ]);
  });

  it('of an array without names are one: whole rows, or the numbers of a list', async () => {
    const matrix = await table('a.npy', npyFile([3, 2], [1, 2, 3, 4, 5, 6]));
    expect(matrix.columns).toMatchObject([{ column: null, holds: 'lists', width: 2, low: 1, high: 6 }]);
    const list = await table('a.npy', npyFile([3], [1, 2, 2]));
    expect(list.columns).toMatchObject([{ column: null, holds: 'numbers', distinct: 2, low: 1, high: 2 }]);
  });

  it('are the labels of an index', async () => {
    const index = await table('train.txt', utf8('a/1.png 0\na/2.png 1\nb/3.png 1\n'));
    expect(index.columns).toMatchObject([{ column: null, holds: 'numbers', distinct: 2 }]);
  });

  it('are no longer counted when almost all values differ, nor looked at when there are very many', async () => {
    const ids = Array.from({ length: 10_050 }, (_, k) => `id${k}`).join('\n');
    expect((await table('a.csv', utf8(`id\n${ids}\n`))).columns[0]).toMatchObject({
      distinct: null,
      values: [],
    });
    const wide = Array.from({ length: 100 }, (_, k) => `c${k}`).join(',');
    const { columns, skipped } = await table('a.csv', utf8(`${wide}\n`));
    expect([columns.length, skipped]).toEqual([60, 40]);
  });

  it('stop when nobody wants them any more', async () => {
    const bytes = bytesInMemory(exampleData('agedb-ages.csv'));
    await expect(summarizeTable('a.csv', bytes, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough',
    );
  });
});

describe('a file that is no table', () => {
  it.each([
    ['a.npy', 'no array'],
    ['a.csv', ''],
    ['a.parquet', 'PAR1'],
    ['a.json', '{'],
  ])('says why: %s', async (path, text) => {
    const because = { kind: 'unreadable', because: expect.stringMatching(/^\S.+[^.]$/s) };
    expect(await readTableHead(path, bytesInMemory(utf8(text)))).toEqual(because);
    expect(await summarizeTable(path, bytesInMemory(utf8(text)), signal)).toEqual(because);
  });

  it('names its columns otherwise', async () => {
    expect(await readTableHead('a.csv', bytesInMemory(utf8('x, y\n1,2\n')))).toEqual({
      kind: 'columns',
      names: ['x', 'y'],
    });
  });
});
