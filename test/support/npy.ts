/** Files as NumPy writes them, byte by byte after the format's specification. */

/** How one number of an array is stored. */
export interface NpyType {
  readonly descr: string;
  readonly bytes: number;
  readonly write: (view: DataView, at: number, value: number) => void;
}

export const DOUBLE: NpyType = {
  descr: '<f8',
  bytes: 8,
  write: (view, at, value) => view.setFloat64(at, value, true),
};

/** Magic, version, length of the header, header padded with spaces and ended by a line break, then the numbers. */
export function npyFile(
  shape: readonly number[],
  values: readonly number[],
  { descr, bytes, write }: NpyType = DOUBLE,
  { version = 1, fortran = false }: { version?: 1 | 2 | 3; fortran?: boolean } = {},
): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': ${tuple}, }`;
  const data = new Uint8Array(values.length * bytes);
  const view = new DataView(data.buffer);
  for (const [k, value] of values.entries()) write(view, k * bytes, value);
  return withHeader(dictionary, data, version);
}

/** Any header before any bytes. */
export function withHeader(dictionary: string, data: Uint8Array, version = 1): Uint8Array {
  const start = version === 1 ? 10 : 12;
  const padded = `${dictionary}${' '.repeat((64 - ((start + dictionary.length + 1) % 64)) % 64)}\n`;
  const file = new Uint8Array(start + padded.length + data.length);
  const view = new DataView(file.buffer);
  file.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  if (version === 1) view.setUint16(8, padded.length, true);
  else view.setUint32(8, padded.length, true);
  file.set(new TextEncoder().encode(padded), start);
  file.set(data, start + padded.length);
  return file;
}
