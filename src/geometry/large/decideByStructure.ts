/** Verdicts of kinds whose targets are known points: labels, features, or the corners of a simplex. */
import type { Definition, Parameters } from '../../objective/definition';
import type { Rows } from '../../objective/grouping';
import { plainRows, unitRows } from '../../objective/manyRows';
import type { Objective } from '../../objective/objective';
import { type Interrupt, NEVER } from '../interrupt';
import { SPHERE_TOL } from '../tolerances';
import { embedding, onSphere } from '../verdict/decideDistances';
import { type Decision, decided, withDimension } from '../verdict/decision';
import { type PointSphere, pointSphere } from '../verdict/pointSphere';
import { unitSphere } from '../verdict/unitSphere';

/**
 * Points whose squared distances are Δ, and the sphere through them. Null where no such points are known.
 * Gaussian kernel: labels over their bandwidths; X-CLR: unit features over √τ_s; Soft SupCon: a regular simplex.
 * Source: [Vock2026].
 */
export function decideByStructure(definition: Definition, interrupt: Interrupt = NEVER): Decision | null {
  const views = definition.parameters.views.value;
  if (views === null) return null;
  const decision = ofTiedViews(definition, interrupt);
  const areClasses = definition.kind === 'soft-supcon' && views.count > 1;
  if (decision === null || areClasses || (views.tied && views.count > 1)) return decision;
  // What tied views reach is reached by free ones, and by one; what they do not reach may be all the same.
  return decision.verdict === 'realizable' ? { ...decision, temperatureLimit: null } : null;
}

function ofTiedViews(definition: Definition, interrupt: Interrupt): Decision | null {
  const { parameters } = definition;
  const sphere = targetSphere(definition, interrupt);
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

function targetSphere({ kind, parameters }: Definition, interrupt: Interrupt): PointSphere | null {
  switch (kind) {
    case 'y-aware':
    case 'euclidean-euclidean':
      return labelSphere(parameters, interrupt);
    case 'x-clr':
      return featureSphere(parameters, interrupt);
    case 'soft-supcon':
      return simplex(parameters.classes?.value?.length ?? 0, parameters.across?.value ?? 0);
    default:
      return null;
  }
}

function labelSphere({ labels, kernel, bandwidth }: Parameters, interrupt: Interrupt): PointSphere | null {
  const widths = bandwidth?.value ?? null;
  const rows = labels?.value ?? null;
  if (rows === null || widths === null) return null;
  const shape = kernel?.value ?? null;
  if (shape === 'laplacian' && typeof widths === 'number' && rows[0].length === 1)
    return laplacianSphere(
      Float64Array.from(rows, ([y]) => y),
      widths,
    );
  const scale =
    shape === 'gaussian' ? 1 : typeof shape === 'object' && shape?.exponent === 2 ? Math.SQRT2 : null;
  if (scale === null) return null;
  return pointSphere(
    scaledRows(plainRows(rows), (k) => scale / (typeof widths === 'number' ? widths : widths[k])),
    interrupt,
  );
}

function scaledRows({ count, width, write }: Rows, scaleOf: (column: number) => number): Rows {
  const scales = Float64Array.from({ length: width }, (_, k) => scaleOf(k));
  return {
    count,
    width,
    write: (i, into) => {
      write(i, into);
      for (let k = 0; k < width; k++) into[k] *= scales[k];
    },
  };
}

/** Unit features over √τ_s. */
function featureSphere(
  { features, weightTemperature }: Parameters,
  interrupt: Interrupt,
): PointSphere | null {
  const rows = features?.value ?? null;
  const tau = weightTemperature?.value ?? null;
  if (rows === null || tau === null) return null;
  const unit = unitSphere(unitRows(rows), interrupt);
  return unit && { ...unit, radiusSquared: unit.radiusSquared / tau, largest: unit.largest / tau };
}

/**
 * Squared distances 2|y_i − y_j|/σ of scalars: a path with a right angle at every point, so its ends are a diameter.
 * Formula: R² = (y_max − y_min)/(2σ), rank m − 1 for m different labels. Sorts the labels in place.
 */
function laplacianSphere(labels: Float64Array, width: number): PointSphere {
  labels.sort();
  let steps = 0;
  for (let i = 1; i < labels.length; i++) if (labels[i] !== labels[i - 1]) steps++;
  const radiusSquared = (labels[labels.length - 1] - labels[0]) / (2 * width);
  return { radiusSquared, residual: 0, rank: steps, smallest: 0, largest: 4 * radiusSquared };
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
