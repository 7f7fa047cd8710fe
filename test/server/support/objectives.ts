/** Objective files with verdicts that are known. */

/** Inconsistent by its radius at 0.5 and realizable at 0.1: ρ = 1 − τ log(1/ε) ≥ −1/3 needs τ ≤ 0.445. */
export const softSupCon = (temperature: number | string) =>
  `objective: soft-supcon\ntemperature: ${temperature}\nacross: 0.05\nclasses: [6, 3, 1, 2]\n`;

/** Needs the class sizes of the project file. */
export const WITHOUT_CLASSES = 'objective: supcon\ntemperature: 0.1\n';

/** A y-Aware objective on many labels: long to compute, and different for every seed. */
export function manyLabels(count: number, seed: number): string {
  const labels = Array.from({ length: count }, (_, i) =>
    (Math.abs(Math.sin(seed * 97 + i * 12.9898)) * 43.7).toFixed(4),
  );
  return `objective: y-aware\ntemperature: 0.1\nbandwidth: 3\nlabels: [${labels.join(', ')}]\n`;
}
