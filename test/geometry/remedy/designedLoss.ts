/** The lines of PyTorch that a design writes, line by line in TypeScript: an account of the loss that owes it nothing. */

type Rows = readonly ArrayLike<number>[];

/** `designed_loss(embeddings, classes, temperature)` with TARGET = `target`. */
export function batchLoss(
  embeddings: readonly (readonly number[])[],
  classes: readonly number[],
  target: Rows,
  temperature: number,
): number {
  const z = embeddings.map((row) => row.map((x) => x / Math.hypot(...row)));
  const rows = z.map((own, i) => {
    const others = [...z.keys()].filter((j) => j !== i);
    const weights = softmax(others.map((j) => target[classes[i]][classes[j]] / temperature));
    const shares = softmax(others.map((j) => inner(own, z[j]) / temperature));
    return -weights.reduce((sum, w, k) => sum + w * Math.log(shares[k]), 0);
  });
  return rows.reduce((sum, x) => sum + x, 0) / rows.length;
}

function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((x) => Math.exp(x - largest));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / total);
}

const inner = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k], 0);
