/** Step lengths for descent methods: the Wolfe conditions, also in the form that still works at rounding level. */

import { type Interrupt, NEVER } from '../interrupt';

export interface LinePoint {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

/** Value and slope along the search direction. */
export type AlongLine = (step: number) => LinePoint;

const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
/** Within this of the first value, relative, a difference of values is rounding: then only slopes are compared. */
const ROUNDING = 1e-12;
const MAX_EVALUATIONS = 30;

/**
 * A step with sufficient decrease and sufficiently smaller slope, by bracketing and safeguarded cubic interpolation;
 * near the minimum the approximate conditions of Hager and Zhang replace differences of values, which cancel there.
 * Answers null when no such step is found in MAX_EVALUATIONS, or before the interrupt. Source: [NocedalWright2006] §3.5, [HagerZhang2005].
 */
export function wolfeStep(
  evaluate: AlongLine,
  start: LinePoint,
  firstStep: number,
  interrupt: Interrupt = NEVER,
): LinePoint | null {
  let low = start;
  let high: LinePoint | null = null;
  let step = firstStep;
  for (let evaluation = 0; evaluation < MAX_EVALUATIONS && !interrupt.isRaised(); evaluation++) {
    const point = evaluate(step);
    if (!decreases(start, point)) high = point;
    else if (point.slope >= CURVATURE * start.slope) return point;
    else low = point;
    if (high === null) step = extrapolate(low, step);
    else {
      step = interpolate(low, high);
      if (high.step - low.step <= Number.EPSILON * high.step) break;
    }
  }
  return low.step > 0 ? low : null;
}

function decreases(start: LinePoint, point: LinePoint): boolean {
  if (!Number.isFinite(point.value) || !Number.isFinite(point.slope)) return false;
  if (point.value <= start.value + SUFFICIENT_DECREASE * point.step * start.slope) return true;
  return (
    point.value <= start.value + ROUNDING * Math.abs(start.value) &&
    point.slope <= (2 * SUFFICIENT_DECREASE - 1) * start.slope
  );
}

function extrapolate(low: LinePoint, step: number): number {
  return Math.max(2 * step, Math.min(10 * step, 4 * low.step));
}

/** Minimum of the cubic through both ends, kept off the ends by a tenth of the interval. */
function interpolate(low: LinePoint, high: LinePoint): number {
  const width = high.step - low.step;
  const middle = low.step + width / 2;
  if (!Number.isFinite(high.value) || !Number.isFinite(high.slope)) return low.step + width / 10;
  const d1 = low.slope + high.slope - (3 * (low.value - high.value)) / -width;
  const root = d1 * d1 - low.slope * high.slope;
  if (!(root >= 0)) return middle;
  const d2 = Math.sqrt(root);
  const cubic = high.step - (width * (high.slope + d2 - d1)) / (high.slope - low.slope + 2 * d2);
  if (!Number.isFinite(cubic)) return middle;
  return Math.min(high.step - width / 10, Math.max(low.step + width / 10, cubic));
}
