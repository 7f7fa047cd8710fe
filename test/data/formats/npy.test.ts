/** NumPy files: those that NumPy itself wrote, of every type, byte order, memory order and version, and what is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, numbersOf, readBytes, readFixture } from '../../support/dataFiles';
import { npyFile, withHeader } from '../../support/npy';

const SIGNED = [-3, 0, 7, 100];
const UNSIGNED = [0, 7, 100, 200];
const REAL = [0.5, -2.25, 3, 0];
const ORDERS = ['le', 'be'];

describe('numbers that NumPy saved', () => {
  it.each([
    ...ORDERS.flatMap((order) => ['f2', 'f4', 'f8'].map((type) => [`${order}-${type}`, REAL] as const)),
    ...ORDERS.flatMap((order) => ['i2', 'i4', 'i8'].map((type) => [`${order}-${type}`, SIGNED] as const)),
    ...ORDERS.flatMap((order) => ['u2', 'u4', 'u8'].map((type) => [`${order}-${type}`, UNSIGNED] as const)),
    ['le-i1', SIGNED] as const,
    ['le-u1', UNSIGNED] as const,
    ['bool', [1, 0, 1]] as const,
    ['version-2', [1, 2]] as const,
    ['version-3', [1, 2]] as const,
  ])('%s', async (name, values) => {
    const read = await numbersOf(readFixture(`numpy/${name}.npy`));
    expect(read).toMatchObject({ dimensions: 1, rows: values.length, columns: 1, values });
    expect(read.summary).toMatchObject({ read: values.length, leftOut: [], columnNames: [] });
  });

  it.each(['matrix', 'fortran', 'fortran-be'])('in rows: %s', async (name) => {
    const read = numbersOf(readFixture(`numpy/${name}.npy`));
    expect(await read).toMatchObject({ dimensions: 2, rows: 2, columns: 3, values: [0, 1, 2, 3, 4, 5] });
    const some = numbersOf(readFixture(`numpy/${name}.npy`, { columns: [2, 0] }));
    expect((await some).values).toEqual([2, 0, 5, 3]);
    expect(await classesOf(readFixture(`numpy/${name}.npy`, { take: 'classes', columns: [1] }))).toEqual({
      1: 1,
      4: 1,
    });
  });

  it('of half precision, to the last bit', async () => {
    const bits = [0, 0x8000, 0x3c00, 0x3555, 1, 0x03ff, 0x0400, 0x7bff, 0x7c00, 0xfc00];
    const values = [
      0,
      -0,
      1,
      0.333251953125,
      2 ** -24,
      1023 * 2 ** -24,
      2 ** -14,
      65504,
      Infinity,
      -Infinity,
    ];
    for (const isLittle of [true, false]) {
      const write = (view: DataView, at: number, x: number) => view.setUint16(at, x, isLittle);
      const file = npyFile([bits.length], bits, { descr: isLittle ? '<f2' : '>f2', bytes: 2, write });
      expect((await numbersOf(readBytes('a.npy', file))).values).toEqual(values);
    }
  });

  it('of a file that is a part of a larger buffer', async () => {
    const file = npyFile([2], [1, 2]);
    const around = new Uint8Array(file.length + 7);
    around.set(file, 3);
    const part = around.subarray(3, 3 + file.length);
    expect((await numbersOf(readBytes('a.npy', part))).values).toEqual([1, 2]);
  });

  it('without those that are none, unless all must be there', async () => {
    const read = await numbersOf(readFixture('numpy/nan.npy'));
    expect(read).toMatchObject({ values: [1, 3, 1], summary: { read: 5, distinct: 2 } });
    expect(read.summary.leftOut).toEqual([{ kind: 'missing', because: 'no value', rows: 2 }]);
    const whole = await numbersOf(readFixture('numpy/nan.npy', { take: 'matrix' }));
    expect(whole.values).toEqual([1, Number.NaN, 3, Number.NaN, 1]);
  });

  it('in more rows than are read at once', async () => {
    const values = Array.from({ length: 70_000 }, (_, k) => k % 1000);
    const flat = await numbersOf(readBytes('a.npy', npyFile([70_000], values)));
    expect(flat.values).toEqual(values);
    const rows = await numbersOf(readBytes('a.npy', npyFile([35_000, 2], values)));
    expect([rows.rows, rows.values]).toEqual([35_000, values]);
  });
});

describe('classes that NumPy saved', () => {
  it.each([
    ['unicode', { cat: 2, dög: 1, '犬🐕': 1 }],
    ['unicode-be', { cat: 2, dög: 1 }],
    ['bytes', { cat: 2, dog: 1 }],
    ['bool', { false: 1, true: 2 }],
    ['le-i4', { '-3': 1, 0: 1, 7: 1, 100: 1 }],
    ['big-integers', { '4611686018427387905': 2, '4611686018427387906': 1 }],
  ])('%s', async (name, classes) => {
    expect(await classesOf(readFixture(`numpy/${name}.npy`, { take: 'classes' }))).toEqual(classes);
  });

  it('come in the order of their numbers, not of their digits', async () => {
    const read = await readFixture('numpy/le-i4.npy', { take: 'classes' });
    expect(read.kind === 'classes' && read.classes.map(({ name }) => name)).toEqual(['-3', '0', '7', '100']);
  });
});

const plain = (shape: string, descr = "'<f8'") =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`;

describe('what is refused', () => {
  it.each([
    ['cube', 'has 3 dimensions'],
    ['empty', 'it is empty'],
    ['scalar', 'has 0 dimensions'],
    ['complex', "values of type '<c16'"],
    ['dates', "values of type '<M8[D]'"],
    ['objects', "values of type '|O'"],
    ['records', 'does not say how plain numbers are stored'],
    ['unicode', 'row 0 (counted from 0) holds `cat` where a number should stand'],
  ])('what NumPy saved as %s: %s', async (name, because) => {
    expect(await readFixture(`numpy/${name}.npy`)).toEqual({
      kind: 'unreadable',
      because: expect.stringContaining(because),
    });
  });

  it.each([
    ['text', new TextEncoder().encode('1,2\n3,4\n'), 'does not begin as NumPy files do'],
    ['a later version', withHeader(plain('(1,)'), new Uint8Array(8), 4), 'has version 4'],
    ['a cut header', npyFile([1], [1]).subarray(0, 9), 'ends inside its header'],
    ['a header cut later', npyFile([1], [1]).subarray(0, 40), 'its header claims 118 bytes'],
    ['missing numbers', npyFile([3], [1, 2]), 'the file is cut off'],
    ['2⁴⁰ rows', withHeader(plain(`(${2 ** 40}, 1)`), new Uint8Array(64)), 'claims 1099511627776 × 1 values'],
    [
      'more than a double counts',
      withHeader(plain(`(${'9'.repeat(400)}, 2)`), new Uint8Array(64)),
      'cut off',
    ],
    ['that, times none', withHeader(plain(`(${'9'.repeat(400)}, 0)`), new Uint8Array(64)), 'cut off'],
  ])('%s', async (_, file, because) => {
    expect(await readBytes('a.npy', file)).toEqual({
      kind: 'unreadable',
      because: expect.stringContaining(because),
    });
  });

  it('is told of any bytes, never thrown', async () => {
    const header = fc
      .tuple(fc.string({ maxLength: 80 }), fc.uint8Array({ maxLength: 40 }))
      .map(([text, data]) => withHeader(text, data));
    const damaged = fc
      .tuple(fc.nat(200), fc.nat(255))
      .map(([at, byte]) => npyFile([2, 2], [1, 2, 3, 4]).map((old, k) => (k === at ? byte : old)));
    const property = fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 100 }), header, damaged),
      fc.constantFrom('rows', 'matrix', 'classes'),
      async (bytes, take) => {
        const { kind } = await readBytes('a.npy', bytes, { take });
        expect(['numbers', 'classes', 'unreadable']).toContain(kind);
      },
    );
    await fc.assert(property, { seed: 4, numRuns: 2000 });
  });
});
