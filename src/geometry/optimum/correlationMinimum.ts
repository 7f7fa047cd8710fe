/** The minimum over all correlation matrices, always with its certificate. */
import type { Objective } from '../../objective/objective';
import { softmaxesOf } from '../../objective/softmaxesOf';
import { type Interrupt, NEVER } from '../interrupt';
import { CERTIFICATE_TOL, CERTIFICATE_TOLD, TOGETHER_COST } from '../tolerances';
import { certify, isCertified } from './certificate';
import { areAllApart, wishedFactor } from './correlationStart';
import { type Evaluation, evaluateFactor, type GroupedFactor, newEvaluation } from './groupedFactor';
import { minimise } from './lbfgs';
import { anchorMasses, lossRows } from './lossRows';
import { polishRank } from './rankPolish';

export interface CorrelationMinimum {
  /** L − B, in nats. */
  readonly gap: number;
  readonly certifiedWithin: number;
  /** What it costs to hold items together that are alike, in nats; part of `certifiedWithin`. */
  readonly togetherCost: number;
  /** The iteration limit ended the search before its certificate was as small as wished. */
  readonly reachedLimit: boolean;
  /** The interrupt ended it. */
  readonly stoppedEarly: boolean;
  readonly iterations: number;
  /** Cosines between items of two groups, and on the diagonal between different items of one. Shape: G × G. */
  readonly cosines: readonly Float64Array[];
}

/** The largest entry of the gradient at which a stage of the search ends and asks for its certificate. */
const STAGES = [1e-7, 1e-9, 1e-11, 1e-13];
const FINE_STAGES = [1e-7, 3e-8, 1e-8, 3e-9, 1e-9, 1e-10, 1e-11];
/** Gaps below this are found to as many digits as larger ones: their cosines are shown as well. */
const SMALL_GAP = 1e-2;
const MOST_ITERATIONS = 3000;
const FEWEST_ITERATIONS = 100;
/** Classes that only ask to be apart are always found in some 200 steps, which are worth their time. */
const FEWEST_APART = 250;
/** Above this many groups a third of CERTIFICATE_TOLD is enough: each digit more takes seconds. */
const MANY_GROUPS = 350;
/** Up to this many groups a search that is not certified is helped along by lowering its rank. */
const SMALL_SIZE = 64;
const BEFORE_POLISH = 400;
/** Multiplications that a search may take, about a second, unless that would not be FEWEST_ITERATIONS. */
const WORK = 6e8;

/**
 * min L over correlation matrices S = ZZᵀ, grouped. A local minimum of full column number is global, and the
 * certificate proves it. Shape: any number of items; the cost follows the number of groups. Units: nats.
 * Error: at most `certifiedWithin`, which includes the cost of holding items together: up to TOGETHER_COST, or up to
 * `togetherShare` of the gap. With a `threshold` the search ends when the gap is known to be above or not above it.
 * Source: [Vock2026], [BurerMonteiro2003].
 */
export function correlationMinimum(
  objective: Objective,
  temperature: number,
  togetherShare = 0,
  interrupt: Interrupt = NEVER,
  threshold: number | null = null,
): CorrelationMinimum {
  const together = objective.counts.map((n, g) => n === 1 || wishesToCoincide(objective, g));
  const start = wishedFactor(objective, temperature, together);
  const rows = lossRows(softmaxesOf(objective), temperature);
  const factor: GroupedFactor = { rows, counts: objective.counts, columns: start.columns };
  const state = newEvaluation(factor);
  const fewest = areAllApart(objective) ? FEWEST_APART : FEWEST_ITERATIONS;
  const search = newSearch(factor, start.factor, fewest, interrupt);
  const found = descend(factor, state, search, threshold);
  const allowed = Math.max(TOGETHER_COST, togetherShare * found.gap);
  const { gap, within } = holdTogether(factor, state, search, together, allowed, found);
  return {
    gap,
    certifiedWithin: within,
    togetherCost: Math.max(0, gap - found.gap),
    reachedLimit: search.iterations >= search.limit && found.within > CERTIFICATE_TOLD,
    stoppedEarly: interrupt.isRaised() && found.within > CERTIFICATE_TOLD,
    iterations: search.iterations,
    cosines: objective.counts.map((_, g) =>
      state.similarities.slice(g * (rows.size + 1), g * (rows.size + 1) + rows.size),
    ),
  };
}

interface Found {
  readonly gap: number;
  readonly within: number;
}

/**
 * Items that wish to coincide sometimes do better a hair apart, each in a dimension of its own. Where that is worth
 * less than is allowed they are held together, which is what can be drawn and trained; the bound grows by the cost.
 */
function holdTogether(
  factor: GroupedFactor,
  state: Evaluation,
  search: Search,
  together: readonly boolean[],
  allowed: number,
  free: Found,
): Found {
  // Single items are at one point with themselves; so is whatever is never a hair apart.
  if (!together.some((isHeld, g) => isHeld && factor.counts[g] > 1)) return free;
  const width = factor.columns + 1;
  const held = search.x.slice();
  for (const [g, isHeld] of together.entries()) if (isHeld) held[g * width + factor.columns] = 0;
  const loss = (x: Float64Array, gradient: Float64Array) => evaluateFactor(factor, state, x, gradient);
  // A private coordinate of 0 has no gradient and stays 0: the search goes on among the points held together.
  const options = {
    gradientTolerance: STAGES[1],
    maxIterations: FEWEST_ITERATIONS,
    interrupt: search.interrupt,
  };
  const best = minimise(loss, held, options);
  const cost = Math.max(0, best.value - free.gap);
  loss(cost <= allowed ? best.x : search.x, new Float64Array(held.length));
  return cost <= allowed ? { gap: best.value, within: free.within + cost } : free;
}

interface Search {
  x: Float64Array;
  iterations: number;
  readonly limit: number;
  readonly interrupt: Interrupt;
}

function newSearch(factor: GroupedFactor, start: Float64Array, fewest: number, interrupt: Interrupt): Search {
  const { rows, columns } = factor;
  const cost = rows.size ** 2 * (columns + 30) + (rows.shared === null ? 0 : 6 * rows.multiplicity.length);
  const limit = Math.max(fewest, Math.min(MOST_ITERATIONS, Math.floor(WORK / cost)));
  return { x: scaled(factor, start), iterations: 0, limit, interrupt };
}

function descend(factor: GroupedFactor, state: Evaluation, search: Search, threshold: number | null): Found {
  const gradient = new Float64Array(search.x.length);
  const loss = (x: Float64Array, out: Float64Array) => evaluateFactor(factor, state, x, out);
  // Without a bound the loss itself is minimised, and its size says nothing.
  const digitsOf = (value: number) => (factor.rows.decoupled ? 1 : Math.min(1, value / SMALL_GAP));
  let gap = loss(search.x, gradient);
  const isSmall = factor.rows.size <= SMALL_SIZE;
  const isLarge = factor.rows.size > MANY_GROUPS;
  const within = isLarge ? CERTIFICATE_TOLD / 3 : CERTIFICATE_TOL;
  const stages = isLarge ? FINE_STAGES : STAGES;
  for (const stage of [...stages, ...(isSmall ? [STAGES[STAGES.length - 1]] : [])]) {
    const rest = search.limit - search.iterations;
    const maxIterations = isSmall ? Math.min(rest, BEFORE_POLISH) : rest;
    const gradientTolerance = stage * digitsOf(gap);
    const minimised = minimise(loss, search.x, {
      gradientTolerance,
      maxIterations,
      interrupt: search.interrupt,
    });
    search.x = minimised.x;
    search.iterations += minimised.iterations;
    gap = loss(minimised.x, gradient);
    const wanted = within * digitsOf(gap);
    const isOver = search.iterations >= search.limit || search.interrupt.isRaised();
    if (isOver || isCertified(factor, state, wanted)) break;
    if (threshold !== null && (gap <= threshold || isCertified(factor, state, gap - threshold))) break;
    if (!isSmall) continue;
    const lower = polishRank(factor, state, search.x, {
      wanted,
      gradientTolerance,
      interrupt: search.interrupt,
    });
    search.iterations += lower.iterations;
    search.x = lower.x ?? search.x;
    gap = loss(search.x, gradient);
    if (lower.x !== null) break;
  }
  return { gap, within: certify(factor, state) };
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
  const masses = anchorMasses(rows);
  const largest = Math.max(...masses);
  return x.map((entry, at) => {
    const g = Math.floor(at / width);
    const length = Math.sqrt(Math.max(masses[g], 1e-6 * largest));
    return (entry * length) / norm(x, g * width, width);
  });
}

function norm(x: Float64Array, from: number, width: number): number {
  let sum = 0;
  for (let k = from; k < from + width; k++) sum += x[k] * x[k];
  return Math.sqrt(sum);
}
