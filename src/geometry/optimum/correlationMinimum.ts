/** The minimum over all correlation matrices, always with its certificate. */
import type { Objective } from '../../objective/objective';
import { softmaxesOf } from '../../objective/softmaxesOf';
import { type Interrupt, NEVER } from '../interrupt';
import { CERTIFICATE_TOL, CERTIFICATE_TOLD, TOGETHER_COST } from '../tolerances';
import { certify, isCertified } from './certificate';
import { areAllApart, evenRows, wishedFactor, wishesToCoincide } from './correlationStart';
import type { Effort } from './effort';
import { type Evaluation, evaluateFactor, type GroupedFactor, newEvaluation } from './groupedFactor';
import { minimise } from './lbfgs';
import { lossRows } from './lossRows';
import { searchRank } from './rankSearch';

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
/** Where a gap is wanted to some two digits only: more stages before, and the share of it that may be left unproved. */
const QUICK_STAGES = [1e-3, 1e-4, 1e-5, 1e-6];
const QUICK_SHARE = 3e-3;
/** Gaps below this are found to as many digits as larger ones: their cosines are shown as well. */
const SMALL_GAP = 1e-2;
/** A gap of rounding: the bound is met. */
const NO_GAP = 1e-15;
const MOST_ITERATIONS = 3000;
const FEWEST_ITERATIONS = 100;
/** Classes that only ask to be apart are always found in some 200 steps, which are worth their time. */
const FEWEST_APART = 250;
/** Above this many groups a third of CERTIFICATE_TOLD is enough: each digit more takes seconds. */
const MANY_GROUPS = 350;
/** Up to this many groups a search that is not certified after some steps is ended by Newton's. */
const NEWTON_SIZE = 64;
const BEFORE_NEWTON = 100;
/** Classes that only ask to be apart rarely need them. */
const BEFORE_NEWTON_APART = 400;
/** Multiplications that a search may take, about a second, unless that would not be FEWEST_ITERATIONS. */
const WORK = 6e8;

/**
 * min L over correlation matrices S = ZZᵀ, grouped. A local minimum of full column number is global, and the
 * certificate proves it. Shape: any number of items; the cost follows the number of groups. Units: nats.
 * Error: at most `certifiedWithin`, which includes the cost of holding items together: up to TOGETHER_COST, or up to
 * `togetherShare` of the gap. With a `threshold` the search ends when the gap is known to be above or not above it; with
 * the effort `quick`, when it is known up to QUICK_SHARE of itself. Source: [Vock2026], [BurerMonteiro2003].
 */
export function correlationMinimum(
  objective: Objective,
  temperature: number,
  togetherShare = 0,
  interrupt: Interrupt = NEVER,
  threshold: number | null = null,
  effort: Effort = 'full',
): CorrelationMinimum {
  const together = objective.counts.map((n, g) => n === 1 || wishesToCoincide(objective, g));
  const start = wishedFactor(objective, temperature, together);
  const rows = lossRows(softmaxesOf(objective), temperature);
  const factor: GroupedFactor = { rows, counts: objective.counts, columns: start.columns };
  const search = newSearch(factor, start.factor, areAllApart(objective), interrupt);
  const found = descend(search, threshold, effort);
  const allowed = Math.max(TOGETHER_COST, togetherShare * found.gap);
  const { gap, within } = holdTogether(search, together, allowed, found);
  const { similarities } = search.state;
  return {
    gap,
    certifiedWithin: within,
    togetherCost: Math.max(0, gap - found.gap),
    reachedLimit: search.iterations >= search.limit && found.within > CERTIFICATE_TOLD,
    stoppedEarly: interrupt.isRaised() && found.within > CERTIFICATE_TOLD,
    iterations: search.iterations,
    cosines: objective.counts.map((_, g) =>
      similarities.slice(g * (rows.size + 1), g * (rows.size + 1) + rows.size),
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
function holdTogether(search: Search, together: readonly boolean[], allowed: number, free: Found): Found {
  const { factor, state } = search;
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
  factor: GroupedFactor;
  state: Evaluation;
  x: Float64Array;
  iterations: number;
  readonly limit: number;
  /** Steps of descent before Newton's; Infinity where there are none, or no more. */
  beforeNewton: number;
  /** Classes only ask to be apart: then a descent that is not done yet is at its end soon. */
  readonly isApart: boolean;
  readonly interrupt: Interrupt;
}

function newSearch(
  factor: GroupedFactor,
  start: Float64Array,
  isApart: boolean,
  interrupt: Interrupt,
): Search {
  const { rows, columns } = factor;
  const cost = rows.size ** 2 * (columns + 30) + (rows.shared === null ? 0 : 6 * rows.multiplicity.length);
  const limit = Math.max(
    isApart ? FEWEST_APART : FEWEST_ITERATIONS,
    Math.min(MOST_ITERATIONS, Math.floor(WORK / cost)),
  );
  const isSmall = rows.size <= NEWTON_SIZE;
  const beforeNewton = isSmall ? (isApart ? BEFORE_NEWTON_APART : BEFORE_NEWTON) : Infinity;
  const place = { factor, state: newEvaluation(factor), x: evenRows(factor, start) };
  return { ...place, iterations: 0, limit, beforeNewton, isApart, interrupt };
}

function descend(search: Search, threshold: number | null, effort: Effort): Found {
  const { rows } = search.factor;
  const loss = (x: Float64Array, out: Float64Array) => evaluateFactor(search.factor, search.state, x, out);
  // Without a bound the loss itself is minimised, and its size says nothing.
  const digitsOf = (value: number) => (rows.decoupled ? 1 : Math.min(1, value / SMALL_GAP));
  let gap = loss(search.x, new Float64Array(search.x.length));
  const met = threshold ?? (search.isApart ? 0 : NO_GAP);
  const isLarge = rows.size > MANY_GROUPS;
  const within = isLarge ? CERTIFICATE_TOLD / 3 : CERTIFICATE_TOL;
  const stages = isLarge ? FINE_STAGES : STAGES;
  for (const stage of effort === 'quick' ? [...QUICK_STAGES, ...stages] : stages) {
    const minimised = minimise(loss, search.x, {
      gradientTolerance: stage * digitsOf(gap),
      maxIterations: Math.min(search.limit - search.iterations, search.beforeNewton),
      interrupt: search.interrupt,
    });
    search.x = minimised.x;
    search.iterations += minimised.iterations;
    gap = loss(search.x, new Float64Array(search.x.length));
    const wanted = effort === 'quick' ? Math.max(within, QUICK_SHARE * gap) : within * digitsOf(gap);
    const { factor, state } = search;
    if (search.interrupt.isRaised() || isCertified(factor, state, wanted)) break;
    if (
      (gap <= met && !rows.decoupled) ||
      (threshold !== null && isCertified(factor, state, gap - threshold))
    )
      break;
    const crawls = minimised.stopped === 'iteration-limit' || !search.isApart;
    if (search.beforeNewton < Infinity && crawls) {
      const isFound = endByNewton(search, wanted, rows.decoupled ? null : met);
      gap = loss(search.x, new Float64Array(search.x.length));
      if (isFound) break;
    }
    if (search.iterations >= search.limit) break;
  }
  const proved = certify(search.factor, search.state);
  // Nothing is lower than the bound, so the gap is a certificate too.
  return { gap, within: rows.decoupled ? proved : Math.min(proved, gap) };
}

/** Newton's steps, once: whatever they leave is for the rest of the descent. */
function endByNewton(search: Search, wanted: number, met: number | null): boolean {
  const found = searchRank(search.factor, search.state, { wanted, met, interrupt: search.interrupt });
  search.factor = found.factor;
  search.state = found.state;
  search.x = found.x;
  search.iterations += found.iterations;
  if (found.reachedLimit) search.iterations = Math.max(search.iterations, search.limit);
  search.beforeNewton = Infinity;
  return found.isFound;
}
