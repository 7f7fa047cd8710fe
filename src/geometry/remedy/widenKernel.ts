/** Remedies for targets on a sphere that is too large, at the temperature as it is: weights that fall off less steeply. */
import type { Analysis } from '../analysis';
import { roundUp } from '../rounding';
import { exponentOf } from './kernelExponent';
import type { RemedyMaker } from './remedyMaker';
import { assignment, isObjectiveFile, numberWords, numeral } from './words';

/** Formula: K = exp(−c u^α), u ∝ 1/σ, gives R² ∝ σ^−α, so σ' = σ R^(2/α). Source: [Vock2026]. */
export const widenKernel: RemedyMaker = ({ definition, analysis }) => {
  const { kernel, bandwidth } = definition.parameters;
  const radiusSquared = radiusOf(analysis);
  const exponent = exponentOf(kernel?.value ?? null);
  const sigma = bandwidth?.value ?? null;
  if (radiusSquared === null || exponent === null || sigma === null) return null;
  const factor = radiusSquared ** (1 / exponent);
  const widened = typeof sigma === 'number' ? roundUp(sigma * factor) : sigma.map((s) => roundUp(s * factor));
  const written = typeof widened === 'number' ? numeral(widened) : `[${widened.map(numeral).join(', ')}]`;
  return {
    id: 'widen-kernel',
    title: `Widen the kernel to a bandwidth of ${written}`,
    change: { values: { bandwidth: widened } },
    effect: `The kernel becomes ${numberWords(factor)} times as wide and the temperature stays: labels that differ get larger weights, and their embeddings stand closer, just as far apart as the unit sphere has room for.`,
    // Libraries may mean σ² by "bandwidth"; only objective files say for certain what the number is.
    code: isObjectiveFile(definition)
      ? `bandwidth: ${written}`
      : `a kernel ${numberWords(factor)} times as wide`,
  };
};

/** Formula: ‖z_i − z_j‖² = (τ/τ_s) ‖t_i − t_j‖², so R² ∝ 1/τ_s. Source: [Sobal2024], [Vock2026]. */
export const raiseWeightTemperature: RemedyMaker = ({ definition, analysis }) => {
  const now = definition.parameters.weightTemperature?.value ?? null;
  const radiusSquared = radiusOf(analysis);
  if (definition.kind !== 'x-clr' || now === null || radiusSquared === null) return null;
  const weightTemperature = roundUp(now * radiusSquared);
  return {
    id: 'raise-weight-temperature',
    title: `Raise the temperature of the weights to ${numeral(weightTemperature)}`,
    change: { values: { weightTemperature } },
    effect:
      'Weights become softer, so embeddings of different samples stand closer, just as far apart as the unit sphere has room for.',
    code: assignment(definition, 'weight-temperature', weightTemperature),
  };
};

function radiusOf({ reason, proof }: Analysis): number | null {
  return reason === 'radius' && proof?.kind === 'sphere-too-large' ? proof.radiusSquared : null;
}
