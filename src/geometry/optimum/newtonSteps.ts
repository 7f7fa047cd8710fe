/** Newton's method on the spheres of a factor, where descent would take thousands of steps. */
import type { Interrupt } from '../interrupt';
import { type Curvature, curvatureAt, timesHessian } from './factorCurvature';
import { type Evaluation, evaluateFactor, type GroupedFactor } from './groupedFactor';
import { type Preconditioner, rowPreconditioner } from './rowPreconditioner';

export interface NewtonOptions {
  /** Ends when the largest entry of the gradient at unit rows is not above this. */
  readonly gradientTolerance: number;
  /** Ends when the value is not above this. */
  readonly valueTolerance: number | null;
  readonly maxIterations: number;
  /** Of the Hessian with a direction. */
  readonly maxProducts: number;
  readonly interrupt: Interrupt;
}

interface Moved {
  readonly gap: number;
  readonly iterations: number;
  readonly products: number;
}

/** Differences of values below this share are rounding: then only the gradient tells whether a step led forward. */
const ROUNDING = 1e-13;
/** Shares of the fall that the quadratic model promises: below the first a step is not taken. */
const FORWARD = 1e-3;
const POOR = 0.25;
const GOOD = 0.75;

/**
 * Minimises from the unit rows x, which are moved; `state` is left with the evaluation of the answer.
 * Formula: trust region, (H ξ = −g) by conjugate gradients until ‖r‖ ≤ min(0.1, √(g/g₀)) ‖r₀‖. Shape: x G × (d + 1).
 * Units: nats. Source: [NocedalWright2006] algorithms 4.1 and 7.2.
 */
export function newtonSteps(
  factor: GroupedFactor,
  state: Evaluation,
  x: Float64Array,
  options: NewtonOptions,
): Moved {
  const gradient = new Float64Array(x.length);
  const tried = new Float64Array(x.length);
  const trial = new Float64Array(x.length);
  let gap = evaluateFactor(factor, state, x, gradient);
  let steepest = largest(gradient);
  const first = steepest;
  let radius: number | null = null;
  let iterations = 0;
  let products = 0;
  let model: Model | null = null;
  const isOver = () =>
    iterations >= options.maxIterations ||
    products >= options.maxProducts ||
    steepest <= options.gradientTolerance ||
    (options.valueTolerance !== null && gap <= options.valueTolerance) ||
    options.interrupt.isRaised();
  while (!isOver()) {
    iterations++;
    if (model === null) {
      const curvature = curvatureAt(factor, state);
      model = { curvature, gradient, precondition: rowPreconditioner(curvature) };
    }
    const forcing = Math.min(0.1, Math.sqrt(steepest / first));
    const step = truncatedStep(model, radius, forcing, options.interrupt);
    products += step.products;
    retract(x, step.direction, factor.columns + 1, trial);
    const value = evaluateFactor(factor, state, trial, tried);
    const next = largest(tried);
    const isRounding = step.fall <= ROUNDING * Math.abs(gap);
    const ratio = isRounding ? (next < steepest ? 1 : 0) : (gap - value) / step.fall;
    radius = step.radius;
    if (ratio > GOOD && step.length > 0.8 * radius) radius *= 3;
    if (!(ratio > POOR)) radius = step.length / 4;
    if (ratio > FORWARD) {
      x.set(trial);
      gradient.set(tried);
      [gap, steepest, model] = [value, next, null];
      continue;
    }
    evaluateFactor(factor, state, x, gradient);
    if (isRounding) break;
  }
  return { gap, iterations, products };
}

interface Model {
  readonly curvature: Curvature;
  readonly gradient: Float64Array;
  readonly precondition: Preconditioner;
}

interface Step {
  readonly direction: Float64Array;
  /** By the preconditioner's norm. */
  readonly length: number;
  readonly radius: number;
  /** Of the quadratic model. */
  readonly fall: number;
  readonly products: number;
}

const MOST_PRODUCTS = 300;

/** Conjugate gradients up to the radius, or where the curvature is negative; null is twice the preconditioned slope. */
function truncatedStep(
  { curvature, gradient, precondition }: Model,
  given: number | null,
  forcing: number,
  interrupt: Interrupt,
): Step {
  const direction = new Float64Array(gradient.length);
  const residual = gradient.slice();
  const solved = new Float64Array(gradient.length);
  const bent = new Float64Array(gradient.length);
  precondition(residual, solved);
  const along = solved.map((entry) => -entry);
  let slope = dot(residual, solved);
  const radius = given ?? 2 * Math.sqrt(slope);
  const enough = forcing ** 2 * dot(residual, residual);
  let [squared, mixed, alongSquared, fall, products] = [0, 0, slope, 0, 0];
  while (products < MOST_PRODUCTS && slope > 0 && !interrupt.isRaised()) {
    timesHessian(curvature, along, bent);
    products++;
    const bend = dot(along, bent);
    const full = slope / bend;
    const isBeyond = !(bend > 0) || squared + 2 * full * mixed + full ** 2 * alongSquared >= radius ** 2;
    const rest = Math.max(0, radius ** 2 - squared);
    const by = isBeyond ? (Math.sqrt(mixed ** 2 + alongSquared * rest) - mixed) / alongSquared : full;
    addScaled(direction, along, by);
    addScaled(residual, bent, by);
    fall += by * slope - (by ** 2 * bend) / 2;
    squared += 2 * by * mixed + by ** 2 * alongSquared;
    if (isBeyond || dot(residual, residual) <= enough) break;
    precondition(residual, solved);
    const next = dot(residual, solved);
    const kept = next / slope;
    mixed = kept * (mixed + by * alongSquared);
    alongSquared = next + kept ** 2 * alongSquared;
    slope = next;
    for (let i = 0; i < along.length; i++) along[i] = kept * along[i] - solved[i];
  }
  return { direction, length: Math.sqrt(squared), radius, fall, products };
}

function retract(x: Float64Array, step: Float64Array, width: number, out: Float64Array): void {
  for (let at = 0; at < x.length; at += width) {
    let squares = 0;
    for (let k = at; k < at + width; k++) {
      out[k] = x[k] + step[k];
      squares += out[k] * out[k];
    }
    for (let k = at; k < at + width; k++) out[k] /= Math.sqrt(squares);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] += factor * source[i];
}

function largest(entries: Float64Array): number {
  let most = 0;
  for (const entry of entries) most = Math.max(most, Math.abs(entry));
  return most;
}
