/** Inconsistent with the sphere: fine distances, but their points lie on no sphere, and cosine needs one. */
import { short } from '../numbers';
import { lowerBoundSentence } from './lowerBound';
import type { Writer } from './writer';

export const writeNotSpherical: Writer = (definition, analysis) => {
  const { proof } = analysis;
  const straight =
    proof?.kind === 'no-sphere' && proof.distanceRank === 1
      ? ' They are points of a straight line, and a line meets a sphere in at most two points.'
      : '';
  const residual =
    proof?.kind === 'no-sphere'
      ? [
          `Proof: the best sphere through the ${proof.distanceRank === 1 ? 'points of the line' : `target points (they span ${proof.distanceRank} dimensions)`} leaves a relative residual of ${short(proof.residual, 2)}; on a sphere it would be 0.`,
        ]
      : [];
  return [
    `Cosine similarity keeps every embedding on the unit sphere, but the ${targets(definition.kind)} ask for distances of points that lie on no sphere.${straight} Embeddings are bent onto the sphere, so their distances do not follow the weights. No temperature mends that.`,
    ...residual,
    ...lowerBoundSentence(analysis),
  ];
};

const targets = (kind: string) =>
  kind === 'x-clr' ? 'features' : kind === 'weighted' ? 'weights' : 'labels';
