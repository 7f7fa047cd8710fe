/** What makes conjugate gradients on a factor short: the curvature of each row by itself, which is solved exactly. */
import { choleskyFactor, solveFactored } from '../linalg/positiveDefinite';
import { type Curvature, projectAcross } from './factorCurvature';

/** Of the largest curvature of a row, so that directions without any are not taken for infinitely soft. */
const FLOOR = 1e-4;

/** Solves with a positive definite matrix that is near the Hessian, row by row of the factor. */
export type Preconditioner = (residual: Float64Array, out: Float64Array) => void;

/** The blocks of the Hessian in which a row meets itself, made positive definite. */
export function rowPreconditioner(curvature: Curvature): Preconditioner {
  const { factor, state, radial } = curvature;
  const width = factor.columns + 1;
  const blocks = rowBlocks(curvature);
  const most = blocks.map((block) => Math.max(...block.map((row, i) => row[i])));
  const all = Math.max(...most);
  const factored = blocks.map((block, g) => {
    const shift = Math.max(0, -radial[g]) + FLOOR * Math.max(most[g], 1e-3 * all);
    for (let i = 0; i < width; i++) block[i][i] += shift;
    return choleskyFactor(block);
  });
  return (residual, out) => {
    for (const [g, solvable] of factored.entries()) {
      const part = residual.slice(g * width, (g + 1) * width);
      // A block without curvature, or lost to rounding, is left as it is: any positive definite matrix will do.
      out.set(solvable === null ? part : solveFactored(solvable, part), g * width);
    }
    projectAcross(state.unit, width, out);
  };
}

/** Σ_r (a_r/τ²)(Σ_h p_h z_h z_hᵀ − z̄ z̄ᵀ) of each anchor, and p_h (1 − p_h) z_g z_gᵀ for the rows h that it sees. */
function rowBlocks({ factor, state: { unit }, shares }: Curvature): Float64Array[][] {
  const { size, mass, anchorOf, temperature } = factor.rows;
  const d = factor.columns;
  const blocks = Array.from({ length: size }, () =>
    Array.from({ length: d + 1 }, () => new Float64Array(d + 1)),
  );
  const mean = new Float64Array(d);
  for (let r = 0; r < mass.length; r++) {
    if (mass[r] === 0) continue;
    const g = anchorOf[r];
    const scale = mass[r] / temperature ** 2;
    mean.fill(0);
    for (let h = 0; h < size; h++) {
      const p = shares[r * (size + 1) + h];
      if (h === g || p === 0) continue;
      const seen = unit.subarray(h * (d + 1), h * (d + 1) + d);
      addSquare(blocks[g], seen, scale * p);
      addSquare(blocks[h], unit.subarray(g * (d + 1), g * (d + 1) + d), scale * p * (1 - p));
      for (let i = 0; i < d; i++) mean[i] += p * seen[i];
    }
    addSquare(blocks[g], mean, -scale);
  }
  return blocks;
}

/** The lower triangle of `scale` z zᵀ. */
function addSquare(block: readonly Float64Array[], z: Float64Array, scale: number): void {
  for (let i = 0; i < z.length; i++) {
    const row = block[i];
    const scaled = scale * z[i];
    for (let j = 0; j <= i; j++) row[j] += scaled * z[j];
  }
}
