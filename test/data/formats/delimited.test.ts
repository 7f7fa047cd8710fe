/** Text tables: quotes, separators, marks, missing values and line breaks, in pieces of any size; and lists of paths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../src/data/dataFile';
import { RecordScanner } from '../../../src/data/formats/recordScanner';
import { textPieces } from '../../../src/data/formats/textPieces';
import { type Asked, classesOf, numbersOf, readBytes, readFixture, utf8 } from '../../support/dataFiles';
import { npyFile } from '../../support/npy';

const read = (path: string, text: string, asked: Asked = {}) => readBytes(path, utf8(text), asked);
const SQUARE = { dimensions: 2, rows: 2, columns: 2, values: [1, 0.5, -2e-3, 4] };

describe('a matrix', () => {
  it.each([
    ['w.csv', '1,0.5\n-2e-3,4\n'],
    ['w.csv', '1, .5\r\n-0.002 ,4.'],
    ['w.csv', '\uFEFF1;0.5\n-2E-3;+4\n'],
    ['w.csv', '# saved by numpy\n1.0 0.5\n-2e-03 4\n\n'],
    ['w.csv', 'near,far\n1,0.5\n-2e-3,4'],
    ['w.csv', '"1","0.5"\n"-2e-3","4"'],
    ['w.csv', '1,0.5\r-2e-3,4\r'],
    ['deep/w.TSV', '1\t0.5\n-2e-3\t4\n'],
    ['w.csv', '1\t0.5\n-2e-3\t4\n'],
  ])('%s: %j', async (path, text) => {
    expect(await numbersOf(read(path, text, { take: 'matrix' }))).toMatchObject(SQUARE);
  });

  it.each(['numpy/savetxt.csv', 'numpy/savetxt-comma.csv'])('that NumPy saved: %s', async (path) => {
    expect(await numbersOf(readFixture(path, { take: 'matrix' }))).toMatchObject(SQUARE);
  });

  it.each([
    ['', 'it is empty'],
    ['a,b\n', 'it holds no numbers'],
    ['1,2\n3,x', 'line 2 holds `x` where a number should stand'],
    ['1,2\n3,', 'line 2 holds `` where a number should stand'],
    ['1,2\nconstructor,3', 'line 2 holds `constructor`'],
    ['1,2\n\n3,4,5', 'line 3 has length 3, but the lines before have length 2'],
    ['1,2\n3', 'line 2 holds `` where a number should stand'],
    ['1,"2\n3,4', 'the quote that opens on line 1 is never closed'],
    ['1,2\n\0\0', 'it is no text'],
  ])('%j is refused: %s', async (text, because) => {
    const refused = { kind: 'unreadable', because: expect.stringContaining(because) };
    expect(await read('w.csv', text, { take: 'matrix' })).toEqual(refused);
  });

  it('keeps what is no finite number for its reader to refuse', async () => {
    const { values } = await numbersOf(read('w.csv', 'nan,inf\n-Inf,1', { take: 'matrix' }));
    expect(values).toEqual([Number.NaN, Infinity, -Infinity, 1]);
  });

  it('holds the same numbers as a NumPy file of them', async () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    const property = fc.asyncProperty(fc.array(double, { minLength: 4, maxLength: 4 }), async (values) => {
      const [a, b, c, d] = values.map((x) => x + 0);
      const text = await numbersOf(read('w.csv', `${a},${b}\n${c},${d}`));
      const binary = await numbersOf(readBytes('w.npy', npyFile([2, 2], [a, b, c, d])));
      expect(text.values).toEqual(binary.values);
    });
    await fc.assert(property, { seed: 5, numRuns: 300 });
  });
});

const PEOPLE = [
  'name,site,age,split',
  '"Doe, Jane",1,31,train',
  '"said ""no""",2,,train',
  'Ünal,1,44.5,val',
  '"two\nlines",2,NA,train',
  ' plain ,1,59,train',
  'short,2',
  '',
].join('\n');

describe('columns by name', () => {
  it('are numbers, and rows without one are left out and counted', async () => {
    const ages = await numbersOf(read('a.csv', PEOPLE, { columns: ['age'] }));
    expect(ages).toMatchObject({ rows: 3, columns: 1, values: [31, 44.5, 59] });
    expect(ages.summary).toEqual({
      read: 6,
      columnNames: ['age'],
      leftOut: [{ kind: 'missing', because: 'no value in `age`', rows: 3 }],
      distinct: 3,
    });
  });

  it('are vectors when there are several', async () => {
    const both = await numbersOf(read('a.csv', PEOPLE, { columns: ['age', 'site'] }));
    expect(both).toMatchObject({ rows: 3, columns: 2, values: [31, 1, 44.5, 1, 59, 1] });
    expect(both.summary.leftOut).toEqual([
      { kind: 'missing', because: 'no value in `age`, `site`', rows: 3 },
    ]);
  });

  it('are classes with the names that stand there', async () => {
    expect(await classesOf(read('a.csv', PEOPLE, { take: 'classes', columns: ['name'] }))).toEqual({
      'Doe, Jane': 1,
      'said "no"': 1,
      Ünal: 1,
      'two\nlines': 1,
      plain: 1,
      short: 1,
    });
  });

  it('that are not there are told with those that are', async () => {
    expect(await read('a.csv', PEOPLE, { columns: ['ages'] })).toEqual({
      kind: 'no-column',
      column: 'ages',
      columns: ['name', 'site', 'age', 'split'],
    });
    expect(await read('a.csv', PEOPLE, { columns: [7] })).toMatchObject({ kind: 'no-column', column: 7 });
  });

  it('hold text where numbers should be', async () => {
    expect(await read('a.csv', PEOPLE, { columns: ['split'] })).toEqual({
      kind: 'unreadable',
      because: 'line 2 holds `train` where a number should stand',
    });
  });

  it('are told the line even behind cells with line breaks', async () => {
    const text = `${PEOPLE}late,1,x,train\n`;
    expect(await read('a.csv', text, { columns: ['age'] })).toMatchObject({
      because: 'line 9 holds `x` where a number should stand',
    });
  });

  it('need not be named where there is one', async () => {
    expect(
      await classesOf(read('a.csv', 'the label\ntabby cat\ndog\ntabby cat\n', { take: 'classes' })),
    ).toEqual({
      'tabby cat': 2,
      dog: 1,
    });
    expect(await read('a.csv', PEOPLE, { take: 'classes' })).toMatchObject({
      because:
        'it has the columns name, site, age, split. Say which holds the classes, for example `column: name`',
    });
  });

  it('may be counted where no line names them', async () => {
    const text = 'a.jpg,cat\nb.jpg,dog\nc.jpg,cat\n';
    expect(await classesOf(read('a.csv', text, { take: 'classes', columns: [1] }))).toEqual({
      cat: 2,
      dog: 1,
    });
    expect(await read('a.csv', '1,2\n3,4\n', { columns: ['age'] })).toMatchObject({ kind: 'no-column' });
  });
});

describe('a list of paths', () => {
  it.each([
    ['train/a.JPEG 0\ntrain/b c.JPEG 12\ntrain/d.JPEG 0\n', { 0: 2, 12: 1 }],
    ['0\t3.0\ta.jpg\n1\t3.0\tb.jpg\n', { 'a.jpg': 1, 'b.jpg': 1 }],
    ['a.jpg,cat\nb.jpg,cat\n', { cat: 2 }],
    ['cat\ndog\ncat\n', { cat: 2, dog: 1 }],
  ])('%j has its labels last', async (text, classes) => {
    expect(await classesOf(read('list.txt', text, { take: 'classes' }))).toEqual(classes);
  });

  it('has them elsewhere when the author says so', async () => {
    const text = '0\t3.0\ta.jpg\n1\t4.0\tb.jpg\n';
    expect(await classesOf(read('list.lst', text, { take: 'classes', columns: [1] }))).toEqual({
      '3.0': 1,
      '4.0': 1,
    });
    expect((await numbersOf(read('list.lst', text, { columns: [1] }))).values).toEqual([3, 4]);
  });
});

describe('text', () => {
  it.each(['utf-16le', 'utf-16be'])('of spreadsheets in %s', async (encoding) => {
    const text = '\uFEFFlabel\tage\nKätzchen\t3\n';
    const bytes = new Uint8Array(
      [...text].flatMap((sign) => {
        const code = sign.charCodeAt(0);
        return encoding === 'utf-16le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );
    expect(await classesOf(readBytes('a.tsv', bytes, { take: 'classes', columns: ['label'] }))).toEqual({
      Kätzchen: 1,
    });
  });

  it('is the same in pieces of any size', async () => {
    const text = 'é,"a ""b""\r\nc",1\r\n# no comment\r\rü, "2" ,\n';
    const scan = (pieces: readonly string[]) => {
      const records: string[] = [];
      const scanner = new RecordScanner({ delimiter: ',', wanted: null, comments: false });
      const tell = (cells: readonly (string | undefined)[], width: number, line: number) =>
        records.push(JSON.stringify([cells, width, line]));
      for (const piece of pieces) scanner.take(piece, false, tell);
      scanner.take('', true, tell);
      return records;
    };
    const whole = scan([text]);
    expect(whole).toEqual([
      '[["é","a \\"b\\"\\r\\nc","1"],3,1]',
      '[["# no comment"],1,3]',
      '[["ü","2 ",""],3,5]',
    ]);
    const cuts = fc
      .array(fc.nat(text.length), { maxLength: 6 })
      .map((places) => places.sort((a, b) => a - b));
    const property = fc.property(cuts, (places) => {
      const edges = [0, ...places, text.length];
      expect(scan(edges.slice(1).map((end, k) => text.slice(edges[k], end)))).toEqual(whole);
    });
    fc.assert(property, { seed: 3, numRuns: 300 });
  });

  it('is decoded across the pieces that are read', async () => {
    const text = `${'x'.repeat((1 << 20) - 1)}é end`;
    const bytes = utf8(text);
    const source: ByteSource = { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
    let all = '';
    for await (const piece of textPieces(source)) all += piece;
    expect(all).toBe(text);
  });

  it('is told of any bytes, never thrown', async () => {
    const property = fc.asyncProperty(
      fc.oneof(fc.string().map(utf8), fc.uint8Array({ maxLength: 60 })),
      fc.constantFrom('a.csv', 'a.tsv', 'a.txt', 'a.json', 'a.jsonl'),
      fc.constantFrom('rows', 'classes', 'matrix'),
      fc.constantFrom([], ['age'], [1]),
      async (bytes, path, take, columns) => {
        const { kind } = await readBytes(path, bytes, { take, columns });
        expect(['numbers', 'classes', 'unreadable', 'no-column']).toContain(kind);
      },
    );
    await fc.assert(property, { seed: 7, numRuns: 2000 });
  });
});
