/** Reads arrays that NumPy saved: the .npy format, versions 1 to 3, of numbers in one or two dimensions. */
import { halfFloat } from './halfFloat';
import { MOST_NUMBERS, type TableReading, unreadable } from './tableReading';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Bytes. NumPy itself refuses longer headers. */
const LONGEST_HEADER = 10_000;

/** The header is checked against the bytes that there are before anything of its size is allocated. */
export function readNpy(bytes: Uint8Array): TableReading {
  if (MAGIC.some((byte, k) => bytes[k] !== byte))
    return unreadable('it does not begin as NumPy files do. Save it with `numpy.save`');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6];
  if (version < 1 || version > 3) return unreadable(`its format has version ${version}, and 1 to 3 are read`);
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start) return unreadable('it ends inside its header');
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST_HEADER || start + length > bytes.length)
    return unreadable(`its header claims ${length} bytes, more than there are or than a header has`);
  const header = new TextDecoder('utf-8').decode(bytes.subarray(start, start + length));
  return readArray(
    header,
    new DataView(bytes.buffer, bytes.byteOffset + start + length, bytes.length - start - length),
  );
}

function readArray(header: string, data: DataView): TableReading {
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(header)?.[1].match(/\d+/g)?.map(Number) ?? [];
  if (descr === undefined || order === undefined)
    return unreadable('its header does not say how plain numbers are stored. Save one array of numbers');
  const type = readType(descr);
  if (type === null)
    return unreadable(`it holds values of type '${descr}'. Save numbers: \`array.astype("float64")\``);
  if (shape.length < 1 || shape.length > 2)
    return unreadable(`it has ${shape.length} dimensions, and arrays of one or two are read`);
  const [rows, columns = 1] = shape;
  const problem = checkSize(rows, columns, type.bytes, data.byteLength);
  if (problem !== null) return unreadable(problem);
  const values = new Float64Array(rows * columns);
  const isTransposed = order === 'True' && shape.length === 2;
  for (let k = 0; k < values.length; k++) {
    const at = isTransposed ? (k % rows) * columns + Math.floor(k / rows) : k;
    values[at] = type.read(data, k * type.bytes);
  }
  return { kind: 'table', table: { dimensions: shape.length === 1 ? 1 : 2, rows, columns, values } };
}

function checkSize(rows: number, columns: number, size: number, available: number): string | null {
  const count = rows * columns;
  if (count === 0) return 'it is empty';
  if (count > MOST_NUMBERS)
    return `its header claims ${rows} × ${columns} numbers, and the limit is ${MOST_NUMBERS}`;
  if (count * size > available)
    return `its header claims ${rows} × ${columns} numbers of ${size} bytes, but ${available} bytes follow: the file is cut off`;
  return null;
}

interface NumberType {
  readonly bytes: number;
  readonly read: (data: DataView, at: number) => number;
}

/** Null for what is no real number: text, dates, complex numbers, and objects, which would have to be executed. */
function readType(descr: string): NumberType | null {
  const [, order, kind, size] = /^([<>=|]?)([fiub])(\d+)$/.exec(descr) ?? [];
  const isLittle = order !== '>';
  switch (`${kind}${size}`) {
    case 'f2':
      return { bytes: 2, read: (data, at) => halfFloat(data.getUint16(at, isLittle)) };
    case 'f4':
      return { bytes: 4, read: (data, at) => data.getFloat32(at, isLittle) };
    case 'f8':
      return { bytes: 8, read: (data, at) => data.getFloat64(at, isLittle) };
    case 'i1':
      return { bytes: 1, read: (data, at) => data.getInt8(at) };
    case 'i2':
      return { bytes: 2, read: (data, at) => data.getInt16(at, isLittle) };
    case 'i4':
      return { bytes: 4, read: (data, at) => data.getInt32(at, isLittle) };
    case 'i8':
      return { bytes: 8, read: (data, at) => Number(data.getBigInt64(at, isLittle)) };
    case 'b1':
    case 'u1':
      return { bytes: 1, read: (data, at) => data.getUint8(at) };
    case 'u2':
      return { bytes: 2, read: (data, at) => data.getUint16(at, isLittle) };
    case 'u4':
      return { bytes: 4, read: (data, at) => data.getUint32(at, isLittle) };
    case 'u8':
      return { bytes: 8, read: (data, at) => Number(data.getBigUint64(at, isLittle)) };
    default:
      return null;
  }
}
