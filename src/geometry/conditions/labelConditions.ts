/** When label kernels are realizable, in closed form, while labels, kernel or bandwidth are unknown. */
import { buildObjective } from '../../objective/buildObjective';
import type { Definition, Kernel } from '../../objective/definition';
import { decideVerdict } from '../verdict/decideVerdict';
import { conditional, type Decision } from '../verdict/decision';
import { number } from './words';

/** Sources: [Dufumier2021], [Vock2026]. */
export function labelCondition(definition: Definition): Decision {
  const { labels, kernel, bandwidth } = definition.parameters;
  const known = kernel?.value ?? null;
  if (known === null)
    return conditional(
      'it depends on the kernel: one that vanishes beyond the bandwidth gives zero weights, a gaussian one asks for labels on a sphere, exp(−u^α) with α below 2 puts distinct labels on one',
    );
  const isCosine = (definition.parameters.similarity.value ?? 'cosine') === 'cosine';
  if (exponentOf(known) === null) return compactKernel(bandwidth?.value ?? null);
  if (labels?.value) return unknownBandwidth(definition, known);
  return isCosine ? unknownLabels(definition, known) : unboundedSpace(definition, known);
}

/** α of exp(−u^α) up to the unit of u, or null for kernels that reach zero. */
function exponentOf(kernel: Kernel): number | null {
  if (typeof kernel === 'object') return kernel.exponent;
  return kernel === 'gaussian' ? 2 : kernel === 'laplacian' ? 1 : null;
}

function compactKernel(bandwidth: number | readonly number[] | null): Decision {
  const far = typeof bandwidth === 'number' ? `a bandwidth (${number(bandwidth)})` : 'a bandwidth';
  return conditional(
    `degenerate (zero weights) as soon as two labels are ${far} or more apart, for the kernel is zero there`,
  );
}

function unknownLabels(definition: Definition, kernel: Kernel): Decision {
  const { temperature, bandwidth } = definition.parameters;
  const alpha = exponentOf(kernel)!;
  const tau = temperature.value;
  const sigma = bandwidth?.value ?? null;
  if (alpha > 2)
    return conditional(
      `inconsistent for three or more distinct values of one number: distances that grow as u^${number(alpha / 2)} break the triangle inequality`,
    );
  if (alpha === 2) return conditional(sphereOfLabels(sigma, tau, kernel === 'gaussian' ? 1 : 2));
  if (alpha === 1 && typeof sigma === 'number' && tau !== null)
    return conditional(
      `realizable iff R²τ ≤ 1 for the sphere through the targets, which for labels of one number means that they spread over at most 2σ/τ = ${number((2 * sigma) / tau)}; distinct labels take as many dimensions as there are of them`,
    );
  const of = alpha === 1 ? ', R² = (largest − smallest label)/(2σ) for labels of one number' : '';
  return conditional(
    `realizable iff R²τ ≤ 1 for the sphere through the targets${of}; distinct labels take as many dimensions as there are of them`,
  );
}

/** Gaussian: Δ_ij = scale · ‖y_i − y_j‖²/σ², so the labels themselves, scaled, must lie on the unit sphere. */
function sphereOfLabels(sigma: number | readonly number[] | null, tau: number | null, scale: number): string {
  const never = 'three or more distinct values of one number never do';
  const root = scale === 1 ? 'τ' : '(2τ)';
  if (typeof sigma !== 'number')
    return `realizable iff the labels, divided by the bandwidth, lie on a sphere of radius at most 1/√${root}${tau === null ? '' : ` = ${number(1 / Math.sqrt(scale * tau))}`} (${never})`;
  const radius = tau === null ? '' : ` = ${number(sigma / Math.sqrt(scale * tau))}`;
  return `realizable iff the labels lie on a sphere of radius at most σ/√${root}${radius} (${never})`;
}

function unboundedSpace(definition: Definition, kernel: Kernel): Decision {
  const { similarity, temperature, bandwidth } = definition.parameters;
  const alpha = exponentOf(kernel)!;
  if (similarity.value === 'negative-squared-euclidean' && alpha === 2) {
    const [tau, sigma] = [temperature.value, bandwidth?.value ?? null];
    const half = kernel === 'gaussian' ? 2 : 1;
    const factor =
      tau !== null && typeof sigma === 'number' ? ` by ${number(Math.sqrt(tau / half) / sigma)}` : '';
    return conditional(
      `realizable for any labels that are not all equal: the embedding is the labels scaled${factor}, given as many dimensions as a label has numbers`,
    );
  }
  if (similarity.value === 'dot' && alpha === 2)
    return conditional(
      'realizable iff the labels, divided by the bandwidth, lie on a sphere of any radius (three or more distinct values of one number never do); otherwise degenerate (unbounded)',
    );
  return conditional('it depends on the labels, which fix the distances that the weights ask for');
}

/** All targets scale by σ^−α, so one decision at σ = 1 tells the smallest bandwidth. */
function unknownBandwidth(definition: Definition, kernel: Kernel): Decision {
  const { parameters } = definition;
  const alpha = exponentOf(kernel)!;
  const columns = parameters.labels?.value?.[0].length ?? 1;
  const unit = buildObjective({
    ...definition,
    parameters: {
      ...parameters,
      bandwidth: { value: 1, origin: 'unresolved', span: null },
      temperature: { value: null, origin: 'unresolved', span: null },
    },
  });
  if (unit.kind !== 'objective')
    return conditional('it depends on the bandwidth, which scales the distances that the weights ask for');
  const decision = decideVerdict(unit.objective);
  const several = columns > 1 ? ', with one bandwidth for all columns' : '';
  if (decision.verdict === 'conditional' && decision.temperatureLimit !== null) {
    const tau = parameters.temperature.value;
    const smallest = (t: number) => number((t / decision.temperatureLimit!) ** (1 / alpha));
    return conditional(
      tau === null
        ? `realizable iff the bandwidth is at least ${smallest(1)} times the temperature${alpha === 1 ? '' : ` to the power ${number(1 / alpha)}`}${several}`
        : `realizable iff the bandwidth is at least ${smallest(tau)}${several}`,
    );
  }
  if (columns > 1 && decision.reason !== 'total-collapse')
    return conditional(
      `${decision.verdict} (${decision.reason ?? 'no reason'}) with one bandwidth for all columns`,
    );
  return { ...decision, condition: 'the verdict holds at every bandwidth' };
}
