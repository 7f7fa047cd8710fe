/** Numbers in text files, and which reader a file's name chooses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathBeside } from '../../src/data/dataFile';
import { readTable } from '../../src/data/numberTable';
import { npyFile } from '../support/npy';

const bytes = (text: string) => new TextEncoder().encode(text);
const SQUARE = { dimensions: 2, rows: 2, columns: 2, values: Float64Array.of(1, 0.5, -2e-3, 4) };

const READ: readonly (readonly [string, string])[] = [
  ['w.csv', '1,0.5\n-2e-3,4\n'],
  ['w.csv', '1, .5\r\n-0.002 ,4.'],
  ['w.csv', '\uFEFF1;0.5\n-2E-3;+4\n'],
  ['w.csv', '# saved by numpy\n1.0 0.5\n-2e-03 4\n\n'],
  ['w.csv', 'near,far\n1,0.5\n-2e-3,4'],
  ['w.csv', '"1","0.5"\n"-2e-3","4"'],
  ['deep/w.TSV', '1\t0.5\n-2e-3\t4\n'],
  ['w.csv', '1\t0.5\n-2e-3\t4\n'],
];

describe('text', () => {
  it.each(READ)('%s: %j', (path, text) => {
    expect(readTable(path, bytes(text))).toEqual({ kind: 'table', table: SQUARE });
  });

  it.each([
    ['w.csv', '', 'it holds no numbers'],
    ['w.csv', 'a,b\n', 'it holds no numbers'],
    ['w.csv', '1,2\n3,x', 'line 2 holds `x` where a number should stand'],
    ['w.csv', '1,2\n3,', 'line 2 holds `` where a number should stand'],
    ['w.csv', '1,2\nconstructor,3', 'line 2 holds `constructor`'],
    ['w.csv', '1,2\n\n3,4,5', 'line 3 has length 3, but the lines before have length 2'],
    ['w.tsv', '1,2\n3,4\n', 'it holds no numbers'],
    ['w.npz', '1', 'numbers are read from files that end in .npy, .csv or .tsv'],
    ['constructor', '1', 'numbers are read from files'],
  ])('%s: %j is refused: %s', (path, text, because) => {
    expect(readTable(path, bytes(text))).toMatchObject({
      kind: 'unreadable',
      because: expect.stringContaining(because),
    });
  });

  it('keeps what is no finite number for its reader to refuse', () => {
    const reading = readTable('w.csv', bytes('nan,inf\n-Inf,1'));
    expect(reading).toMatchObject({ table: { values: Float64Array.of(Number.NaN, Infinity, -Infinity, 1) } });
  });

  it('holds the same numbers as a NumPy file of them', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 4,
      maxLength: 4,
    });
    const property = fc.property(numbers, (values) => {
      const [a, b, c, d] = values.map((x) => x + 0);
      const text = readTable('w.csv', bytes(`${a},${b}\n${c},${d}`));
      expect(text).toEqual(readTable('w.npy', npyFile([2, 2], [a, b, c, d])));
    });
    fc.assert(property, { seed: 5, numRuns: 300 });
  });
});

it.each([
  ['a.yaml', 'w.npy', 'w.npy'],
  ['runs/a.yaml', 'w.npy', 'runs/w.npy'],
  ['runs/a.yaml', './data//w.npy', 'runs/data/w.npy'],
  ['runs/a.yaml', '../w.npy', 'w.npy'],
  ['runs/a.yaml', '../../w.npy', null],
  ['a.yaml', '..', null],
  ['a.yaml', '.', null],
  ['a.yaml', '/etc/passwd', null],
  ['a.yaml', 'C:\\w.npy', null],
  ['a.yaml', '\\\\host\\w.npy', null],
  ['a.yaml', 'x/../../w.npy', null],
])('in %s the name %s means %s', (document, name, path) => {
  expect(pathBeside(document, name)).toBe(path);
});
