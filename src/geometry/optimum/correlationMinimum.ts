/** The minimum over all correlation matrices, always with its certificate. */
import type { Objective } from '../../objective/objective';
import { CERTIFICATE_TOL } from '../tolerances';
import { type Certificate, certify } from './certificate';
import { wishedFactor } from './correlationStart';
import { type Evaluation, evaluateFactor, type GroupedFactor, newEvaluation } from './groupedFactor';
import { minimise } from './lbfgs';
import { lossRows } from './lossRows';

export interface CorrelationMinimum {
  /** L − B, in nats. */
  readonly gap: number;
  readonly certifiedWithin: number;
  /** The iteration limit ended the search before its certificate was as small as wished. */
  readonly reachedLimit: boolean;
  readonly iterations: number;
  /** Cosines between items of two groups, and on the diagonal between different items of one. Shape: G × G. */
  readonly cosines: readonly Float64Array[];
}

/** The largest entry of the gradient at which a stage of the search ends and asks for its certificate. */
const STAGES = [1e-7, 1e-9, 1e-11];
const MAX_ITERATIONS = 2000;

/**
 * min L over correlation matrices S = ZZᵀ, grouped. A local minimum of full column number is global, and the
 * certificate proves it. Shape: any number of items; the cost follows the number of groups. Units: nats.
 * Error: at most `certifiedWithin`. Source: [Vock2026], [BurerMonteiro2003].
 */
export function correlationMinimum(objective: Objective, temperature: number): CorrelationMinimum {
  const together = objective.counts.map((n, g) => n === 1 || wishesToCoincide(objective, g));
  const start = wishedFactor(objective, temperature, together);
  const rows = lossRows(objective, temperature);
  const factor: GroupedFactor = { rows, counts: objective.counts, columns: start.columns };
  const state = newEvaluation(factor);
  const search = { x: scaled(factor, start.factor), iterations: 0 };
  const found = descend(factor, state, search);
  return {
    gap: found.gap,
    certifiedWithin: found.certificate.within,
    reachedLimit: search.iterations >= MAX_ITERATIONS && found.certificate.within > CERTIFICATE_TOL,
    iterations: search.iterations,
    cosines: objective.counts.map((_, g) =>
      state.similarities.slice(g * (rows.size + 1), g * (rows.size + 1) + rows.size),
    ),
  };
}

interface Search {
  x: Float64Array;
  iterations: number;
}

function descend(
  factor: GroupedFactor,
  state: Evaluation,
  search: Search,
): { gap: number; certificate: Certificate } {
  const gradient = new Float64Array(search.x.length);
  const loss = (x: Float64Array, out: Float64Array) => evaluateFactor(factor, state, x, out);
  let result: { gap: number; certificate: Certificate } | null = null;
  for (const gradientTolerance of STAGES) {
    const maxIterations = MAX_ITERATIONS - search.iterations;
    const minimised = minimise(loss, search.x, { gradientTolerance, maxIterations });
    search.x = minimised.x;
    search.iterations += minimised.iterations;
    const gap = loss(minimised.x, gradient);
    const certificate = certify(factor, state);
    if (result === null || certificate.within <= result.certificate.within) result = { gap, certificate };
    if (certificate.within <= CERTIFICATE_TOL || search.iterations >= MAX_ITERATIONS) break;
  }
  if (result === null) throw new Error('A search has at least one stage.');
  return result;
}

/** Items of the group are asked to be as similar to each other as to themselves. */
function wishesToCoincide(objective: Objective, g: number): boolean {
  return (
    objective.logRatio[g][g] > -Infinity && objective.logRatio[g][g] >= objective.selfLogRatio[g] - 1e-12
  );
}

/**
 * Rows as long as the root of their anchor mass: the loss does not see the length of a row, but a longer row moves
 * less, so the curvature becomes even over groups of very different mass.
 */
function scaled({ rows, columns }: GroupedFactor, x: Float64Array): Float64Array {
  const width = columns + 1;
  const largest = Math.max(...rows.anchorMass);
  return x.map((entry, at) => {
    const g = Math.floor(at / width);
    const length = Math.sqrt(Math.max(rows.anchorMass[g], 1e-6 * largest));
    return (entry * length) / norm(x, g * width, width);
  });
}

function norm(x: Float64Array, from: number, width: number): number {
  let sum = 0;
  for (let k = from; k < from + width; k++) sum += x[k] * x[k];
  return Math.sqrt(sum);
}
