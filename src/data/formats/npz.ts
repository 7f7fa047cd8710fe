/** Files of `numpy.savez`: every array is a column, all with the same number of rows. */
import type { ByteSource } from '../dataFile';
import { UnreadableData } from '../dataReading';
import { BATCH_ROWS, type Batch, type DataTable } from '../dataTable';
import { openNpyTable } from './npy';
import { type NpyArray, openNpy } from './npyArray';
import { rowFromZero } from './rowFromZero';
import { type ZipMember, zipMembers } from './zip';

/** With a single array the file is what that array would be in a file of its own. */
export async function openNpz(bytes: ByteSource): Promise<DataTable> {
  const members = (await zipMembers(bytes)).filter(({ name }) => name.endsWith('.npy'));
  if (members.length === 0) throw new UnreadableData('it holds no arrays');
  const names = members.map(arrayName);
  const [only] = members;
  const single = members.length === 1 ? await openNpyTable(await only.open()) : null;
  return {
    names,
    width: names.length,
    isList: single?.isList ?? false,
    isMatrix: false,
    batches: (columns) => arrayBatches(columns.map((k) => members[k])),
    ...(single?.wholeRows ? { wholeRows: single.wholeRows } : {}),
  };
}

async function* arrayBatches(members: readonly ZipMember[]): AsyncGenerator<Batch> {
  const arrays: NpyArray[] = [];
  for (const member of members) arrays.push(await openNpy(await member.open()));
  const [{ rows }] = arrays;
  const other = arrays.findIndex((array) => array.rows !== rows);
  if (other >= 0)
    throw new UnreadableData(
      `\`${arrayName(members[0])}\` in it has ${rows} rows, but \`${arrayName(members[other])}\` has ${arrays[other].rows}: a row must be the same sample in both`,
    );
  for (let start = 0; start < rows; start += BATCH_ROWS) {
    const end = Math.min(rows, start + BATCH_ROWS);
    const columns = await Promise.all(arrays.map((array) => array.read(start, end, null)));
    yield { rows: end - start, columns, placeOf: (row) => rowFromZero(start + row) };
  }
}

const arrayName = ({ name }: ZipMember) => name.slice(0, -'.npy'.length);
