/** The tests for unnormalised dot products: a Gram matrix up to one free constant, at any temperature. */
import type { Objective } from '../../objective/objective';
import { PSD_TOL, SPHERE_TOL } from '../tolerances';
import { embedding, gramOfTargets, notEuclidean } from './decideDistances';
import { type Decision, decided, withDimension } from './decision';
import { dotGram } from './dotGram';
import { distanceNoise, targetDistances } from './targets';

/**
 * Reached iff the targets lie on a sphere of any radius; otherwise approached as all norms grow, on a sphere ever
 * larger, which takes one dimension more than the targets. Source: [Vock2026], [Gower1982].
 */
export function decideDot(objective: Objective): Decision {
  const gram = dotGram(objective);
  const distances = targetDistances(objective);
  const noise = distanceNoise(objective, distances) * objective.items.length;
  if (gram.smallest < -Math.max(PSD_TOL * gram.largest, noise))
    return notEuclidean(objective, gramOfTargets(objective, distances), distances);
  if (gram.residual > SPHERE_TOL) {
    const approached = decided('degenerate', 'unbounded', { kind: 'escape', cause: 'no-sphere' });
    return withDimension(objective, gram.rank + 1, approached);
  }
  const reached = decided('realizable', 'exact', embedding(gram, null), { rank: gram.rank });
  return withDimension(objective, gram.rank, reached);
}
