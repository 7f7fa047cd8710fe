/** NT-Xent as many repositories write it: `NTXentLoss(device, batch_size, temperature, use_cosine_similarity)`. */
import type { Parameter, Similarity } from '../../../../objective/definition';
import type { LossArguments } from '../lossArguments';
import type { LossClass, OwnParameters } from '../lossClass';

/** What such a class says beside its temperature; null when its signature has none of it. */
export function pairLossReader({ parameters }: Pick<LossClass, 'parameters'>): LossClass['readOwn'] | null {
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  return has(COSINE) || has(BATCH) ? readPairLoss : null;
}

const COSINE = 'use_cosine_similarity';
const BATCH = 'batch_size';

const COUNT = {
  what: 'a whole number of at least 1',
  example: '256',
  accepts: (value: number) => Number.isInteger(value) && value >= 1,
};

function readPairLoss(args: LossArguments): OwnParameters {
  const given = args.spanOf(BATCH) ? args.number(BATCH, COUNT) : null;
  const batch = given?.value ? { batch: given } : {};
  const similarity = readSimilarity(args);
  return { parameters: { ...batch, ...(similarity ? { similarity } : {}) } };
}

/** Otherwise it is the dot product of embeddings of any length. */
function readSimilarity(args: LossArguments): Parameter<Similarity> | null {
  const resolved = args.resolve(COSINE);
  if (!resolved) return null;
  const span = args.spanOf(COSINE);
  if (resolved.kind === 'unknown')
    return { value: null, origin: 'unresolved', span, missing: resolved.missing };
  if (resolved.value.kind !== 'boolean') return null;
  return { value: resolved.value.value ? 'cosine' : 'dot', origin: resolved.origin, span };
}
