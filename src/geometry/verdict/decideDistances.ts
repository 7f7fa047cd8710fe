/** Tests 4 to 6 for similarities that are distances: do points have them, on the unit sphere, in these dimensions? */
import type { Objective } from '../../objective/objective';
import type { Proof } from '../analysis';
import { type Interrupt, NEVER, STOPPED_EARLY } from '../interrupt';
import { COLDEST, RADIUS_TOL, SPHERE_TOL } from '../tolerances';
import { conditional, type Decision, decided, undecided, withDimension } from './decision';
import { finerSphere } from './finerSphere';
import { type Gram, gramOf, isFactored, sphereOf } from './gram';
import { isEuclidean } from './groupedGram';
import { negativeDirection } from './negativeDirection';
import { distanceNoise, targetDistances, wishedTogether } from './targets';

/** The answer where an interrupt comes before the proof. */
export const CUT_SHORT = `${STOPPED_EARLY}: the factorisation of the target distances, which decides whether points have them, was interrupted`;

/** What the proofs tell of the target distances. */
export type Spectrum = Pick<Gram, 'largest' | 'smallest' | 'rank'>;

/** Cosine and the Euclidean similarities. Source: [Vock2026], [Schoenberg1935]. */
export function decideDistances(objective: Objective, interrupt: Interrupt = NEVER): Decision {
  const distances = targetDistances(objective);
  const noise = distanceNoise(objective, distances);
  const gram = gramOfTargets(objective, distances, interrupt);
  if (isFactored(gram) && gram.isCutShort) return undecided(CUT_SHORT);
  const isNegative = (row: Float64Array, g: number) =>
    row.some((d, h) => d < -noise && (g !== h || gram.counts[g] > 1));
  // A negative distance is no distance, even where its square would be one.
  if (
    !isEuclidean(gram, noise) ||
    (objective.similarity === 'negative-euclidean' && distances.some(isNegative))
  )
    return notEuclidean(objective, gram, distances, interrupt);
  if (objective.similarity === 'cosine') return decideSphere(objective, gram, distances, interrupt);
  return withDimension(
    objective,
    gram.rank,
    decided('realizable', 'exact', embedding(gram, null), { rank: gram.rank }),
  );
}

/** Items that are asked to one point count once: whether points exist depends on the set of points alone. */
export function gramOfTargets(
  objective: Objective,
  distances: readonly Float64Array[],
  interrupt: Interrupt = NEVER,
): Gram {
  const together = wishedTogether(objective, distances);
  return gramOf(
    distances,
    objective.counts.map((n, g) => (together[g] ? 1 : n)),
    distanceNoise(objective, distances),
    interrupt,
  );
}

export function notEuclidean(
  objective: Objective,
  gram: Gram,
  distances: readonly Float64Array[],
  interrupt: Interrupt = NEVER,
): Decision {
  return decided('inconsistent', 'not-euclidean', negativeDirection(objective, gram, distances, interrupt));
}

export function embedding({ largest, smallest, rank }: Spectrum, radiusSquared: number | null): Proof {
  return {
    kind: 'embedding',
    distanceRank: rank,
    radiusSquared,
    margin: largest > 0 ? smallest / largest : 0,
  };
}

/** Cosine: the points must lie on the unit sphere. */
function decideSphere(
  objective: Objective,
  gram: Gram,
  distances: readonly Float64Array[],
  interrupt: Interrupt,
): Decision {
  const noise = distanceNoise(objective, distances);
  const tolerance = Math.max(SPHERE_TOL, (10 * noise * gram.counts.length) / gram.largest);
  const sphere = sphereOf(gram);
  if (sphere.residual <= tolerance) return onSphere(objective, gram, sphere.radiusSquared);
  const finer = finerSphere(distances, gram, noise, interrupt);
  if (finer.isCutShort) return undecided(CUT_SHORT);
  if (finer.residual <= tolerance) return onSphere(objective, gram, finer.radiusSquared);
  if (finer.atLeast * (objective.temperature ?? COLDEST) <= 1) return undecided(tooNarrow(finer.atLeast));
  return decided('inconsistent', 'not-spherical', {
    kind: 'no-sphere',
    residual: finer.residual,
    distanceRank: gram.rank,
  });
}

function tooNarrow(radiusSquared: number): string {
  return `the target points are so flat in some directions that rounding in double precision decides whether they lie on a sphere; if they do, τ* is at most ${Number((1 / radiusSquared).toPrecision(2))}`;
}

/** The last tests of a target on a sphere whose squared radius is `unitRadiusSquared` at temperature 1. */
export function onSphere(
  objective: Pick<Objective, 'temperature' | 'dimension'>,
  gram: Spectrum,
  unitRadiusSquared: number,
): Decision {
  const temperatureLimit = 1 / unitRadiusSquared;
  const { temperature, dimension } = objective;
  if (temperature === null) return atUnknownTemperature(gram.rank, dimension, temperatureLimit);
  const radiusSquared = temperature * unitRadiusSquared;
  if (radiusSquared > 1 + RADIUS_TOL) {
    const proof: Proof = { kind: 'sphere-too-large', radiusSquared, temperatureLimit };
    return decided('inconsistent', 'radius', proof, { temperatureLimit });
  }
  const rank = gram.rank + (radiusSquared < 1 - RADIUS_TOL ? 1 : 0);
  const proof = embedding(gram, radiusSquared);
  return withDimension(objective, rank, decided('realizable', 'exact', proof, { rank, temperatureLimit }));
}

/** At τ* the points span one dimension less than below it. */
function atUnknownTemperature(rank: number, dimension: number | null, temperatureLimit: number): Decision {
  const limit = String(Number(temperatureLimit.toPrecision(4)));
  if (dimension !== null && dimension < rank)
    return decided(
      'inconsistent',
      'dimension',
      { kind: 'dimension', needed: rank, given: dimension },
      {
        temperatureLimit,
        condition: `the dimension is too small at every temperature; above ${limit} the target sphere is too large as well`,
      },
    );
  if (dimension === rank)
    return conditional(
      `realizable in ${dimension} dimensions only at the temperature ${limit} exactly; below it ${rank + 1} dimensions are needed, above it the target sphere is too large`,
      temperatureLimit,
    );
  return conditional(`realizable iff the temperature is at most τ* = ${limit}`, temperatureLimit);
}
