/** The verdict where some distances are asked for by nobody: by the minimum of the loss, which is proved. */
import type { Objective } from '../../objective/objective';
import { type Interrupt, NEVER } from '../interrupt';
import { placeFreely } from '../optimum/placement';
import { MET_TOL } from '../tolerances';
import { failingClique } from './comparedCliques';
import { checkComparedSymmetry } from './comparedSymmetry';
import { conditional, type Decision, decided, undecided } from './decision';
import { leastGap, type Met, temperatureLimit } from './leastGap';
import { countFreePairs } from './unknownDistances';

/**
 * Cosine: L is convex over the correlation matrices, and its certified minimum meets the entropic bound iff the known
 * similarities can be completed to one (d large enough). Other similarities: what a fully compared set disproves, and
 * what a search finds, since an embedding proves itself. Source: [Vock2026], [BurerMonteiro2003].
 */
export function decideByMinimum(objective: Objective, interrupt: Interrupt = NEVER): Decision {
  const cycle = checkComparedSymmetry(objective);
  if (cycle !== null) return decided('inconsistent', 'asymmetric', cycle);
  const clique = failingClique(objective);
  if (clique !== null && clique.reason !== 'radius') return clique;
  if (objective.similarity !== 'cosine') return byPlacing(objective, interrupt);
  const { temperature } = objective;
  if (temperature === null) return atUnknownTemperature(objective, interrupt);
  const found = leastGap(objective, temperature, interrupt);
  if (found.kind === 'met') return completed(objective, found, temperature, interrupt);
  if (found.kind === 'open')
    return undecided(
      `some distances are asked for by no pair of samples, so the verdict follows from the minimum of the loss: that is ${nats(found.gap)} above the entropic bound, known to within ${nats(found.within)}, too little to tell whether the bound is reached`,
    );
  return missed(objective, found.gapAtLeast, temperature, clique, interrupt);
}

/** The completion has its own rank; a smaller one may exist, which only a search in d columns can find. */
function completed(objective: Objective, found: Met, temperature: number, interrupt: Interrupt): Decision {
  const { dimension } = objective;
  if (dimension === null || found.rank <= dimension) return reached(objective, found);
  const placed = placeFreely(objective, temperature, dimension, interrupt);
  if (placed !== null && placed.gap <= MET_TOL)
    return reached(objective, { ...found, rank: Math.min(found.rank, dimension) });
  const near =
    placed === null
      ? ''
      : `, and the best that local searches found there stays ${nats(placed.gap)} above it`;
  return undecided(
    `the entropic bound is reached in ${found.rank} dimensions; whether the distances that no pair asks for can be chosen so that ${dimension} are enough is not known${near}`,
  );
}

function reached(objective: Objective, { rank, margin, distanceRank }: Met): Decision {
  return decided(
    'realizable',
    'exact',
    {
      kind: 'embedding',
      distanceRank,
      radiusSquared: null,
      margin,
      freePairs: countFreePairs(objective),
    },
    { rank },
  );
}

function missed(
  objective: Objective,
  gapAtLeast: number,
  temperature: number,
  clique: Decision | null,
  interrupt: Interrupt,
): Decision {
  const limit = temperatureLimit(objective, temperature, clique?.temperatureLimit ?? null, interrupt);
  const lowerBound = { kind: 'lower-bound', gapAtLeast } as const;
  if (limit.kind === 'reached') {
    const proof = clique?.temperatureLimit === limit.temperature ? clique.proof : lowerBound;
    return decided('inconsistent', 'radius', proof, { temperatureLimit: limit.temperature });
  }
  if (limit.kind === 'unknown')
    return decided('inconsistent', 'radius', clique?.proof ?? lowerBound, {
      condition: 'whether a lower temperature reaches the bound is not computed for so many items',
    });
  return decided(
    'inconsistent',
    isEuclideanCompletable(objective, interrupt) ? 'not-spherical' : 'not-euclidean',
    lowerBound,
  );
}

/** Whether points in a flat space have the known distances: then it is the sphere that is in the way. */
function isEuclideanCompletable(objective: Objective, interrupt: Interrupt): boolean {
  const flat: Objective = { ...objective, similarity: 'negative-squared-euclidean', dimension: null };
  const placed = placeFreely(flat, 1, null, interrupt);
  return placed !== null && placed.gap <= MET_TOL;
}

function atUnknownTemperature(objective: Objective, interrupt: Interrupt): Decision {
  const limit = temperatureLimit(objective, null, null, interrupt);
  switch (limit.kind) {
    case 'reached':
      return conditional(
        `realizable iff the temperature is at most τ* = ${Number(limit.temperature.toPrecision(4))}`,
        limit.temperature,
      );
    case 'always':
      return conditional(
        `realizable at every temperature up to ${limit.temperature}, the largest that was tried`,
      );
    case 'never':
      return conditional(
        `inconsistent at every temperature from ${Number(limit.temperature.toPrecision(3))} up, the smallest that was tried`,
      );
    case 'unknown':
      return conditional(
        'realizable up to some temperature at most, which is not computed for so many items',
      );
  }
}

/** Dot products and distances: an embedding that is found is a proof, one that is not proves nothing. */
function byPlacing(objective: Objective, interrupt: Interrupt): Decision {
  // Distances follow the temperature as a scale, and dot products too: whether they exist does not depend on it.
  const placed = placeFreely(objective, objective.temperature ?? 1, objective.dimension, interrupt);
  const why = 'some distances are asked for by no pair of samples; with this latent similarity';
  if (placed === null) return undecided(`${why} nothing is proved for so many items`);
  if (placed.gap <= MET_TOL && placed.isModerate)
    return reached(objective, { ...placed, distanceRank: placed.rank, kind: 'met', margin: 0 });
  if (placed.gap <= MET_TOL)
    return undecided(
      `${why} the entropic bound is met only by embeddings that a search drove far out, so it may be reached or only approached`,
    );
  return undecided(
    `${why} only an embedding that reaches the entropic bound proves anything, and the best that local searches found stays ${nats(placed.gap)} above it`,
  );
}

function nats(x: number): string {
  return `${Number(x.toPrecision(2))} nats`;
}
