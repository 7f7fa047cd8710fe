/** NumPy files: every kind of number, both byte orders, both memory orders, all versions, and what is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNpy } from '../../src/data/npyFile';
import { type NpyType, npyFile, withHeader } from '../support/npy';

function tableOf(bytes: Uint8Array) {
  const reading = readNpy(bytes);
  if (reading.kind !== 'table') throw new Error(reading.because);
  const { values, ...shape } = reading.table;
  return { ...shape, values: [...values] };
}

const write = (f: (view: DataView, at: number, value: number) => void) => f;
const TYPES: readonly (NpyType & { values: readonly number[] })[] = [
  { descr: '<f8', bytes: 8, write: write((v, at, x) => v.setFloat64(at, x, true)), values: [0.1, -1e300] },
  { descr: '>f8', bytes: 8, write: write((v, at, x) => v.setFloat64(at, x, false)), values: [0.1, 1e-300] },
  { descr: '=f4', bytes: 4, write: write((v, at, x) => v.setFloat32(at, x, true)), values: [0.5, -2.25] },
  { descr: '>f4', bytes: 4, write: write((v, at, x) => v.setFloat32(at, x, false)), values: [0.5, -2.25] },
  { descr: '|i1', bytes: 1, write: write((v, at, x) => v.setInt8(at, x)), values: [-128, 127] },
  { descr: '|u1', bytes: 1, write: write((v, at, x) => v.setUint8(at, x)), values: [0, 255] },
  { descr: '|b1', bytes: 1, write: write((v, at, x) => v.setUint8(at, x)), values: [0, 1] },
  { descr: '<i2', bytes: 2, write: write((v, at, x) => v.setInt16(at, x, true)), values: [-300, 300] },
  { descr: '>u2', bytes: 2, write: write((v, at, x) => v.setUint16(at, x, false)), values: [1, 65535] },
  { descr: '<i4', bytes: 4, write: write((v, at, x) => v.setInt32(at, x, true)), values: [-70000, 3] },
  { descr: '>u4', bytes: 4, write: write((v, at, x) => v.setUint32(at, x, false)), values: [4e9, 1] },
  {
    descr: '>i8',
    bytes: 8,
    write: write((v, at, x) => v.setBigInt64(at, BigInt(x), false)),
    values: [-(2 ** 53), 7],
  },
  {
    descr: '<u8',
    bytes: 8,
    write: write((v, at, x) => v.setBigUint64(at, BigInt(x), true)),
    values: [2 ** 53, 0],
  },
];

describe('numbers', () => {
  it.each(TYPES)('of type $descr', (type) => {
    expect(tableOf(npyFile([2], type.values, type))).toEqual({
      dimensions: 1,
      rows: 2,
      columns: 1,
      values: type.values,
    });
  });

  it('of half precision', () => {
    const bits = [
      0x0000, 0x8000, 0x3c00, 0xbc00, 0x3555, 0x0001, 0x03ff, 0x0400, 0x7bff, 0x7c00, 0xfc00, 0x7e00,
    ];
    const values = [0, -0, 1, -1, 0.333251953125, 2 ** -24, 1023 * 2 ** -24, 2 ** -14, 65504];
    for (const isLittle of [true, false]) {
      const type: NpyType = {
        descr: isLittle ? '<f2' : '>f2',
        bytes: 2,
        write: (view, at, x) => view.setUint16(at, x, isLittle),
      };
      expect(tableOf(npyFile([12], bits, type)).values).toEqual([...values, Infinity, -Infinity, Number.NaN]);
    }
  });

  it.each([1, 2, 3] as const)('in version %i', (version) => {
    expect(tableOf(npyFile([1, 2], [3, 4], undefined, { version })).values).toEqual([3, 4]);
  });

  it('by columns, as Fortran stores them', () => {
    const file = npyFile([2, 3], [1, 4, 2, 5, 3, 6], undefined, { fortran: true });
    expect(tableOf(file)).toEqual({ dimensions: 2, rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] });
  });

  it('of a file that is a part of a larger buffer', () => {
    const file = npyFile([2], [1, 2]);
    const around = new Uint8Array(file.length + 7);
    around.set(file, 3);
    expect(tableOf(around.subarray(3, 3 + file.length)).values).toEqual([1, 2]);
  });
});

const plain = (shape: string, descr = "'<f8'") =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`;

const REFUSED: readonly { name: string; file: Uint8Array; because: string }[] = [
  { name: 'no bytes', file: new Uint8Array(), because: 'does not begin as NumPy files do' },
  {
    name: 'a text',
    file: new TextEncoder().encode('1,2\n3,4\n'),
    because: 'does not begin as NumPy files do',
  },
  {
    name: 'a later version',
    file: withHeader(plain('(1,)'), new Uint8Array(8), 4),
    because: 'has version 4',
  },
  { name: 'a cut header', file: npyFile([1], [1]).subarray(0, 9), because: 'ends inside its header' },
  { name: 'a cut header', file: npyFile([1], [1]).subarray(0, 40), because: 'its header claims 118 bytes' },
  { name: 'missing numbers', file: npyFile([3], [1, 2]), because: 'the file is cut off' },
  {
    name: '2⁴⁰ rows',
    file: withHeader(plain(`(${2 ** 40}, 1)`), new Uint8Array(64)),
    because: 'claims 1099511627776 × 1 numbers, and the limit is 16000000',
  },
  {
    name: 'more rows than a double counts',
    file: withHeader(plain(`(${'9'.repeat(400)}, 2)`), new Uint8Array(64)),
    because: 'the limit is 16000000',
  },
  { name: 'no rows', file: npyFile([0, 3], []), because: 'it is empty' },
  { name: 'one number', file: withHeader(plain('()'), new Uint8Array(8)), because: 'has 0 dimensions' },
  { name: 'a cube', file: npyFile([1, 1, 2], [1, 2]), because: 'has 3 dimensions' },
  { name: 'objects', file: withHeader(plain('(1,)', "'|O'"), new Uint8Array(8)), because: "of type '|O'" },
  { name: 'text', file: withHeader(plain('(1,)', "'<U3'"), new Uint8Array(12)), because: "of type '<U3'" },
  {
    name: 'complex numbers',
    file: withHeader(plain('(1,)', "'<c16'"), new Uint8Array(16)),
    because: "'<c16'",
  },
  {
    name: 'records',
    file: withHeader(plain('(1,)', "[('a', '<f8')]"), new Uint8Array(8)),
    because: 'does not say how plain numbers are stored',
  },
];

describe('what is refused', () => {
  it.each(REFUSED)('$name: $because', ({ file, because }) => {
    expect(readNpy(file)).toMatchObject({ kind: 'unreadable', because: expect.stringContaining(because) });
  });

  it('is told of any bytes, never thrown', () => {
    const header = fc
      .tuple(fc.string({ maxLength: 80 }), fc.uint8Array({ maxLength: 40 }))
      .map(([text, data]) => withHeader(text, data));
    const damaged = fc
      .tuple(fc.nat(200), fc.nat(255))
      .map(([at, byte]) => npyFile([2, 2], [1, 2, 3, 4]).map((old, k) => (k === at ? byte : old)));
    const property = fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), header, damaged), (bytes) => {
      expect(['table', 'unreadable']).toContain(readNpy(bytes).kind);
    });
    fc.assert(property, { seed: 4, numRuns: 2000 });
  });
});
