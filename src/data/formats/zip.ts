/** The members of a zip file, found by its directory and unpacked one by one. */
import { inflateSync } from 'fflate';
import { type ByteSource, bytesInMemory } from '../dataFile';
import { UnreadableData } from '../dataReading';

export interface ZipMember {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Throws: UnreadableData. */
  open(): Promise<ByteSource>;
}

/** Signatures of the directory's end, of its 64-bit twin, of an entry, and of a member. */
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const MEMBER = 0x04034b50;
/** Bytes of the directory's end with the longest comment. */
const LONGEST_END = 22 + 65_535 + 20;
const STORED = 0;
const DEFLATED = 8;
/** What stands for a number that only the 64-bit fields hold. */
const IN_64 = 0xffffffff;
const LARGEST_DIRECTORY = 16_000_000;
/** Bytes of a packed member, which is unpacked as a whole. */
const LARGEST_UNPACKED = 1_000_000_000;

export async function zipMembers(bytes: ByteSource): Promise<ZipMember[]> {
  const { count, size, offset } = await directoryPlace(bytes);
  if (size > LARGEST_DIRECTORY || offset + size > bytes.size) throw damaged();
  const directory = viewOf(await bytes.read(offset, offset + size));
  const members: ZipMember[] = [];
  let at = 0;
  for (let k = 0; k < count; k++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== ENTRY) throw damaged();
    const names = directory.getUint16(at + 28, true);
    const extras = directory.getUint16(at + 30, true);
    const end = at + 46 + names + extras + directory.getUint16(at + 32, true);
    if (end > directory.byteLength) throw damaged();
    members.push(memberOf(bytes, directory, at));
    at = end;
  }
  return members;
}

interface Place {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

async function directoryPlace(bytes: ByteSource): Promise<Place> {
  const from = Math.max(0, bytes.size - LONGEST_END);
  const tail = viewOf(await bytes.read(from, bytes.size));
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== END) at--;
  if (at < 0)
    throw new UnreadableData('it does not end as files of `numpy.savez` do: it is something else or cut off');
  const place = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  if (place.offset !== IN_64 && place.size !== IN_64 && place.count !== 0xffff) return place;
  if (at < 20 || tail.getUint32(at - 20, true) !== LOCATOR_64) throw damaged();
  const end = Number(tail.getBigUint64(at - 12, true));
  if (end + 56 > bytes.size) throw damaged();
  const wide = viewOf(await bytes.read(end, end + 56));
  if (wide.getUint32(0, true) !== END_64) throw damaged();
  const number = (where: number) => Number(wide.getBigUint64(where, true));
  return { count: number(32), size: number(40), offset: number(48) };
}

function memberOf(bytes: ByteSource, directory: DataView, at: number): ZipMember {
  const names = directory.getUint16(at + 28, true);
  const name = new TextDecoder().decode(
    new Uint8Array(directory.buffer, directory.byteOffset + at + 46, names),
  );
  const isEncrypted = (directory.getUint16(at + 8, true) & 1) !== 0;
  const method = directory.getUint16(at + 10, true);
  const { size, packed, offset } = wideNumbers(directory, at);
  return {
    name,
    size,
    async open() {
      if (isEncrypted) throw new UnreadableData(`\`${name}\` in it is encrypted`);
      if (method !== STORED && method !== DEFLATED)
        throw new UnreadableData(`\`${name}\` in it is packed in a way that NumPy does not use`);
      const head = viewOf(await bytes.read(offset, offset + 30));
      if (head.byteLength < 30 || head.getUint32(0, true) !== MEMBER) throw damaged();
      const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
      if (start + packed > bytes.size) throw damaged();
      if (method === STORED) return part(bytes, start, packed);
      if (size > LARGEST_UNPACKED)
        throw new UnreadableData(
          `\`${name}\` in it has ${size} bytes when unpacked, and the limit is ${LARGEST_UNPACKED}. Save it with \`numpy.savez\`, which does not pack`,
        );
      return bytesInMemory(inflated(await bytes.read(start, start + packed), size));
    },
  };
}

/** Sizes and place of a member, which stand in its 64-bit field where they do not fit. */
function wideNumbers(directory: DataView, at: number): { size: number; packed: number; offset: number } {
  const narrow = {
    size: directory.getUint32(at + 24, true),
    packed: directory.getUint32(at + 20, true),
    offset: directory.getUint32(at + 42, true),
  };
  let extra = at + 46 + directory.getUint16(at + 28, true);
  const end = extra + directory.getUint16(at + 30, true);
  for (; extra + 4 <= end; extra += 4 + directory.getUint16(extra + 2, true)) {
    if (directory.getUint16(extra, true) !== 1) continue;
    let field = extra + 4;
    const wide = (known: number) => {
      if (known !== IN_64) return known;
      if (field + 8 > end) throw damaged();
      field += 8;
      return Number(directory.getBigUint64(field - 8, true));
    };
    return { size: wide(narrow.size), packed: wide(narrow.packed), offset: wide(narrow.offset) };
  }
  return narrow;
}

function part(bytes: ByteSource, start: number, size: number): ByteSource {
  return {
    size,
    read: (from, to) => bytes.read(start + Math.min(from, size), start + Math.min(to, size)),
  };
}

/** Into a room of the size that the directory claims: what unpacks to more is no file of NumPy. */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    const unpacked = inflateSync(packed, { out: new Uint8Array(size) });
    if (unpacked.length === size) return unpacked;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  throw damaged();
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
const damaged = () => new UnreadableData('its directory of arrays is damaged or cut off');
