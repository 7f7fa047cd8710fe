/** When X-CLR is realizable, in closed form, while features or one of its two temperatures are unknown. */
import type { Definition } from '../../objective/definition';
import { unitRows } from '../../objective/manyRows';
import { conditional, type Decision } from '../verdict/decision';
import { unitSphere } from '../verdict/unitSphere';
import { number } from './words';

/**
 * With κ = τ/τ_s the target Gram matrix is (1 − κ) 11ᵀ + κ TTᵀ for unit features T: realizable for κ ≤ 1, and beyond
 * iff κ R² ≤ 1 with R the radius of the sphere through the features in their own hull. Source: [Sobal2024], [Vock2026].
 */
export function featureCondition(definition: Definition): Decision {
  const { similarity, features, temperature, weightTemperature, dimension } = definition.parameters;
  const rows = features?.value ?? null;
  const d = dimension?.value ?? null;
  const inDimensions =
    d === null ? '' : `, in at least as many dimensions as the features span (given: ${d})`;
  if ((similarity.value ?? 'cosine') !== 'cosine')
    return conditional(`realizable for any features that are not all the same${inDimensions}`);
  const tau = temperature.value;
  const weightTau = weightTemperature?.value ?? null;
  const sphere = rows && unitSphere(unitRows(rows));
  if (sphere !== null)
    return conditional(`${ofKnownFeatures(sphere.radiusSquared, tau, weightTau)}${inDimensions}`);
  if (tau === null || weightTau === null)
    return conditional(
      `realizable when the temperature is at most the weight temperature, κ = τ/τ_s ≤ 1; beyond, iff the unit features lie on a sphere of squared radius at most 1/κ${inDimensions}`,
    );
  const kappa = tau / weightTau;
  if (kappa <= 1)
    return conditional(
      `realizable for any features that are not all the same, since κ = τ/τ_s = ${number(kappa)} is at most 1${inDimensions}`,
    );
  return conditional(
    `realizable iff the unit features lie on a sphere of squared radius at most τ_s/τ = ${number(1 / kappa)}${inDimensions}`,
  );
}

function ofKnownFeatures(radiusSquared: number, tau: number | null, weightTau: number | null): string {
  if (tau !== null && weightTau === null)
    return `realizable iff the weight temperature is at least R²τ = ${number(radiusSquared * tau)}, R² = ${number(radiusSquared)} being that of the unit features`;
  if (tau === null && weightTau !== null)
    return `realizable iff the temperature is at most τ_s/R² = ${number(weightTau / radiusSquared)}`;
  return `realizable iff κ = τ/τ_s is at most 1/R² = ${number(1 / radiusSquared)}`;
}
