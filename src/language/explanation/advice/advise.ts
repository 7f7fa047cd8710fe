/** What to do, computed from the proof and the closed forms; silent where nothing computed can be said. */
import type { Analysis } from '../../../geometry/analysis';
import type { Definition } from '../../../objective/definition';
import { roundDown, roundUp } from '../numbers';
import { hasClasses } from '../vocabulary';
import { assignment } from './assignment';
import { adviseAcross, adviseBalance } from './classAdvice';
import { adviseBandwidth, adviseNoSphere } from './labelAdvice';

/** Sentences, the smallest change first. */
export function advise(definition: Definition, analysis: Analysis): readonly string[] {
  switch (analysis.reason) {
    case 'radius':
      return adviseRadius(definition, analysis);
    case 'zero-weight':
      return hasClasses(definition) && definition.parameters.similarity.value === 'cosine'
        ? [...adviseAcross(definition, analysis), ...adviseBalance(definition, analysis)]
        : [];
    case 'not-spherical':
      return adviseNoSphere(definition);
    case 'unbounded':
      return definition.parameters.similarity.value === 'dot' ? adviseNoSphere(definition).slice(0, 1) : [];
    case 'dimension':
      return analysis.proof?.kind === 'dimension'
        ? [`Use an embedding of at least ${analysis.proof.needed} dimensions.`]
        : [];
    default:
      return adviseCondition(definition, analysis);
  }
}

function adviseRadius(definition: Definition, analysis: Analysis): string[] {
  const { proof, temperatureLimit } = analysis;
  const limit = temperatureLimit ?? (proof?.kind === 'sphere-too-large' ? proof.temperatureLimit : null);
  const lower =
    limit === null
      ? []
      : [
          `Lower the temperature: ${assignment(definition, 'temperature', roundDown(limit))} is the largest that fits.`,
        ];
  if (proof?.kind !== 'sphere-too-large') return lower;
  if (definition.kind === 'soft-supcon') return [...lower, ...adviseAcross(definition, analysis)];
  if (definition.kind === 'x-clr')
    return [...lower, ...adviseWeightTemperature(definition, proof.radiusSquared)];
  return [...lower, ...adviseBandwidth(definition, proof.radiusSquared)];
}

/** Formula: targets ‖z_i − z_j‖² = (τ/τ_s) ‖t_i − t_j‖², so R² ∝ 1/τ_s. Source: [Vock2026]. */
function adviseWeightTemperature(definition: Definition, radiusSquared: number): string[] {
  const weightTemperature = definition.parameters.weightTemperature?.value ?? null;
  if (weightTemperature === null) return [];
  const raised = roundUp(weightTemperature * radiusSquared);
  return [`Or soften the targets: ${assignment(definition, 'weight-temperature', raised)} just fits.`];
}

function adviseCondition(definition: Definition, { verdict, temperatureLimit }: Analysis): string[] {
  if (verdict !== 'conditional' || temperatureLimit === null) return [];
  return [
    `Keep the temperature at or below τ*: ${assignment(definition, 'temperature', roundDown(temperatureLimit))} is the largest that fits.`,
  ];
}
