/** Remedy for targets that fit on no sphere, or on one too large: a similarity that needs none. */
import { exponentOf } from './kernelExponent';
import type { Ailment, RemedyMaker } from './remedyMaker';
import { isObjectiveFile, itemsWord, numberWords } from './words';

const MENDED = ['not-spherical', 'radius', 'unbounded'];

/** −‖z_i − z_j‖² reaches every Euclidean target, at any temperature. Source: [Vock2026]. */
export const squaredEuclidean: RemedyMaker = (ailment) => {
  const { definition, analysis } = ailment;
  const similarity = definition.parameters.similarity.value ?? 'cosine';
  if (similarity !== 'cosine' && similarity !== 'dot') return null;
  if (!MENDED.includes(analysis.reason ?? '')) return null;
  const left = similarity === 'cosine' ? 'Embeddings leave the unit sphere' : 'Norms stay finite';
  const temperature = numberWords(definition.parameters.temperature.value ?? 1);
  return {
    id: 'squared-euclidean',
    title: `Compare embeddings by negative squared Euclidean distance instead of ${similarity === 'dot' ? 'dot products' : 'cosine'}`,
    change: { values: { similarity: 'negative-squared-euclidean' } },
    effect: `${left}, and ${whatTheyAre(ailment)}, at this and at every other temperature. What uses the embeddings afterwards must use distances too: they are no longer of unit length.`,
    code: isObjectiveFile(definition)
      ? 'similarity: negative-squared-euclidean'
      : `logits = -torch.cdist(z, z).square() / ${temperature}, with z not normalised`,
  };
};

/** Formula: ‖z_i − z_j‖² = τ ‖y_i − y_j‖²/(2σ²) for a Gaussian kernel. */
function whatTheyAre({ definition }: Ailment): string {
  const { kernel, bandwidth, temperature, labels } = definition.parameters;
  const sigma = bandwidth?.value ?? null;
  const exponent = exponentOf(kernel?.value ?? null);
  if (exponent !== 2 || typeof sigma !== 'number' || temperature.value === null || !labels?.value)
    return `the ${itemsWord(definition)} stand exactly where the weights put them`;
  const scale = Math.sqrt(temperature.value / (kernel?.value === 'gaussian' ? 2 : 1)) / sigma;
  return `the optimum is the labels themselves, scaled by ${numberWords(scale)}`;
}
