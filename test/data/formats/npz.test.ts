/** Files of `numpy.savez`: arrays by their names, packed or not, and what is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, fixture, numbersOf, readBytes, readFixture } from '../../support/dataFiles';

describe.each(['stored', 'packed'])('arrays that NumPy saved %s', (name) => {
  const file = `numpy/${name}.npz`;

  it('are columns', async () => {
    expect(await numbersOf(readFixture(file, { columns: ['age'] }))).toMatchObject({
      columns: 1,
      values: [31, 59, 44],
      summary: { read: 3, columnNames: ['age'], distinct: 3 },
    });
    expect(await classesOf(readFixture(file, { take: 'classes', columns: ['split'] }))).toEqual({
      train: 2,
      val: 1,
    });
  });

  it('are vectors where they have rows', async () => {
    const where = [{ column: 'split', anyOf: ['train'] }];
    const read = await numbersOf(readFixture(file, { columns: ['features'], where }));
    expect(read).toMatchObject({ rows: 2, columns: 2, values: [0, 1, 4, 5] });
    const joined = await numbersOf(readFixture(file, { columns: ['features', 'age'] }));
    expect(joined.values).toEqual([0, 1, 31, 2, 3, 59, 4, 5, 44]);
  });

  it('must be named where there are several', async () => {
    expect(await readFixture(file)).toEqual({
      kind: 'unreadable',
      because:
        'it has the columns age, split, features. Say which holds the numbers, for example `column: age`',
    });
    const { kind } = await readFixture(file, { columns: ['ages'] });
    expect(kind).toBe('no-column');
  });

  it('is told of any damage, never thrown', async () => {
    const bytes = fixture(file);
    const property = fc.asyncProperty(
      fc.nat(bytes.length - 1),
      fc.nat(255),
      fc.nat(bytes.length),
      async (at, byte, end) => {
        const damaged = bytes.map((old, k) => (k === at ? byte : old)).subarray(0, end);
        const { kind } = await readBytes('a.npz', damaged, { columns: ['age'] });
        expect(['numbers', 'unreadable', 'no-column']).toContain(kind);
      },
    );
    await fc.assert(property, { seed: 6, numRuns: 500 });
  });
});

it('a single array needs no name', async () => {
  expect(await numbersOf(readFixture('numpy/single.npz'))).toMatchObject({ rows: 3, columns: 2 });
});

it.each([
  ['other rows', 'numpy/unequal.npz', '`age` in it has 3 rows, but `split` has 2'],
  ['no zip file', 'numpy/le-f8.npy', 'does not end as files of `numpy.savez` do'],
])('%s is refused', async (_, path, because) => {
  const where = [{ column: 'split', anyOf: ['train'] }];
  expect(await readBytes('a.npz', fixture(path), { columns: ['age'], where })).toEqual({
    kind: 'unreadable',
    because: expect.stringContaining(because),
  });
});
