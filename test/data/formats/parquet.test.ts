/** Parquet files that DuckDB and Arrow wrote: every codec, nulls, dictionaries, lists and several groups of rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, fixture, numbersOf, readBytes, readFixture } from '../../support/dataFiles';

const FILES = [
  ...['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw', 'v2'].map((codec) => `duckdb-${codec}`),
  ...['snappy', 'gzip', 'zstd', 'brotli', 'lz4raw', 'v2', 'groups'].map((codec) => `arrow-${codec}`),
];
/** What the writers were given. */
const ROWS = Array.from({ length: 60 }, (_, i) => ({
  label: i % 7 === 6 ? null : ['cat', 'dog', 'fox'][(i * i) % 3],
  age: i % 5 === 4 ? null : ((i * 3) % 17) / 2,
  split: i % 3 === 0 ? 'val' : 'train',
  features: [i, (i * i) % 5],
}));

describe.each(FILES)('%s', (name) => {
  const file = `parquet/${name}.parquet`;

  it('holds the classes and numbers that were written', async () => {
    const count = (label: string) => ROWS.filter((row) => row.label === label).length;
    const classes = await classesOf(readFixture(file, { take: 'classes', columns: ['label'] }));
    expect(classes).toEqual({ cat: count('cat'), dog: count('dog') });
    const ages = await numbersOf(readFixture(file, { columns: ['age'] }));
    const known = ROWS.flatMap(({ age }) => age ?? []);
    expect(ages.values).toEqual(known);
    expect(ages.summary).toMatchObject({
      read: 60,
      leftOut: [{ kind: 'missing', because: 'no value in `age`', rows: 60 - known.length }],
    });
  });

  it('holds integers of 64 bits and truth values', async () => {
    expect((await numbersOf(readFixture(file, { columns: ['big'] }))).values).toEqual(
      ROWS.map((_, i) => 10 * i),
    );
    expect(await classesOf(readFixture(file, { take: 'classes', columns: ['flag'] }))).toEqual({
      false: 30,
      true: 30,
    });
  });

  it('holds lists, of the rows that were chosen', async () => {
    const where = [{ column: 'split', anyOf: ['train'] }];
    const read = await numbersOf(readFixture(file, { columns: ['features'], where }));
    const chosen = ROWS.filter(({ split }) => split === 'train').map(({ features }) => features);
    expect([read.rows, read.columns, read.values]).toEqual([40, 2, chosen.flat()]);
    expect(read.summary.leftOut).toEqual([{ kind: 'filtered', because: 'not `split` = train', rows: 20 }]);
  });
});

it('holds decimals, dates, lists of one length, and numbers of half precision', async () => {
  const duckdb = 'parquet/duckdb-snappy.parquet';
  expect((await numbersOf(readFixture(duckdb, { columns: ['price'] }))).values.slice(0, 4)).toEqual([
    0, 0.25, 0.5, 0.75,
  ]);
  expect(await classesOf(readFixture(duckdb, { take: 'classes', columns: ['day'] }))).toEqual({
    '2020-01-01': 20,
    '2020-01-02': 20,
    '2020-01-03': 20,
  });
  expect((await numbersOf(readFixture(duckdb, { columns: ['fixed'] }))).values.slice(0, 4)).toEqual([
    0, 1.5, 1, 1.5,
  ]);
  const arrow = await numbersOf(readFixture('parquet/arrow-snappy.parquet', { columns: ['half'] }));
  expect(arrow.values.slice(0, 3)).toEqual([0, 0.25, 0.5]);
});

const whole = () => fixture('parquet/duckdb-snappy.parquet');

describe('what is refused', () => {
  it.each([
    [
      'text where numbers should be',
      { columns: ['label'] },
      'row 0 (counted from 0) holds `cat` where a number',
    ],
    ['a map', { columns: ['nested'] }, 'holds a map where a number should stand'],
    ['no column', {}, 'it has the columns label, age, site, big, flag, price, split'],
  ])('%s', async (_, asked, because) => {
    expect(await readBytes('a.parquet', whole(), asked)).toEqual({
      kind: 'unreadable',
      because: expect.stringContaining(because),
    });
  });

  it.each([
    [
      'no Parquet at all',
      new TextEncoder().encode('age,split\n31,train\n'),
      'does not begin as Parquet files do',
    ],
    ['an end that is missing', whole().subarray(0, 1000), 'it is damaged'],
    ['nothing', new Uint8Array(0), 'does not begin as Parquet files do'],
    ['a secret', new TextEncoder().encode('PARE00000000PARE'), 'it is encrypted'],
  ])('%s', async (_, bytes, because) => {
    expect(await readBytes('a.parquet', bytes, { columns: ['age'] })).toEqual({
      kind: 'unreadable',
      because: expect.stringContaining(because),
    });
  });

  it('is a footer that claims 2⁴⁰ rows', async () => {
    // In Thrift's compact form the field of 64 bits (0x16) that holds 60 rows (0x78) comes first behind the columns.
    const bytes = whole();
    const claim = [0x80, 0x80, 0x80, 0x80, 0x80, 0x40];
    const footer = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    const at = bytes.findIndex((byte, k) => k > footer && byte === 0x78 && bytes[k - 1] === 0x16);
    const after = bytes.length - 8 + claim.length - 1;
    const longer = new Uint8Array(bytes.length + claim.length - 1);
    longer.set(bytes.subarray(0, at));
    longer.set(claim, at);
    longer.set(bytes.subarray(at + 1), at + claim.length);
    new DataView(longer.buffer).setUint32(after, longer.length - 8 - footer, true);
    expect(await readBytes('a.parquet', longer, { columns: ['age'] })).toEqual({
      kind: 'unreadable',
      because: 'its footer claims 1099511627776 rows, but its groups have 60: it is damaged',
    });
  });

  it('is told of any damage, never thrown', async () => {
    const bytes = whole();
    const property = fc.asyncProperty(
      fc.nat(bytes.length - 1),
      fc.nat(255),
      fc.nat(bytes.length),
      async (at, byte, cut) => {
        const damaged = bytes.map((old, k) => (k === at ? byte : old));
        for (const one of [damaged, bytes.subarray(0, cut)]) {
          const { kind } = await readBytes('a.parquet', one, { columns: ['features'] });
          expect(['numbers', 'unreadable', 'no-column']).toContain(kind);
        }
      },
    );
    await fc.assert(property, { seed: 8, numRuns: 200 });
  });
});
