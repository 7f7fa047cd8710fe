/** Remedy for label kernels whose targets lie on no sphere, or are zero: the Laplacian, which fits any labels. */
import { buildObjective } from '../../objective/buildObjective';
import { roundDown } from '../rounding';
import { decideVerdict } from '../verdict/decideVerdict';
import { type Change, changedDefinition } from './change';
import { exponentOf } from './kernelExponent';
import type { RemedyMaker } from './remedyMaker';
import { assignment, dimensionsWords, isObjectiveFile, numberWords } from './words';

const MENDED = ['not-spherical', 'not-euclidean', 'zero-weight'];

/**
 * exp(−‖y_i − y_j‖/σ) puts different labels in general position, always on a sphere: realizable for τ ≤ τ*, in as many
 * dimensions as there are different labels. Source: [Schoenberg1935], [Vock2026].
 */
export const smootherKernel: RemedyMaker = ({ definition, analysis, objective }) => {
  const { kernel, temperature, similarity } = definition.parameters;
  const now = kernel?.value ?? null;
  if (now === null || temperature.value === null || similarity.value !== 'cosine') return null;
  if (!MENDED.includes(analysis.reason ?? '') || (exponentOf(now) ?? 2) < 2) return null;
  const built = buildObjective(changedDefinition(definition, { values: { kernel: 'laplacian' } }));
  if (built.kind !== 'objective') return null;
  const limit = decideVerdict({ ...built.objective, dimension: null }).temperatureLimit;
  if (limit === null) return null;
  const lowered = temperature.value > limit ? roundDown(limit) : null;
  const change: Change = {
    values: { kernel: 'laplacian', ...(lowered === null ? {} : { temperature: lowered }) },
  };
  const colder = lowered === null ? '' : ` and lower the temperature to ${numberWords(lowered)}`;
  return {
    id: 'smoother-kernel',
    title: `Use the Laplacian kernel at this bandwidth${colder}`,
    change,
    effect: `The weights fall off as exp(−‖y_i − y_j‖/σ): every two different labels then point in directions of their own, and the squared distance of embeddings grows in proportion to that of labels, not to its square. The cost is dimensions: ${dimensionsWords(objective.counts.length)}, one for each different label, and one more with each new label; it fits up to a temperature of ${numberWords(roundDown(limit))}.`,
    code: isObjectiveFile(definition)
      ? [
          'kernel: laplacian',
          ...(lowered === null ? [] : [assignment(definition, 'temperature', lowered)]),
        ].join(', ')
      : `weights = torch.exp(-torch.cdist(y, y) / sigma)${lowered === null ? '' : `, ${assignment(definition, 'temperature', lowered)}`}`,
  };
};
