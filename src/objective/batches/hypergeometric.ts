/** How many of a class are in a large batch, drawn in one step instead of sample by sample. */
import type { Random } from './random';

/**
 * A number with the hypergeometric law: of `good` + `bad` samples `drawn` are taken, how many are good?
 * Inversion from the mode outwards, by the quotients of neighbouring probabilities: some σ steps.
 * Error: rounding of log Γ, some 1e-6 of a probability for counts of 1e9. Source: [Devroye1986] §X.4 on inversion.
 */
export function hypergeometric(random: Random, good: number, bad: number, drawn: number): number {
  const lowest = Math.max(0, drawn - bad);
  const highest = Math.min(good, drawn);
  const mode = Math.min(highest, Math.floor(((drawn + 1) * (good + 1)) / (good + bad + 2)));
  const up = (k: number) => ((good - k) * (drawn - k)) / ((k + 1) * (bad - drawn + k + 1));
  let left = random();
  let [below, above] = [mode, mode];
  let pBelow = Math.exp(logChoose(good, mode) + logChoose(bad, drawn - mode) - logChoose(good + bad, drawn));
  let pAbove = pBelow;
  left -= pBelow;
  while (left > 0 && (below > lowest || above < highest)) {
    if (above < highest) {
      pAbove *= up(above);
      above++;
      left -= pAbove;
      if (left <= 0) return above;
    }
    if (below > lowest) {
      below--;
      pBelow /= up(below);
      left -= pBelow;
      if (left <= 0) return below;
    }
  }
  // Rounding may leave a rest of some 1e-6 when every number had its turn.
  return mode;
}

/** Probabilities below this are left out of a law. */
const NEVER_MET = 1e-15;

/**
 * The hypergeometric law itself: probabilities of `lowest`, `lowest` + 1, … good ones. Σ = 1; what is left out is
 * below rounding.
 */
export function hypergeometricLaw(
  good: number,
  bad: number,
  drawn: number,
): { lowest: number; probabilities: number[] } {
  const [least, most] = [Math.max(0, drawn - bad), Math.min(good, drawn)];
  const mode = Math.min(most, Math.floor(((drawn + 1) * (good + 1)) / (good + bad + 2)));
  const up = (k: number) => ((good - k) * (drawn - k)) / ((k + 1) * (bad - drawn + k + 1));
  const above = [1];
  for (let k = mode; k < most && above[above.length - 1] > NEVER_MET; k++)
    above.push(above[above.length - 1] * up(k));
  const below: number[] = [];
  let p = 1;
  for (let k = mode - 1; k >= least && p > NEVER_MET; k--) {
    p /= up(k);
    below.push(p);
  }
  const relative = [...below.reverse(), ...above];
  const total = relative.reduce((sum, x) => sum + x, 0);
  return { lowest: mode - below.length, probabilities: relative.map((x) => x / total) };
}

/** log of the number of ways to take k of n. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const SMALL_FACTORIALS = logFactorials(256);

function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n);
  for (let k = 2; k < n; k++) table[k] = table[k - 1] + Math.log(k);
  return table;
}

/** log n!, by a table and beyond it by Stirling's series, exact to rounding there. */
function logFactorial(n: number): number {
  if (n < SMALL_FACTORIALS.length) return SMALL_FACTORIALS[n];
  return (
    (n + 0.5) * Math.log(n) -
    n +
    0.5 * Math.log(2 * Math.PI) +
    (1 / n) * (1 / 12 - (1 / (n * n)) * (1 / 360 - 1 / (1260 * n * n)))
  );
}
