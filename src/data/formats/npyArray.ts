/** Arrays that NumPy saved: the .npy format, versions 1 to 3, in one or two dimensions; any run of rows by itself. */
import type { ByteSource } from '../dataFile';
import { UnreadableData } from '../dataReading';
import { type Column, cellsOf } from '../dataTable';
import { type NumpyType, numpyType } from './numpyType';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Bytes. NumPy itself refuses longer headers. */
const LONGEST_HEADER = 10_000;

export interface NpyArray {
  readonly rows: number;
  /** Null for an array of one dimension. */
  readonly columns: number | null;
  /** A column of rows from `start` to before `end`; null for whole rows. */
  read(start: number, end: number, column: number | null): Promise<Column>;
}

/** Its header is checked against the bytes that there are before anything of its size is allocated. */
export async function openNpy(bytes: ByteSource): Promise<NpyArray> {
  const head = await bytes.read(0, 12);
  if (MAGIC.some((byte, k) => head[k] !== byte))
    throw new UnreadableData('it does not begin as NumPy files do. Save it with `numpy.save`');
  const version = head[6];
  if (version < 1 || version > 3)
    throw new UnreadableData(`its format has version ${version}, and 1 to 3 are read`);
  const start = version === 1 ? 10 : 12;
  if (head.length < start) throw new UnreadableData('it ends inside its header');
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST_HEADER || start + length > bytes.size)
    throw new UnreadableData(`its header claims ${length} bytes, more than there are or than a header has`);
  const header = new TextDecoder().decode(await bytes.read(start, start + length));
  return arrayOf(readHeader(header), bytes, start + length);
}

interface Header {
  readonly type: NumpyType;
  readonly rows: number;
  readonly columns: number | null;
  readonly isTransposed: boolean;
}

function readHeader(header: string): Header {
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(header)?.[1].match(/\d+/g)?.map(Number) ?? [];
  if (descr === undefined || order === undefined)
    throw new UnreadableData(
      'its header does not say how plain numbers are stored. Save one array of numbers',
    );
  const type = numpyType(descr);
  if (type === null)
    throw new UnreadableData(
      `it holds values of type '${descr}'. Save numbers, \`array.astype("float64")\`, or texts, \`array.astype(str)\``,
    );
  if (shape.length < 1 || shape.length > 2)
    throw new UnreadableData(`it has ${shape.length} dimensions, and arrays of one or two are read`);
  const [rows, columns = null] = shape;
  return { type, rows, columns, isTransposed: order === 'True' && columns !== null };
}

function arrayOf({ type, rows, columns, isTransposed }: Header, bytes: ByteSource, offset: number): NpyArray {
  const width = columns ?? 1;
  const available = bytes.size - offset;
  if (rows * width === 0) throw new UnreadableData('it is empty');
  // Dimensions of hundreds of digits make infinities, and those with zeros what is no number at all.
  if (!(rows * width * type.bytes <= available))
    throw new UnreadableData(
      `its header claims ${rows} × ${width} values of ${type.bytes} bytes, but ${available} bytes follow: the file is cut off`,
    );
  const elements = async (from: number, to: number) => {
    const data = await bytes.read(offset + from * type.bytes, offset + to * type.bytes);
    if (data.length !== (to - from) * type.bytes) throw new UnreadableData('it is cut off');
    return type.decode(data);
  };
  return {
    rows,
    columns,
    async read(start, end, column) {
      if (columns === null) return cellsOf(await elements(start, end));
      if (isTransposed) {
        const wanted = column === null ? Array.from({ length: width }, (_, k) => k) : [column];
        const read = await Promise.all(wanted.map((k) => elements(k * rows + start, k * rows + end)));
        return column === null ? vectors(read, end - start) : cellsOf(read[0]);
      }
      const all = await elements(start * width, end * width);
      return column === null ? wholeRows(all, width) : cellsOf(everyOf(all, width, column));
    },
  };
}

function wholeRows(elements: ArrayLike<unknown>, width: number): Column {
  return { kind: 'vectors', width, values: doubles(elements) };
}

function vectors(columns: readonly ArrayLike<unknown>[], rows: number): Column {
  const width = columns.length;
  const values = new Float64Array(rows * width);
  for (const [k, column] of columns.map(doubles).entries())
    for (let i = 0; i < rows; i++) values[i * width + k] = column[i];
  return { kind: 'vectors', width, values };
}

/** Throws: UnreadableData, for texts. */
function doubles(elements: ArrayLike<unknown>): Float64Array {
  if (elements instanceof Float64Array) return elements;
  if (typeof elements[0] === 'string')
    throw new UnreadableData('it holds texts where rows of numbers should stand');
  // A type of numbers holds numbers.
  if (typeof elements[0] === 'number') return new Float64Array(elements as ArrayLike<number>);
  return Float64Array.from(elements as ArrayLike<bigint | boolean>, Number);
}

function everyOf(elements: ArrayLike<unknown>, width: number, column: number): unknown[] {
  return Array.from({ length: elements.length / width }, (_, i) => elements[i * width + column]);
}
