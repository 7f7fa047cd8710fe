/** Products against their definition, for all parities of their sizes. */
import { expect, test } from 'vitest';
import { type DenseRows, timesTransposed, transpose } from '../../../src/geometry/linalg/matrixProduct';
import { noise } from '../../support/noise';

const dense = (rows: number, stride: number, seed: number): DenseRows => ({
  entries: noise(rows * stride, seed),
  rows,
  stride,
});
const at = ({ entries, stride }: DenseRows, i: number, j: number) => entries[i * stride + j];

const sizes = [1, 2, 3, 4, 7].flatMap((m) =>
  [1, 2, 5].flatMap((n) => [1, 4, 5].map((k) => [m, n, k] as const)),
);

test.each(sizes)('%i × %i over %i columns', (m, n, k) => {
  const [a, b, out] = [dense(m, k + 2, 1), dense(n, k + 1, 2), dense(m, n + 3, 3)];
  const beside = out.entries.slice();
  timesTransposed(a, b, k, out);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += at(a, i, l) * at(b, j, l);
      expect(at(out, i, j)).toBeCloseTo(sum, 12);
    }
    for (let j = n; j < n + 3; j++) expect(at(out, i, j)).toBe(beside[i * out.stride + j]);
  }
});

test.each([1, 2, 5, 6])('the lower triangle of %i × itself', (m) => {
  const a = dense(m, 4, 5);
  const [whole, lower] = [dense(m, m, 6), dense(m, m, 7)];
  timesTransposed(a, a, 4, whole);
  timesTransposed(a, a, 4, lower, true);
  for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) expect(at(lower, i, j)).toBe(at(whole, i, j));
});

test('transposing twice changes nothing', () => {
  const a = dense(5, 4, 8);
  const turned = dense(3, 5, 9);
  const back = dense(5, 3, 10);
  transpose(a, 3, turned);
  transpose(turned, 5, back);
  for (let i = 0; i < 5; i++) for (let k = 0; k < 3; k++) expect(at(back, i, k)).toBe(at(a, i, k));
});
