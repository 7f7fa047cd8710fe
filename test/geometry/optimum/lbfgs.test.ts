/** The minimiser on functions whose minimum is known, and at its limits. */
import { describe, expect, test } from 'vitest';
import { type Differentiable, minimise } from '../../../src/geometry/optimum/lbfgs';

const rosenbrock: Differentiable = (x, gradient) => {
  gradient[0] = -400 * x[0] * (x[1] - x[0] ** 2) - 2 * (1 - x[0]);
  gradient[1] = 200 * (x[1] - x[0] ** 2);
  return 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2;
};

/** Condition number 1e6. */
const elongated: Differentiable = (x, gradient) => {
  let value = 0;
  for (let k = 0; k < x.length; k++) {
    const curvature = 10 ** ((6 * k) / (x.length - 1));
    gradient[k] = curvature * (x[k] - k);
    value += (curvature * (x[k] - k) ** 2) / 2;
  }
  return value;
};

const options = { gradientTolerance: 1e-9, maxIterations: 1000 };

describe('L-BFGS', () => {
  test('goes through the bend of Rosenbrock’s valley', () => {
    const { x, stopped, iterations } = minimise(rosenbrock, Float64Array.of(-1.2, 1), options);
    expect(stopped).toBe('converged');
    expect(iterations).toBeLessThan(60);
    expect(Math.hypot(x[0] - 1, x[1] - 1)).toBeLessThan(1e-8);
  });

  test('meets a quadratic of condition number a million', () => {
    const { x, stopped } = minimise(elongated, new Float64Array(12), options);
    expect(stopped).not.toBe('iteration-limit');
    expect(Math.max(...x.map((entry, k) => Math.abs(entry - k)))).toBeLessThan(1e-7);
  });

  test('says when its iterations are used up, with the value lowered so far', () => {
    const { stopped, iterations, value } = minimise(rosenbrock, Float64Array.of(-1.2, 1), {
      ...options,
      maxIterations: 3,
    });
    expect({ stopped, iterations }).toEqual({ stopped: 'iteration-limit', iterations: 3 });
    expect(value).toBeLessThan(24.2);
  });

  test('never calls a kink a minimum with a small gradient, and ends', () => {
    const kink: Differentiable = (x, gradient) => {
      gradient[0] = x[0] < 0 ? -1 : 1;
      return Math.abs(x[0]);
    };
    const { stopped, x } = minimise(kink, Float64Array.of(1), { ...options, maxIterations: 500 });
    expect(stopped).not.toBe('converged');
    expect(Math.abs(x[0])).toBeLessThan(1e-6);
  });

  test('keeps a function from its poles: steps to infinite values are taken back', () => {
    const barrier: Differentiable = (x, gradient) => {
      gradient[0] = 1 - 1 / x[0];
      return x[0] > 0 ? x[0] - Math.log(x[0]) : Number.NaN;
    };
    expect(minimise(barrier, Float64Array.of(50), options).x[0]).toBeCloseTo(1, 7);
  });

  test('leaves its start as it is, and refuses one that has no value', () => {
    const start = Float64Array.of(-1.2, 1);
    minimise(rosenbrock, start, options);
    expect([...start]).toEqual([-1.2, 1]);
    expect(() => minimise(() => Number.NaN, start, options)).toThrow(RangeError);
  });
});
