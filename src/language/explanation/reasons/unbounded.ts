/** Degenerate without limit: the bound is only approached while norms or distances grow. */
import type { Writer } from './writer';

export const writeUnbounded: Writer = (definition, { proof }) => {
  const growing = definition.parameters.similarity.value === 'dot' ? 'norms' : 'distances';
  const cause =
    proof?.kind === 'escape' && proof.cause === 'no-sphere'
      ? 'The wished distances are those of points that lie on no sphere. A dot product imitates them only in the limit of ever longer vectors'
      : 'Weights of 0 ask for similarities of minus infinity, and this latent similarity lets points move apart without limit';
  return [
    `${cause}: the loss always falls a little further, and nothing stops the ${growing}.`,
    `The geometry you measure is then set by training time, learning rate and weight decay, not by the objective; two runs of different length are not comparable.`,
  ];
};
