/** Batches by brute force and training by plain SGD: what the prediction of expected batches is held against. */
import { noise } from './noise';

/** Every set of n of the samples, as counts of each class, with how many sets have them. */
export function everyBatch(sizes: readonly number[], n: number): Map<string, number> {
  const labels = sizes.flatMap((size, c) => new Array<number>(size).fill(c));
  const batches = new Map<string, number>();
  const choose = (from: number, counts: readonly number[], left: number): void => {
    if (left === 0) {
      const key = counts.join(' ');
      batches.set(key, (batches.get(key) ?? 0) + 1);
      return;
    }
    for (let i = from; i <= labels.length - left; i++)
      choose(
        i + 1,
        counts.map((k, c) => k + (c === labels[i] ? 1 : 0)),
        left - 1,
      );
  };
  choose(
    0,
    sizes.map(() => 0),
    n,
  );
  return batches;
}

/**
 * The published SupCon loss of a batch whose samples stand at their class's prototype, as its code computes it: mean
 * over all views of −1/|P| Σ log-probabilities, 0 for a view without positives.
 */
export function publishedSupCon(
  counts: readonly number[],
  views: number,
  cosines: readonly (readonly number[])[],
  temperature: number,
): number {
  const classes = counts.flatMap((k, c) => new Array<number>(views * k).fill(c));
  let total = 0;
  for (const [i, own] of classes.entries()) {
    const others = classes.filter((_, j) => j !== i);
    const positives = others.filter((c) => c === own).length;
    if (positives === 0) continue;
    const denominator = others.reduce((sum, c) => sum + Math.exp(cosines[own][c] / temperature), 0);
    total += Math.log(denominator) - 1 / temperature;
  }
  return total / classes.length;
}

/** Prototypes trained by SGD on the published loss over shuffled batches; answers their cosines averaged at the end. */
export function trainSupCon(
  sizes: readonly number[],
  n: number,
  temperature: number,
  { steps, seed }: { steps: number; seed: number },
): number[][] {
  const K = sizes.length;
  const labels = sizes.flatMap((size, c) => new Array<number>(size).fill(c));
  const z = Array.from({ length: K }, (_, c) => unit([...noise(K, seed + c)]));
  const mean = z.map(() => new Array<number>(K).fill(0));
  const average = steps / 2;
  let at = labels.length;
  for (let step = 0; step < steps; step++) {
    if (at + n > labels.length) {
      shuffle(labels, seed + 1000 + step);
      at = 0;
    }
    const counts = sizes.map(() => 0);
    for (const c of labels.slice(at, at + n)) counts[c]++;
    at += n;
    // The rate falls, so that what is left of the noise of batches is averaged away.
    descend(z, counts, temperature, 0.5 / (1 + step / 2000));
    if (step < steps - average) continue;
    for (const [c, row] of mean.entries()) for (const d of row.keys()) row[d] += dot(z[c], z[d]) / average;
  }
  return mean;
}

/** One step against the gradient of the published loss, two views of each sample. */
function descend(z: number[][], counts: readonly number[], temperature: number, rate: number): void {
  const total = 2 * counts.reduce((sum, k) => sum + k, 0);
  const gradient = z.map((row) => row.map(() => 0));
  for (const [c, k] of counts.entries()) {
    if (k === 0) continue;
    const terms = counts.map((other, d) =>
      d === c ? (2 * k - 1) * Math.exp(1 / temperature) : 2 * other * Math.exp(dot(z[c], z[d]) / temperature),
    );
    const sum = terms.reduce((all, term) => all + term, 0);
    for (const [d, term] of terms.entries()) {
      if (d === c) continue;
      const push = ((2 * k) / total) * (term / sum / temperature);
      for (let axis = 0; axis < z.length; axis++) {
        gradient[c][axis] += push * z[d][axis];
        gradient[d][axis] += push * z[c][axis];
      }
    }
  }
  for (const [c, row] of z.entries()) z[c] = unit(row.map((x, axis) => x - rate * gradient[c][axis]));
}

function shuffle(labels: number[], seed: number): void {
  const random = noise(labels.length, seed);
  for (let i = labels.length - 1; i > 0; i--) {
    const j = Math.min(i, Math.floor(((random[i] + 1) / 2) * (i + 1)));
    [labels[i], labels[j]] = [labels[j], labels[i]];
  }
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k], 0);

function unit(row: readonly number[]): number[] {
  const norm = Math.sqrt(dot(row, row));
  return row.map((x) => x / norm);
}
