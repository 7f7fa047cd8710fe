/** Limited-memory BFGS: the one minimiser of smooth functions, for certified optima and local searches alike. */
import { type Interrupt, NEVER } from '../interrupt';
import { wolfeStep } from './lineSearch';

/** Answers the value at x and writes the gradient. */
export type Differentiable = (x: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** Ends when the largest entry of the gradient is not above this. */
  readonly gradientTolerance: number;
  readonly maxIterations: number;
  readonly interrupt?: Interrupt;
}

export interface Minimised {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradientNorm: number;
  readonly iterations: number;
  /** `no-progress`: no step along the steepest descent lowers the value, so rounding is reached. */
  readonly stopped: 'converged' | 'no-progress' | 'iteration-limit' | 'interrupted';
}

/** Pairs that are remembered; more cost time in each iteration and save few. */
const MEMORY = 20;

interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly sy: number;
}

/**
 * Minimises a smooth function from `start`, which is left as it is.
 * Formula: two-loop recursion with H₀ = (sᵀy / yᵀy) I. Shape: any n. Throws: RangeError on a start that is not finite.
 * Source: [NocedalWright2006] algorithms 7.4 and 7.5.
 */
export function minimise(f: Differentiable, start: Float64Array, options: MinimiseOptions): Minimised {
  let x = start.slice();
  let gradient = new Float64Array(x.length);
  let value = f(x, gradient);
  if (!Number.isFinite(value)) throw new RangeError('A minimisation started where the loss is not finite.');
  let pairs: Pair[] = [];
  let iterations = 0;
  let stopped: Minimised['stopped'] = 'iteration-limit';
  const { interrupt = NEVER } = options;
  while (iterations < options.maxIterations) {
    if (interrupt.isRaised()) {
      stopped = 'interrupted';
      break;
    }
    if (largestEntry(gradient) <= options.gradientTolerance) {
      stopped = 'converged';
      break;
    }
    const next = advance(f, x, value, gradient, pairs, interrupt);
    if (next === null && interrupt.isRaised()) continue;
    if (next === null && pairs.length === 0) {
      stopped = 'no-progress';
      break;
    }
    iterations++;
    if (next === null) {
      pairs = [];
      continue;
    }
    remember(pairs, x, gradient, next.x, next.gradient);
    ({ x, value, gradient } = next);
  }
  return { x, value, gradientNorm: largestEntry(gradient), iterations, stopped };
}

interface Place {
  x: Float64Array<ArrayBuffer>;
  value: number;
  gradient: Float64Array<ArrayBuffer>;
}

function advance(
  f: Differentiable,
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  pairs: readonly Pair[],
  interrupt: Interrupt,
): Place | null {
  const direction = descentDirection(gradient, pairs);
  const slope = dot(direction, gradient);
  if (!(slope < 0)) return null;
  const last: Place = { x: new Float64Array(x.length), value, gradient: new Float64Array(x.length) };
  let lastStep = 0;
  const evaluate = (step: number) => {
    for (let i = 0; i < x.length; i++) last.x[i] = x[i] + step * direction[i];
    last.value = f(last.x, last.gradient);
    lastStep = step;
    return { step, value: last.value, slope: dot(last.gradient, direction) };
  };
  const firstStep = pairs.length === 0 ? firstStepLength(x, direction) : 1;
  const found = wolfeStep(evaluate, { step: 0, value, slope }, firstStep, interrupt);
  if (found === null) return null;
  if (found.step !== lastStep) evaluate(found.step);
  return last;
}

/** Without curvature known, a tenth of the point's own size is tried. */
function firstStepLength(x: Float64Array, direction: Float64Array): number {
  return (0.1 * Math.max(Math.sqrt(dot(x, x)), 1e-3)) / Math.sqrt(dot(direction, direction));
}

function descentDirection(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const q = gradient.map((entry) => -entry);
  const alpha = new Float64Array(pairs.length);
  for (let k = pairs.length - 1; k >= 0; k--) {
    alpha[k] = dot(pairs[k].s, q) / pairs[k].sy;
    addScaled(q, pairs[k].y, -alpha[k]);
  }
  const newest = pairs[pairs.length - 1];
  if (newest !== undefined) {
    const scale = newest.sy / dot(newest.y, newest.y);
    for (let i = 0; i < q.length; i++) q[i] *= scale;
  }
  for (let k = 0; k < pairs.length; k++)
    addScaled(q, pairs[k].s, alpha[k] - dot(pairs[k].y, q) / pairs[k].sy);
  return q;
}

function remember(
  pairs: Pair[],
  x: Float64Array,
  gradient: Float64Array,
  nextX: Float64Array,
  nextGradient: Float64Array,
): void {
  const s = nextX.map((entry, i) => entry - x[i]);
  const y = nextGradient.map((entry, i) => entry - gradient[i]);
  const sy = dot(s, y);
  // Without positive curvature the update would not stay positive definite.
  if (!(sy > Number.EPSILON * Math.sqrt(dot(s, s) * dot(y, y)))) return;
  pairs.push({ s, y, sy });
  if (pairs.length > MEMORY) pairs.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] += factor * source[i];
}

function largestEntry(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]));
  return largest;
}
