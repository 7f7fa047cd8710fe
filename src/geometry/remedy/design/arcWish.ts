/** Cosines wished for by ordered classes: evenly spaced points of an arc, so that near ranks end near each other. */

/** Formula: s_ij = cos((i − j) · degrees/(K − 1)). Shape: K × K, K ≥ 2. Units: cosine; always points of a circle. */
export function arcWish(classes: number, degrees: number): number[][] {
  const step = (degrees * Math.PI) / 180 / (classes - 1);
  return Array.from({ length: classes }, (_, i) =>
    Array.from({ length: classes }, (_unused, j) => (i === j ? 1 : Math.cos(step * (i - j)))),
  );
}
