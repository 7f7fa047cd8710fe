/** Which rows count, for how many samples, and as which classes; the same in every format. */
import { describe, expect, it } from 'vitest';
import type { Bins } from '../../src/data/dataRequest';
import { type Asked, classesOf, numbersOf, readBytes, utf8 } from '../support/dataFiles';

const TABLE = [
  'label,age,split,site,copies,use',
  'cat,10,train,1,2,True',
  'dog,20,train,2,1,False',
  'cat,30,val,1,3,True',
  'cat,40,train,2,0,True',
  'dog,,train,1,1,True',
  'fox,50,train,1,,True',
].join('\n');
const read = (asked: Asked, text = TABLE) => readBytes('a.csv', utf8(text), asked);

describe('where', () => {
  it.each([
    [[{ column: 'split', anyOf: ['train'] }], [10, 20, 40, 50]],
    [[{ column: 'split', anyOf: ['train', 'val'] }], [10, 20, 30, 40, 50]],
    [[{ column: 'site', anyOf: [1] }], [10, 30, 50]],
    [[{ column: 'site', anyOf: ['1'] }], [10, 30, 50]],
    [[{ column: 'use', anyOf: [false] }], [20]],
    [
      [
        { column: 'split', anyOf: ['train'] },
        { column: 'site', anyOf: [2] },
      ],
      [20, 40],
    ],
    [[{ column: 'age', anyOf: [20, 30] }], [20, 30]],
  ])('%j leaves %j', async (where, values) => {
    expect((await numbersOf(read({ columns: ['age'], where }))).values).toEqual(values);
  });

  it('accounts for every row', async () => {
    const where = [
      { column: 'split', anyOf: ['train'] },
      { column: 'site', anyOf: [1] },
    ];
    const { rows, summary } = await numbersOf(read({ columns: ['age'], where }));
    expect(summary.leftOut).toEqual([
      { kind: 'filtered', because: 'not `split` = train', rows: 1 },
      { kind: 'filtered', because: 'not `site` = 1', rows: 2 },
      { kind: 'missing', because: 'no value in `age`', rows: 1 },
    ]);
    expect(rows + summary.leftOut.reduce((sum, left) => sum + left.rows, 0)).toBe(summary.read);
  });

  it('says what there is where nothing fits', async () => {
    const where = [{ column: 'split', anyOf: ['Train'] }];
    expect(await read({ columns: ['age'], where })).toEqual({
      kind: 'unreadable',
      because: 'no row has `split` = Train: it holds `train`, `val`',
    });
    const both = [
      { column: 'split', anyOf: ['val'] },
      { column: 'site', anyOf: [2] },
    ];
    expect(await read({ columns: ['age'], where: both })).toMatchObject({
      because: expect.stringContaining('no row has `site` = 2: it holds `1`'),
    });
  });

  it('leaves the other columns to be the value where none is named', async () => {
    const where = [{ column: 'split', anyOf: ['train'] }];
    const text = 'age,split\n31,train\n59,val\n44,train\n';
    expect((await numbersOf(read({ where }, text))).values).toEqual([31, 44]);
  });
});

describe('weights of rows', () => {
  it('count samples', async () => {
    const asked: Asked = { take: 'classes', columns: ['label'], weight: 'copies' };
    expect(await classesOf(read(asked))).toEqual({ cat: 5, dog: 2 });
    const ages = await numbersOf(read({ columns: ['age'], weight: 'copies' }));
    expect(ages.values).toEqual([10, 10, 20, 30, 30, 30]);
    expect(ages.summary.leftOut).toEqual([
      { kind: 'missing', because: 'no value in `copies`', rows: 1 },
      { kind: 'missing', because: 'no value in `age`', rows: 1 },
    ]);
  });

  it.each(['0.5', '-1', 'many'])('are whole numbers: not %s', async (weight) => {
    expect(await read({ take: 'classes', columns: ['a'], weight: 'n' }, `a,n\nx,${weight}\n`)).toEqual({
      kind: 'unreadable',
      because: `line 2 holds \`${weight}\` in \`n\`, but a weight is the whole number of samples that a row stands for`,
    });
  });
});

describe('bins', () => {
  const binned = (bins: Bins, text = TABLE) =>
    classesOf(read({ take: 'classes', columns: ['age'], bins }, text));

  it('of edges hold their lower one, and the last both', async () => {
    const edges: Bins = { kind: 'edges', edges: [10, 20, 50] };
    expect(await binned(edges)).toEqual({ '10 to 20': 1, '20 to 50': 4 });
    const narrow = await read({
      take: 'classes',
      columns: ['age'],
      bins: { kind: 'edges', edges: [20, 40] },
    });
    expect(narrow).toMatchObject({
      classes: [{ name: '20 to 40', count: 3 }],
      summary: {
        leftOut: [
          { kind: 'missing', because: 'no value in `age`', rows: 1 },
          { kind: 'outside', because: 'outside of the bins', rows: 2 },
        ],
      },
    });
  });

  it('divide what lies between the smallest and the largest number', async () => {
    expect(await binned({ kind: 'count', count: 4 })).toEqual({
      '10 to 20': 1,
      '20 to 30': 1,
      '30 to 40': 1,
      '40 to 50': 2,
    });
    expect(await binned({ kind: 'count', count: 3 }, 'age\n5\n5\n')).toEqual({ '5 to 5': 2 });
  });

  it('of a width begin at 0, on both sides', async () => {
    const text = 'age\n-1\n0\n24.9\n25\n';
    expect(await binned({ kind: 'width', width: 25 }, text)).toEqual({
      '-25 to 0': 1,
      '0 to 25': 2,
      '25 to 50': 1,
    });
  });

  it('are for numbers', async () => {
    expect(await read({ take: 'classes', columns: ['label'], bins: { kind: 'width', width: 1 } })).toEqual({
      kind: 'unreadable',
      because: 'line 2 holds `cat` where a finite number should stand',
    });
  });
});

describe('limits', () => {
  it('end a column that is none of classes', async () => {
    const text = `id\n${Array.from({ length: 100_001 }, (_, k) => `person ${k}`).join('\n')}\n`;
    expect(await read({ take: 'classes', columns: ['id'] }, text)).toMatchObject({
      because: expect.stringContaining('more than 100000 different values'),
    });
  });

  it('name the endings that are read', async () => {
    expect(await readBytes('a.xlsx', utf8('x'))).toEqual({
      kind: 'unreadable',
      because: 'data are read from files that end in .csv, .tsv, .npy, .npz, .parquet, .json, .jsonl or .txt',
    });
    expect((await readBytes('constructor', utf8('x'))).kind).toBe('unreadable');
  });
});
