/** Test 7: similarities up to one constant, because no item meets itself: a single view, or views that are free. */
import type { Objective } from '../../../objective/objective';
import type { Proof } from '../../analysis';
import { COLLAPSE_TOL, RADIUS_TOL } from '../../tolerances';
import { conditional, type Decision, decided, undecided, withDimension } from '../decision';
import { logScale } from '../targets';
import { additiveConstant } from './additiveConstant';
import { decideFreeDot } from './decideFreeDot';
import { type FreeSpectrum, freeSpectrum } from './freeSpectrum';
import { intervalAt, type SphereRange, sphereRange } from './sphereRange';
import { asksForAllPairs, spreadOf, type Wishes, wishesOf } from './wishes';

type Range = Extract<Proof, { kind: 'free-constant' }>;

/**
 * The targets are reached iff some constant makes them similarities of points. For an objective whose constant is free.
 * Source: [Vock2026], [Cailliez1983].
 */
export function decideFreeConstant(objective: Objective): Decision {
  if (!asksForAllPairs(objective))
    return undecided(
      'some pairs of items are never compared and no item meets itself, so more than one number is free; that case is not decided',
    );
  const wishes = wishesOf(objective);
  const spread = spreadOf(wishes);
  if (spread <= COLLAPSE_TOL * logScale(objective)) return allAlike(objective, wishes);
  if (wishes.noise * wishes.total > 1e-3 * spread)
    return undecided(
      'the weights differ by so little that rounding in double precision decides; measure the labels in a larger unit, or use a smaller bandwidth',
    );
  switch (objective.similarity) {
    case 'cosine':
      return onSphere(objective, freeSpectrum(wishes));
    case 'negative-squared-euclidean': {
      const { start, nullity } = freeSpectrum(wishes);
      return halfLine(objective, wishes.total, start, wishes.total - 1 - nullity);
    }
    case 'negative-euclidean': {
      const { smallest, rank } = additiveConstant(wishes);
      return halfLine(objective, wishes.total, smallest, rank);
    }
    case 'dot':
      return decideFreeDot(objective, wishes);
  }
}

/** Every pair has the same weight: one similarity for all, whichever. */
function allAlike({ similarity }: Objective, { total }: Wishes): Decision {
  const proof: Range =
    similarity === 'cosine'
      ? range([-1 / (total - 1), 1], total, [total - 1, 1])
      : range(similarity === 'dot' ? [null, null] : [null, 0], total - 1, [null, 0]);
  return decided('degenerate', 'total-collapse', proof, { rank: similarity === 'cosine' ? 1 : 0 });
}

function range(interval: Range['interval'], rankInside: number, rankAtEnds: Range['rankAtEnds']): Range {
  return { kind: 'free-constant', interval, rankInside, rankAtEnds };
}

/** Squared distances, or distances, of the closest pairs are τx for every x from the smallest on. */
function halfLine(
  objective: Pick<Objective, 'temperature' | 'dimension'>,
  total: number,
  smallest: number,
  rank: number,
): Decision {
  const end = objective.temperature === null ? null : minus(objective.temperature * smallest);
  const proof = range([null, end], total - 1, [null, rank]);
  return withDimension(objective, rank, decided('realizable', 'exact', proof, { rank }));
}

/** −x without a negative zero. */
const minus = (x: number) => (x === 0 ? 0 : -x);

function onSphere(objective: Objective, spectrum: FreeSpectrum): Decision {
  const { temperature, dimension } = objective;
  const limits = sphereRange(spectrum);
  const { temperatureLimit } = limits;
  if (temperature === null) return atUnknownTemperature(spectrum, limits, dimension);
  const found = intervalAt(spectrum, limits, temperature);
  if (found === null) {
    const proof: Proof = {
      kind: 'no-constant',
      largest: 1 - temperature / temperatureLimit,
      temperatureLimit,
    };
    return decided('inconsistent', 'radius', proof, { temperatureLimit });
  }
  const similarity = (x: number) => Math.min(1, Math.max(-1, 1 - temperature * x));
  const proof = range([similarity(found.farthest), similarity(found.closest)], spectrum.total, [
    found.rankFarthest,
    found.rankClosest,
  ]);
  const reached = decided('realizable', 'exact', proof, { rank: found.rankClosest, temperatureLimit });
  return withDimension(objective, found.rankClosest, reached);
}

/** Fewer dimensions than items leave only the end of the interval, and need a lower temperature or none. */
function atUnknownTemperature(
  { total, nullity }: FreeSpectrum,
  { temperatureLimit, flatLimit }: SphereRange,
  dimension: number | null,
): Decision {
  const words = (limit: number) => String(Number(limit.toPrecision(4)));
  if (dimension === null || dimension >= total - 1)
    return conditional(
      `realizable iff the temperature is at most τ* = ${words(temperatureLimit)}`,
      temperatureLimit,
    );
  const flatRank = total - nullity;
  if (flatLimit !== null && dimension >= flatRank)
    return conditional(
      `realizable in ${dimension} dimensions iff the temperature is at most ${words(flatLimit)}`,
      flatLimit,
    );
  const isFlatBest = flatLimit !== null && flatLimit >= temperatureLimit * (1 - RADIUS_TOL);
  if (flatLimit !== null && dimension === flatRank - 1)
    return conditional(
      `realizable in ${dimension} dimensions only at the temperature ${words(flatLimit)} exactly${isFlatBest ? '' : '; otherwise more dimensions are needed'}`,
      flatLimit,
    );
  const needed = flatLimit === null ? total - 1 : flatRank - 1;
  return decided(
    'inconsistent',
    'dimension',
    { kind: 'dimension', needed, given: dimension },
    { temperatureLimit, condition: 'the dimension is too small at every temperature' },
  );
}
