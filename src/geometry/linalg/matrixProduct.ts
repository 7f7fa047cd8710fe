/** Products of dense matrices, fast enough to be the inner loop of a search. */

/** Rows of numbers in one array, each `stride` after the one before. */
export interface DenseRows {
  readonly entries: Float64Array;
  readonly rows: number;
  readonly stride: number;
}

/**
 * C = A Bᵀ, of the first `length` columns of both. Shape: m × n into `out`; where `lower` is set, m = n and entries above
 * the diagonal are left as they are, but for some beside it.
 * Two rows by two at a time: four products for four numbers read, where one row by one makes one for two.
 */
export function timesTransposed(
  a: DenseRows,
  b: DenseRows,
  length: number,
  out: DenseRows,
  lower = false,
): void {
  const c = out.entries;
  for (let g = 0; g < a.rows; g += 2) {
    const last = lower ? Math.min(b.rows, g + 2) : b.rows;
    const isPair = g + 1 < a.rows;
    for (let h = 0; h < last; h += 2) {
      if (isPair && h + 1 < b.rows) {
        fourProducts(a, g, b, h, length, out);
        continue;
      }
      for (let i = g; i < Math.min(g + 2, a.rows); i++)
        for (let j = h; j < Math.min(h + 2, b.rows); j++) c[i * out.stride + j] = product(a, i, b, j, length);
    }
  }
}

function fourProducts(
  a: DenseRows,
  g: number,
  b: DenseRows,
  h: number,
  length: number,
  out: DenseRows,
): void {
  const x = a.entries;
  const y = b.entries;
  const g0 = g * a.stride;
  const g1 = g0 + a.stride;
  const h0 = h * b.stride;
  const h1 = h0 + b.stride;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let k = 0; k < length; k++) {
    const x0 = x[g0 + k];
    const x1 = x[g1 + k];
    const y0 = y[h0 + k];
    const y1 = y[h1 + k];
    s00 += x0 * y0;
    s01 += x0 * y1;
    s10 += x1 * y0;
    s11 += x1 * y1;
  }
  const at = g * out.stride + h;
  out.entries[at] = s00;
  out.entries[at + 1] = s01;
  out.entries[at + out.stride] = s10;
  out.entries[at + out.stride + 1] = s11;
}

function product(a: DenseRows, i: number, b: DenseRows, j: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += a.entries[i * a.stride + k] * b.entries[j * b.stride + k];
  return sum;
}

/** The first `columns` columns of A as rows. Shape: columns × m into `out`. */
export function transpose(a: DenseRows, columns: number, out: DenseRows): void {
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < columns; k++) out.entries[k * out.stride + i] = a.entries[i * a.stride + k];
}
