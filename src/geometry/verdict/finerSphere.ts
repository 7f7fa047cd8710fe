/** A second look where target points seem to lie on no sphere: narrow directions, left out as rounding, may hold its center. */
import type { Interrupt } from '../interrupt';
import { inner, timesVector } from '../linalg/pivotedCholesky';
import { FINEST_TOL } from '../tolerances';
import { affineFit, squaredNorms } from './affineFit';
import { factoredGram } from './factoredGram';
import { type Gram, isFactored } from './gram';
import { centredMeans, nearestSphere } from './groupedGram';

export interface FinerSphere {
  readonly radiusSquared: number;
  /** As `Sphere.residual`. */
  readonly residual: number;
  /** Whatever sphere the points lie on has at least this squared radius: what is left over shows it. */
  readonly atLeast: number;
  readonly isCutShort: boolean;
}

/**
 * The nearest sphere with every direction that is wider than the rounding of the distances, however narrow.
 * Formula: a center c of points with ‖y_i‖² = δ_i = 2⟨y_i, c⟩ + const has (vᵀδ)² ≤ 4 vᵀBv ‖c‖² for every v with Σv = 0;
 * v is what the fit leaves over, so that R² ≥ ‖c‖² is large where v is outside of all directions.
 * Shape: D is G × G; time as the Gram matrix. Units: those of the distances. Source: [Gower1982], [Tarazaga1996].
 */
export function finerSphere(
  distances: readonly Float64Array[],
  gram: Gram,
  noise: number,
  interrupt: Interrupt,
): FinerSphere {
  const { counts, inside, largest } = gram;
  const total = counts.reduce((sum, n) => sum + n, 0);
  const floor = Math.max(FINEST_TOL * largest, 4 * noise * total);
  const { centred } = centredMeans(distances, counts);
  const fit = isFactored(gram)
    ? factoredFit(factoredGram(distances, counts, noise, interrupt, FINEST_TOL))
    : { ...nearestSphere({ ...gram, floor }), isCutShort: false };
  const squared = Float64Array.from(counts, (n, g) => (centred[g][g] + inside[g] * (n - 1)) / n);
  return { ...fit, atLeast: leastRadius({ centred, counts, floor }, squared, fit.residuals) };
}

function factoredFit(gram: ReturnType<typeof factoredGram>) {
  const { slope, residuals, mean } = affineFit(gram, squaredNorms(gram));
  const farthest = residuals.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return {
    radiusSquared: mean + inner(slope, slope, slope.length) / 4,
    residual: mean > 0 ? farthest / mean : 0,
    residuals,
    isCutShort: gram.isCutShort,
  };
}

interface Centred {
  readonly centred: readonly Float64Array[];
  readonly counts: readonly number[];
  readonly floor: number;
}

/** (vᵀδ)² / 4 vᵀBv, where vᵀBv is no less than its own rounding. */
function leastRadius(
  { centred, counts, floor }: Centred,
  squared: Float64Array,
  residuals: ArrayLike<number>,
): number {
  const roots = Float64Array.from(counts, Math.sqrt);
  const mean = inner(
    roots,
    Float64Array.from(residuals, (x, g) => x * roots[g]),
    roots.length,
  );
  const total = inner(roots, roots, roots.length);
  const v = roots.map((root, g) => root * (residuals[g] - mean / total));
  const along = inner(
    v,
    squared.map((x, g) => x * roots[g]),
    v.length,
  );
  const energy = inner(v, timesVector(centred, v), v.length) + floor * inner(v, v, v.length);
  return energy > 0 ? along ** 2 / (4 * energy) : 0;
}
