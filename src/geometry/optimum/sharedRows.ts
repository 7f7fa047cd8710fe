/** Many softmaxes of one anchor, evaluated by products: its exponentials are taken once for all of them. */
import type { Softmaxes } from '../../objective/softmaxes';

/** The softmaxes by anchor, and where their weights are. */
export interface SharedRows {
  /** Softmaxes of anchor g: `order[start[g]] … order[start[g + 1] − 1]`. */
  readonly order: Int32Array;
  readonly start: Int32Array;
  /** Columns with weight of softmax r: `weighted[first[r]] … weighted[first[r + 1] − 1]`. */
  readonly weighted: Int32Array;
  readonly first: Int32Array;
  /** Σ w t of each softmax. */
  readonly wish: Float64Array;
}

export function sharedRows({ size, anchorOf, mass, weight, logRatio }: Softmaxes): SharedRows {
  const width = size + 1;
  const start = new Int32Array(size + 1);
  for (const anchor of anchorOf) start[anchor + 1]++;
  for (let g = 0; g < size; g++) start[g + 1] += start[g];
  const order = new Int32Array(mass.length);
  const next = start.slice();
  const first = new Int32Array(mass.length + 1);
  const weighted: number[] = [];
  const wish = new Float64Array(mass.length);
  for (let r = 0; r < mass.length; r++) {
    order[next[anchorOf[r]]++] = r;
    for (let k = 0; k < width; k++) {
      if (weight[r * width + k] === 0) continue;
      weighted.push(k);
      wish[r] += weight[r * width + k] * logRatio[r * width + k];
    }
    first[r + 1] = weighted.length;
  }
  return { order, start, weighted: Int32Array.from(weighted), first, wish };
}

interface Laid extends Softmaxes {
  readonly temperature: number;
}

/** A smaller gap is a difference of numbers that cancel: then the softmax is evaluated the careful way. */
const SMALL_GAP = 1e-8;
/** Nor is a denominator trusted that has underflowed. */
const SMALLEST_DENOMINATOR = 1e-250;

/**
 * Σ_r a_r (L_r − B_r) with E_k = exp((s_k − max s)/τ), log Σ b_rk E_k as a product of row and E, and its derivative
 * Σ_r a_r (b_rk E_k / Σ b_r E − w_rk)/τ. Softmaxes with gaps below SMALL_GAP are left to `careful`, which adds their
 * derivatives itself. Shape: R × (G + 1). Units: nats. Source: [Vock2026].
 */
export function gapOfShared(
  rows: Laid,
  shared: SharedRows,
  similarities: Float64Array,
  derivative: Float64Array,
  careful: (row: number) => number,
): number {
  const width = rows.size + 1;
  const logits = new Float64Array(width);
  const exponentials = new Float64Array(width);
  const push = new Float64Array(width);
  let gap = 0;
  for (let g = 0; g < rows.size; g++) {
    if (shared.start[g] === shared.start[g + 1]) continue;
    shiftedLogits(rows, similarities, g, logits);
    for (let k = 0; k < width; k++) exponentials[k] = Math.exp(logits[k]);
    push.fill(0);
    for (let at = shared.start[g]; at < shared.start[g + 1]; at++) {
      const r = shared.order[at];
      if (rows.mass[r] === 0) continue;
      const denominator = product(rows.multiplicity, r * width, exponentials, width);
      const own = Math.log(denominator) + shared.wish[r] - wishedLogit(rows, shared, logits, r);
      if (!(denominator > SMALLEST_DENOMINATOR && own > SMALL_GAP) || rows.decoupled) {
        gap += careful(r);
        continue;
      }
      gap += rows.mass[r] * own;
      pull(rows, shared, derivative, g * width, r);
      addRow(push, rows.mass[r] / (rows.temperature * denominator), rows.multiplicity, r * width, width);
    }
    for (let k = 0; k < width; k++) derivative[g * width + k] += push[k] * exponentials[k];
  }
  return gap;
}

/** (s − max s)/τ of an anchor's columns. */
function shiftedLogits(
  { size, temperature }: Laid,
  similarities: Float64Array,
  g: number,
  logits: Float64Array,
): void {
  const at = g * (size + 1);
  let largest = -Infinity;
  for (let k = 0; k <= size; k++) if (similarities[at + k] > largest) largest = similarities[at + k];
  for (let k = 0; k <= size; k++) logits[k] = (similarities[at + k] - largest) / temperature;
}

function wishedLogit({ weight, size }: Laid, shared: SharedRows, logits: Float64Array, r: number): number {
  let sum = 0;
  for (let at = shared.first[r]; at < shared.first[r + 1]; at++) {
    const k = shared.weighted[at];
    sum += weight[r * (size + 1) + k] * logits[k];
  }
  return sum;
}

/** The weights' part of the derivative. */
function pull(
  { weight, mass, size, temperature }: Laid,
  shared: SharedRows,
  derivative: Float64Array,
  at: number,
  r: number,
): void {
  for (let n = shared.first[r]; n < shared.first[r + 1]; n++) {
    const k = shared.weighted[n];
    derivative[at + k] -= (mass[r] / temperature) * weight[r * (size + 1) + k];
  }
}

/** Four sums at once: the processor need not wait for each addition. */
function product(rows: Float64Array, from: number, x: Float64Array, width: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < width; k += 4) {
    s0 += rows[from + k] * x[k];
    s1 += rows[from + k + 1] * x[k + 1];
    s2 += rows[from + k + 2] * x[k + 2];
    s3 += rows[from + k + 3] * x[k + 3];
  }
  for (; k < width; k++) s0 += rows[from + k] * x[k];
  return s0 + s1 + s2 + s3;
}

function addRow(target: Float64Array, factor: number, rows: Float64Array, from: number, width: number): void {
  for (let k = 0; k < width; k++) target[k] += factor * rows[from + k];
}
