/** Verdicts of kinds whose targets are known points: labels, features, or the corners of a simplex. */
import type { Definition, Parameters } from '../../objective/definition';
import type { Objective } from '../../objective/objective';
import type { PairWeights } from '../../objective/pairWeights';
import { SPHERE_TOL } from '../tolerances';
import { embedding, onSphere } from '../verdict/decideDistances';
import { type Decision, decided, withDimension } from '../verdict/decision';
import { MAX_COLUMNS, type PointSphere, pointSphere } from '../verdict/pointSphere';

/**
 * Points whose squared distances are Δ, and the sphere through them. Null where no such points are known.
 * Gaussian kernel: labels over their bandwidths; X-CLR: unit features over √τ_s; Soft SupCon: a regular simplex.
 * Source: [Vock2026].
 */
export function decideByStructure(definition: Definition, pairs: PairWeights): Decision | null {
  const { parameters } = definition;
  const { views } = parameters;
  if (views.value === null || views.value.count < 2 || !views.value.tied) return null;
  const sphere = targetSphere(definition, pairs);
  if (sphere === null) return null;
  const limits = {
    temperature: parameters.temperature.value,
    dimension: parameters.dimension?.value ?? null,
  };
  switch (parameters.similarity.value ?? 'cosine') {
    case 'cosine':
      return sphere.residual > SPHERE_TOL
        ? offSphere(sphere)
        : onSphere(limits, sphere, sphere.radiusSquared);
    case 'negative-squared-euclidean':
      return reached(limits, sphere);
    case 'dot':
      return sphere.residual > SPHERE_TOL
        ? withDimension(
            limits,
            sphere.rank + 1,
            decided('degenerate', 'unbounded', { kind: 'escape', cause: 'no-sphere' }),
          )
        : reached(limits, sphere);
    case 'negative-euclidean':
      return null;
  }
}

function offSphere({ residual, rank }: PointSphere): Decision {
  return decided('inconsistent', 'not-spherical', { kind: 'no-sphere', residual, distanceRank: rank });
}

function reached(limits: Pick<Objective, 'dimension'>, sphere: PointSphere): Decision {
  const proof = embedding(sphere, null);
  return withDimension(limits, sphere.rank, decided('realizable', 'exact', proof, { rank: sphere.rank }));
}

function targetSphere({ kind, parameters }: Definition, pairs: PairWeights): PointSphere | null {
  const at = pairs.grouping.representative;
  switch (kind) {
    case 'y-aware':
    case 'euclidean-euclidean':
      return labelSphere(parameters, at);
    case 'x-clr':
      return featureSphere(parameters, at);
    case 'soft-supcon':
      return simplex(pairs.items.length, parameters.across?.value ?? 0);
    default:
      return null;
  }
}

function labelSphere({ labels, kernel, bandwidth }: Parameters, at: readonly number[]): PointSphere | null {
  const widths = bandwidth?.value ?? null;
  const rows = labels?.value ?? null;
  if (rows === null || widths === null || rows[0].length > MAX_COLUMNS) return null;
  const shape = kernel?.value ?? null;
  if (shape === 'laplacian' && typeof widths === 'number' && rows[0].length === 1)
    return laplacianSphere(
      rows.map(([y]) => y),
      widths,
      at.length,
    );
  const scale =
    shape === 'gaussian' ? 1 : typeof shape === 'object' && shape?.exponent === 2 ? Math.SQRT2 : null;
  if (scale === null) return null;
  const width = (column: number) => (typeof widths === 'number' ? widths : widths[column]);
  return pointSphere(at.map((i) => rows[i].map((y, column) => (scale * y) / width(column))));
}

function featureSphere(
  { features, weightTemperature }: Parameters,
  at: readonly number[],
): PointSphere | null {
  const rows = features?.value ?? null;
  const tau = weightTemperature?.value ?? null;
  if (rows === null || tau === null || rows[0].length > MAX_COLUMNS) return null;
  return pointSphere(
    at.map((i) => {
      const norm = Math.hypot(...rows[i]) * Math.sqrt(tau);
      return rows[i].map((x) => x / norm);
    }),
  );
}

/**
 * Squared distances 2|y_i − y_j|/σ of scalars: a path with a right angle at every point, so its ends are a diameter.
 * Formula: R² = (y_max − y_min)/(2σ), rank m − 1.
 */
function laplacianSphere(labels: readonly number[], width: number, distinct: number): PointSphere {
  const [least, most] = labels.reduce(([a, b], y) => [Math.min(a, y), Math.max(b, y)], [Infinity, -Infinity]);
  const radiusSquared = (most - least) / (2 * width);
  return { radiusSquared, residual: 0, rank: distinct - 1, smallest: 0, largest: 4 * radiusSquared };
}

/** K points at squared distance 2 log(1/ε) from each other. */
function simplex(size: number, across: number): PointSphere | null {
  if (across <= 0 || across >= 1 || size < 2) return null;
  const side = 2 * Math.log(1 / across);
  return {
    radiusSquared: (side * (size - 1)) / (2 * size),
    residual: 0,
    rank: size - 1,
    smallest: 0,
    largest: side / 2,
  };
}
