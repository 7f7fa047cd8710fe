/** The tests for unnormalised dot products: a Gram matrix up to one free constant, at any temperature. */
import type { Objective } from '../../objective/objective';
import { type Interrupt, NEVER } from '../interrupt';
import { FINEST_TOL, PSD_TOL, SPHERE_TOL } from '../tolerances';
import { affineFit, squaredNorms } from './affineFit';
import { CUT_SHORT, embedding, gramOfTargets, notEuclidean, type Spectrum } from './decideDistances';
import { type Decision, decided, undecided, withDimension } from './decision';
import { dotGram, symmetricLogWeights } from './dotGram';
import { type FactoredGram, factoredGram } from './factoredGram';
import { isFactored, MAX_EIGEN_GROUPS } from './gram';
import { isEuclidean } from './groupedGram';
import { distanceNoise, targetDistances } from './targets';

/**
 * Reached iff the targets lie on a sphere of any radius; otherwise approached as all norms grow, on a sphere ever
 * larger, which takes one dimension more than the targets. Source: [Vock2026], [Gower1982].
 */
export function decideDot(objective: Objective, interrupt: Interrupt = NEVER): Decision {
  if (objective.counts.length > MAX_EIGEN_GROUPS) return decideManyDots(objective, interrupt);
  const gram = dotGram(objective);
  const distances = targetDistances(objective);
  const noise = distanceNoise(objective, distances) * objective.items.length;
  if (gram.smallest < -Math.max(PSD_TOL * gram.largest, noise))
    return notEuclidean(objective, gramOfTargets(objective, distances), distances);
  return told(objective, gram, gram.residual > SPHERE_TOL);
}

/**
 * The same by a factorisation. With points y of the distances, z = y + v has ‖z_i‖² = t_ii + c for some v and c iff
 * ‖y_i‖² − t_ii is an affine function of y_i.
 */
function decideManyDots(objective: Objective, interrupt: Interrupt): Decision {
  const distances = targetDistances(objective);
  const gram = gramOfTargets(objective, distances, interrupt);
  if (!isFactored(gram) || gram.isCutShort) return undecided(CUT_SHORT);
  if (!isEuclidean(gram, distanceNoise(objective, distances)))
    return notEuclidean(objective, gram, distances, interrupt);
  const { own } = symmetricLogWeights(objective);
  if (isAffine(gram, own)) return told(objective, gram, false);
  const noise = distanceNoise(objective, distances);
  const finer = factoredGram(distances, gram.counts, noise, interrupt, FINEST_TOL);
  if (finer.isCutShort) return undecided(CUT_SHORT);
  return told(objective, gram, !isAffine(finer, own));
}

/** Whether ‖y_i‖² − t_ii is an affine function of y_i. */
function isAffine(gram: FactoredGram, own: readonly number[]): boolean {
  const { residuals } = affineFit(
    gram,
    squaredNorms(gram).map((x, g) => x - own[g]),
  );
  const farthest = residuals.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const mean = gram.largest / gram.counts.length;
  return farthest <= SPHERE_TOL * mean;
}

function told(objective: Objective, gram: Spectrum, isOffSphere: boolean): Decision {
  if (isOffSphere) {
    const approached = decided('degenerate', 'unbounded', { kind: 'escape', cause: 'no-sphere' });
    return withDimension(objective, gram.rank + 1, approached);
  }
  const reached = decided('realizable', 'exact', embedding(gram, null), { rank: gram.rank });
  return withDimension(objective, gram.rank, reached);
}
