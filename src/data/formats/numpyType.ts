/** How NumPy stores the elements of an array: by the `descr` of its header. */
import { halfFloat } from '../halfFloat';

export interface NumpyType {
  /** Bytes of one element. */
  readonly bytes: number;
  /** Elements that stand one behind the other in `data`. */
  readonly decode: (data: Uint8Array) => ArrayLike<unknown>;
}

/** Null for dates, complex numbers and records, and for objects, which would have to be executed. */
export function numpyType(descr: string): NumpyType | null {
  const [, order, kind, digits] = /^([<>=|]?)([fiubSU])(\d+)$/.exec(descr) ?? [];
  if (kind === undefined) return null;
  const size = Number(digits);
  if (size < 1) return null;
  const isLittle = order !== '>';
  if (kind === 'S') return { bytes: size, decode: (data) => texts(data, size, latin) };
  if (kind === 'U')
    return { bytes: 4 * size, decode: (data) => texts(data, 4 * size, (text) => unicode(text, isLittle)) };
  if (kind === 'b' && size === 1) return { bytes: 1, decode: (data) => Array.from(data, (x) => x !== 0) };
  const decode = NUMBERS[`${kind}${size}`];
  if (decode === undefined) return null;
  return { bytes: size, decode: (data) => decode(inHostOrder(data, size, isLittle)) };
}

const NUMBERS: Readonly<Record<string, (data: Uint8Array) => ArrayLike<unknown>>> = {
  f2: (data) => Float64Array.from(new Uint16Array(...placeOf(data, 2)), halfFloat),
  f4: (data) => new Float32Array(...placeOf(data, 4)),
  f8: (data) => new Float64Array(...placeOf(data, 8)),
  i1: (data) => new Int8Array(...placeOf(data, 1)),
  i2: (data) => new Int16Array(...placeOf(data, 2)),
  i4: (data) => new Int32Array(...placeOf(data, 4)),
  i8: (data) => new BigInt64Array(...placeOf(data, 8)),
  u1: (data) => data,
  u2: (data) => new Uint16Array(...placeOf(data, 2)),
  u4: (data) => new Uint32Array(...placeOf(data, 4)),
  u8: (data) => new BigUint64Array(...placeOf(data, 8)),
};

const placeOf = ({ buffer, byteOffset, length }: Uint8Array, size: number) =>
  [buffer as ArrayBuffer, byteOffset, length / size] as const;

const HOST_IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Aligned, and in the byte order of this machine. */
function inHostOrder(data: Uint8Array, size: number, isLittle: boolean): Uint8Array {
  const isSwapped = size > 1 && isLittle !== HOST_IS_LITTLE;
  const aligned = isSwapped || data.byteOffset % size !== 0 ? data.slice() : data;
  if (isSwapped) for (let at = 0; at < aligned.length; at += size) aligned.subarray(at, at + size).reverse();
  return aligned;
}

function texts(data: Uint8Array, size: number, decode: (bytes: Uint8Array) => string): string[] {
  return Array.from({ length: data.length / size }, (_, k) =>
    decode(data.subarray(k * size, (k + 1) * size)).replace(/\0+$/, ''),
  );
}

/** Bytes of ASCII or UTF-8. */
const decoder = new TextDecoder();
const latin = (bytes: Uint8Array) => decoder.decode(bytes);

/** UCS-4. */
function unicode(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    text += code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  }
  return text;
}
