/** Writes data files for the bench in pieces, so that the memory which is measured is that of reading. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { noise } from '../support/noise';
import { withHeader } from '../support/npy';

const CLASSES = 100;
const SPLITS = ['train', 'val', 'test'];
/** Rows that are written at once. */
const PIECE = 10_000;

/** Each answers with the name of the file or folder that it has written. */
export async function writeCsv(folder: string, n: number): Promise<string> {
  const ages = noise(n, 1);
  const line = (i: number) =>
    `images/${String(i).padStart(7, '0')}.jpg,class_${i % CLASSES},${(50 + 20 * ages[i]).toFixed(4)},${SPLITS[i % 3]},${i % 20}\n`;
  const file = await open(join(folder, 'a.csv'), 'w');
  await file.write('path,label,age,split,site\n');
  for (let start = 0; start < n; start += PIECE)
    await file.write(Array.from({ length: Math.min(PIECE, n - start) }, (_, k) => line(start + k)).join(''));
  await file.close();
  return 'a.csv';
}

export async function writeParquet(folder: string, n: number): Promise<string> {
  const rows = Array.from({ length: n }, (_, i) => i);
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'path', data: rows.map((i) => `images/${i}.jpg`), type: 'STRING' },
      { name: 'label', data: rows.map((i) => `class_${i % CLASSES}`), type: 'STRING' },
      { name: 'age', data: Array.from(noise(n, 1)), type: 'DOUBLE' },
      { name: 'split', data: rows.map((i) => SPLITS[i % 3]), type: 'STRING' },
      { name: 'site', data: rows.map((i) => i % 20), type: 'INT32' },
    ],
  });
  await writeFile(join(folder, 'a.parquet'), new Uint8Array(buffer));
  return 'a.parquet';
}

const COLUMNS = 16;

export async function writeNpy(folder: string, n: number): Promise<string> {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${n}, ${COLUMNS}), }`;
  const file = await open(join(folder, 'x.npy'), 'w');
  await file.write(withHeader(header, new Uint8Array(0)));
  const piece = Float32Array.from(noise(PIECE * COLUMNS, 1));
  for (let start = 0; start < n; start += PIECE)
    await file.write(new Uint8Array(piece.buffer, 0, 4 * COLUMNS * Math.min(PIECE, n - start)));
  await file.close();
  return 'x.npy';
}

/** 1000 classes. */
export async function writeFolder(folder: string, n: number): Promise<string> {
  for (let c = 0; c < 1000; c++) {
    const inner = join(folder, 'images', `class_${c}`);
    await mkdir(inner, { recursive: true });
    for (let k = c; k < n; k += 1000) await writeFile(join(inner, `${k}.jpg`), '');
  }
  return 'images';
}
