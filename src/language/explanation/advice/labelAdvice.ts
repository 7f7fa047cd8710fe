/** Advice for kernels on labels: bandwidth, latent similarity, or labels on an arc, from closed forms. */
import type { Definition, Kernel } from '../../../objective/definition';
import { counted, roundDown, roundUp, short } from '../numbers';
import { assignment } from './assignment';

/**
 * The bandwidth at which the target sphere is the unit sphere, at the present temperature.
 * Formula: K = exp(−c u^p) with u ∝ 1/σ gives R² ∝ σ^−p, so σ' = σ R^(2/p). Source: [Vock2026].
 */
export function adviseBandwidth(definition: Definition, radiusSquared: number): string[] {
  const { kernel, bandwidth } = definition.parameters;
  const power = kernelPower(kernel?.value ?? null);
  const sigma = bandwidth?.value ?? null;
  if (power === null || sigma === null) return [];
  const factor = radiusSquared ** (1 / power);
  const widened =
    typeof sigma === 'number'
      ? roundUp(sigma * factor)
      : `[${sigma.map((s) => roundUp(s * factor)).join(', ')}]`;
  // Libraries may mean σ² by "bandwidth"; only objective files say for certain what the number is.
  return definition.dialect === 'objective-file'
    ? [
        `Or widen the kernel and keep the temperature: ${assignment(definition, 'bandwidth', widened)} just fits.`,
      ]
    : [`Or widen the kernel ${short(factor)} times and keep the temperature.`];
}

/** What reaches the bound where labels lie on no sphere. Gaussian kernel only: the closed forms are its own. */
export function adviseNoSphere(definition: Definition): string[] {
  const { kernel, labels } = definition.parameters;
  const rows = labels?.value ?? null;
  if (kernel?.value !== 'gaussian' || rows === null || rows.length === 0) return [];
  const columns = rows[0].length;
  const present = definition.parameters.similarity.value === 'dot' ? 'dot products' : 'cosine';
  const dimension = definition.parameters.dimension?.value ?? null;
  const euclidean =
    dimension !== null && dimension < columns
      ? []
      : [
          `Negative squared Euclidean distance in place of ${present} (similarity: negative-squared-euclidean) reaches the bound, in ${counted(columns, 'dimension', 'dimensions')}.`,
        ];
  return [
    ...euclidean,
    ...(columns === 1 ? [...adviseArc(definition, rows), ...adviseLaplacian(definition, rows)] : []),
  ];
}

/**
 * Labels lifted to an arc of the largest sphere that fits.
 * Formula: radius r = σ/√τ, label y at angle θ, from 0 to min(π, range/r) so that order is kept. Source: [Vock2026].
 */
function adviseArc(definition: Definition, rows: readonly (readonly number[])[]): string[] {
  const { temperature, bandwidth } = definition.parameters;
  const sigma = scalarBandwidth(bandwidth?.value ?? null);
  if (temperature.value === null || sigma === null) return [];
  const radius = roundDown(sigma / Math.sqrt(temperature.value));
  const angle = Math.min(Math.PI, labelRange(rows) / radius);
  return [
    `Or keep cosine and bend the labels onto an arc, [r cos θ, r sin θ] with r = ${radius} and θ from 0 at the smallest label to ${roundDown(angle)} at the largest: these lie on a sphere that fits.`,
  ];
}

/** Formula: exp(−|y_i − y_j|/σ) on scalars has R² = τ · range / (2σ), so τ* = 2σ/range. Source: [Vock2026]. */
function adviseLaplacian(definition: Definition, rows: readonly (readonly number[])[]): string[] {
  const sigma = scalarBandwidth(definition.parameters.bandwidth?.value ?? null);
  const dimension = definition.parameters.dimension?.value ?? null;
  const distinct = new Set(rows.map((row) => row[0])).size;
  if (sigma === null || distinct < 2 || (dimension !== null && dimension < distinct)) return [];
  const limit = (2 * sigma) / labelRange(rows);
  return [
    `Or use the Laplacian kernel at this bandwidth: realizable up to a temperature of ${roundDown(limit)}, in ${distinct} dimensions (one a distinct label).`,
  ];
}

function kernelPower(kernel: Kernel | null): number | null {
  if (kernel === null) return null;
  if (typeof kernel === 'object') return kernel.exponent;
  return kernel === 'gaussian' ? 2 : kernel === 'laplacian' ? 1 : null;
}

function scalarBandwidth(bandwidth: number | readonly number[] | null): number | null {
  if (bandwidth === null || typeof bandwidth === 'number') return bandwidth;
  return bandwidth.length === 1 ? bandwidth[0] : null;
}

function labelRange(rows: readonly (readonly number[])[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const [y] of rows) [low, high] = [Math.min(low, y), Math.max(high, y)];
  return high - low;
}
