/** The second derivative of the loss along the spheres of a factor, as a product with a direction: no matrix is formed. */
import { timesTransposed, transpose } from '../linalg/matrixProduct';
import type { Evaluation, GroupedFactor } from './groupedFactor';
import type { LossRows } from './lossRows';

/** What all products at one place share. */
export interface Curvature {
  readonly factor: GroupedFactor;
  /** Of the place, by which it must not be evaluated elsewhere in between. */
  readonly state: Evaluation;
  /** p of each softmax. Shape: R × (G + 1). */
  readonly shares: Float64Array;
  /** ⟨u_g, ∂L/∂u_g⟩. */
  readonly radial: Float64Array;
  readonly scratch: Scratch;
}

interface Scratch {
  readonly products: Float64Array;
  readonly along: Float64Array;
  readonly coupling: Float64Array;
  readonly moved: Float64Array;
  readonly changed: Float64Array;
}

export function curvatureAt(factor: GroupedFactor, state: Evaluation): Curvature {
  const { rows, columns } = factor;
  const { size } = rows;
  const radial = new Float64Array(size);
  for (let g = 0; g < size; g++)
    for (let h = 0; h < size; h++)
      radial[g] +=
        2 * state.coupling[g * size + h] * product(state.unit, g, state.unit, h, columns + 1, columns);
  return {
    factor,
    state,
    shares: softmaxShares(rows, state.similarities),
    radial,
    scratch: {
      products: new Float64Array(size * size),
      along: new Float64Array(size * (size + 1)),
      coupling: new Float64Array(size * size),
      moved: new Float64Array(columns * size),
      changed: new Float64Array(size * (columns + 1)),
    },
  };
}

/**
 * H ξ = P (2 Ċ u + 2 C ξ) − diag(r) ξ with ṡ_gh = ⟨ξ_g, u_h⟩ + ⟨u_g, ξ_h⟩, Ċ the coupling of (Σ_r a_r/τ²)(p ∘ (ṡ − pᵀṡ)), r
 * the radial part of the gradient and P the projection across each unit row. ξ must be across them itself.
 * Shape: direction and out G × (d + 1). Source: [AbsilMahony2008].
 */
export function timesHessian(curvature: Curvature, direction: Float64Array, out: Float64Array): void {
  const { factor, state, radial, scratch } = curvature;
  const { size } = factor.rows;
  const width = factor.columns + 1;
  similaritiesAlong(curvature, direction);
  derivativeAlong(curvature);
  // Both products of a coupling and columns: 2 Ċ u into `out`, then 2 C ξ beside it.
  const half = { entries: out, rows: size, stride: width };
  const across = { entries: scratch.moved, rows: factor.columns, stride: size };
  const change = { entries: scratch.coupling, rows: size, stride: size };
  timesTransposed(change, { ...across, entries: state.columns }, size, half);
  scratch.changed.set(out);
  transpose({ entries: direction, rows: size, stride: width }, factor.columns, across);
  timesTransposed({ ...change, entries: state.coupling }, across, size, half);
  for (let g = 0; g < size; g++) {
    const at = g * width;
    for (let k = at; k < at + factor.columns; k++)
      out[k] = 2 * (out[k] + scratch.changed[k]) - radial[g] * direction[k];
    out[at + factor.columns] = -radial[g] * direction[at + factor.columns];
  }
  projectAcross(state.unit, width, out);
}

/** Takes from each row what is along its unit vector. */
export function projectAcross(unit: Float64Array, width: number, rows: Float64Array): void {
  for (let at = 0; at < rows.length; at += width) {
    let along = 0;
    for (let k = at; k < at + width; k++) along += rows[k] * unit[k];
    for (let k = at; k < at + width; k++) rows[k] -= along * unit[k];
  }
}

function similaritiesAlong({ factor, state, scratch }: Curvature, direction: Float64Array): void {
  const { size } = factor.rows;
  const width = factor.columns + 1;
  const { products, along } = scratch;
  timesTransposed(
    { entries: direction, rows: size, stride: width },
    { entries: state.unit, rows: size, stride: width },
    factor.columns,
    { entries: products, rows: size, stride: size },
  );
  for (let g = 0; g < size; g++) {
    for (let h = 0; h < size; h++)
      along[g * (size + 1) + h] = products[g * size + h] + products[h * size + g];
    const n = factor.counts[g];
    along[g * (size + 2)] = n > 1 ? (along[g * (size + 2)] * n) / (n - 1) : 0;
    along[g * (size + 1) + size] = 0;
  }
}

function derivativeAlong({ factor, shares, scratch }: Curvature): void {
  const { size, mass, anchorOf, temperature } = factor.rows;
  const width = size + 1;
  const { along, coupling, products } = scratch;
  products.fill(0);
  for (let r = 0; r < mass.length; r++) {
    if (mass[r] === 0) continue;
    const scale = mass[r] / temperature ** 2;
    const at = anchorOf[r] * width;
    const to = anchorOf[r] * size;
    let mean = 0;
    for (let k = 0; k < size; k++) mean += shares[r * width + k] * along[at + k];
    for (let k = 0; k < size; k++) products[to + k] += scale * shares[r * width + k] * (along[at + k] - mean);
  }
  for (let g = 0; g < size; g++) {
    for (let h = 0; h < g; h++) {
      const half = (products[g * size + h] + products[h * size + g]) / 2;
      coupling[g * size + h] = half;
      coupling[h * size + g] = half;
    }
    const n = factor.counts[g];
    coupling[g * size + g] = n > 1 ? (products[g * size + g] * n) / (n - 1) : 0;
  }
}

/** p_k = b_k exp(s_k/τ) / Σ b exp(s/τ). Shape: R × (G + 1). */
function softmaxShares(
  { size, temperature, logMultiplicity, anchorOf, mass }: LossRows,
  similarities: Float64Array,
): Float64Array {
  const width = size + 1;
  const shares = new Float64Array(mass.length * width);
  for (let r = 0; r < mass.length; r++) {
    if (mass[r] === 0) continue;
    const at = anchorOf[r] * width;
    let largest = -Infinity;
    for (let k = 0; k < width; k++)
      largest = Math.max(largest, logMultiplicity[r * width + k] + similarities[at + k] / temperature);
    let sum = 0;
    for (let k = 0; k < width; k++) {
      const share = Math.exp(logMultiplicity[r * width + k] + similarities[at + k] / temperature - largest);
      shares[r * width + k] = share;
      sum += share;
    }
    for (let k = 0; k < width; k++) shares[r * width + k] /= sum;
  }
  return shares;
}

function product(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  stride: number,
  length: number,
): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += a[i * stride + k] * b[j * stride + k];
  return sum;
}
