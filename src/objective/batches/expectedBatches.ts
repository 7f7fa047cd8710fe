/** The loss that training in batches has on average: a mean of softmaxes over batches drawn from the data set. */
import type { Definition } from '../definition';
import { isSummed } from '../kinds/summedPositives';
import type { Objective } from '../objective';
import type { Softmaxes } from '../softmaxes';
import { type BatchRows, batchRows } from './batchRow';
import { type Calibration, calibration } from './calibration';
import { allOutcomes, type Outcome } from './outcomes';
import { ownAt, ownStrata, type Stratum } from './ownStrata';
import { FEWEST_BLOCKS, planDraws } from './planDraws';
import { besideAnchor, copiesOf, type Population, populationOf } from './population';
import { type Random, seededRandom } from './random';
import { RowCollector } from './rowCollector';
import { fullUrn } from './urn';

export interface ExpectedBatches {
  /** The mean over all batches; masses sum to 1. */
  readonly softmaxes: Softmaxes;
  /** Nats that the loss has more than its softmaxes. */
  readonly lossOffset: number;
  /** The same for independent parts of the batches; none where every possible batch is there. */
  readonly blocks: readonly Block[];
  /** Batches that were drawn, or that there are. */
  readonly batches: number;
}

/** The same softmaxes with the masses that they have in a part of the batches. */
export interface Block {
  readonly mass: Float64Array;
  readonly lossOffset: number;
}

export interface DrawOptions {
  /** Entries that the softmaxes may have together: what memory and time follow. */
  readonly cells: number;
  readonly seed: number;
  /** All batches that differ are taken when there are no more of them than this. @defaultValue FEW_OUTCOMES */
  readonly fewOutcomes?: number;
}

/** So many softmaxes are evaluated in a millisecond. */
const FEW_OUTCOMES = 2000;
/** The own parts of denominators in a stratum differ by less than this factor. */
const LIKE_FACTOR = 1.8;
const USUAL_STRATA = 4;
/** Where four batches for each stratum have more entries than this, an anchor's own count is left to chance as well. */
const MOST_CELLS = 6e6;

/**
 * The expected loss of batches of n samples, without replacement out of N > n.
 * An anchor is taken first and its companions are drawn for it, so that rare classes have as many batches as frequent
 * ones. How many of its own class are among them matters most, so that number is taken by its law (`ownStrata`); the
 * rest is a shuffle of all other samples cut into batches, so that every one of them is met equally often and only
 * their combinations are left to chance.
 * Formula: L = Σ_i E[mass · softmax of i | i in the batch] / N. Deterministic. Source: [Vock2026], batches.
 */
export function expectedBatches(
  definition: Definition,
  objective: Objective,
  samples: number,
  options: DrawOptions,
): ExpectedBatches {
  const population = populationOf(objective, copiesOf(definition, objective));
  const source: Source = {
    population,
    groups: [...objective.counts.keys()].filter((g) => objective.anchorMass[g] > 0),
    size: objective.counts.length,
    companions: samples - 1,
    rows: batchRows(definition, objective, population),
    isSummed: isSummed(definition),
    calibrate: calibration(definition, objective, population),
  };
  return enumerated(source, options.fewOutcomes ?? FEW_OUTCOMES) ?? drawn(source, options);
}

interface Source {
  readonly population: Population;
  /** Groups whose items are anchors. */
  readonly groups: readonly number[];
  readonly size: number;
  /** Samples in a batch beside the anchor. */
  readonly companions: number;
  readonly rows: BatchRows;
  readonly isSummed: boolean;
  /** What the columns of anchors of a class hold on average beside it; null where it is left to chance. */
  readonly calibrate: Calibration | null;
}

function enumerated(source: Source, few: number): ExpectedBatches | null {
  const { population, groups, size, companions, rows } = source;
  let left = few;
  const outcomes = new Map<number, Outcome[]>();
  for (const group of groups) {
    const all = allOutcomes(besideAnchor(population, group), companions, left);
    if (all === null) return null;
    outcomes.set(group, all);
    left -= all.length;
  }
  const collector = new RowCollector(size, 1);
  for (const [group, all] of outcomes)
    for (const { counts, probability } of all) {
      counts[population.urnOfGroup[group]]++;
      const { row, mass } = rows.weighed(group, counts, rows.multiplicities(group, counts));
      collector.add(row, 0, population.groupSizes[group] * probability * mass);
    }
  return { ...finish(source, collector), blocks: [], batches: few - left };
}

function drawn(source: Source, { cells, seed }: DrawOptions): ExpectedBatches {
  const { population, groups, size, companions } = source;
  const random = seededRandom(seed);
  const isCostly = groups.length * FEWEST_BLOCKS * (size + 1) * USUAL_STRATA > MOST_CELLS;
  const strata = new Map(
    groups.map((g) => [g, ownStrata(population, g, companions, isCostly ? Infinity : LIKE_FACTOR)]),
  );
  const kinds = [...strata.values()].reduce((sum, list) => sum + list.length, 0);
  const whole = Math.max(1, Math.ceil((population.total - 1) / companions));
  const { blocks, perBlock } = planDraws(whole, cells / (kinds * (size + 1)));
  const collector = new RowCollector(size, blocks);
  for (const [group, list] of strata)
    for (const stratum of list) {
      const first = random();
      for (let block = 0; block < blocks; block++) {
        const shift = (first + block / blocks) % 1;
        drawStratum(source, { random, group, stratum, block, batches: perBlock, shift }, collector);
      }
    }
  return { ...finish(source, collector), batches: kinds * blocks * perBlock };
}

/** Positives summed inside the logarithm are log of their number less in every softmax: a constant of each batch. */
function finish({ isSummed }: Source, collector: RowCollector): Omit<ExpectedBatches, 'batches'> {
  const { softmaxes, blocks } = collector.finish();
  const { size, multiplicity } = softmaxes;
  const offsetOf = (mass: Float64Array) =>
    isSummed
      ? -mass.reduce(
          (sum, a, r) => (a > 0 ? sum + a * Math.log(multiplicity[r * (size + 1) + size]) : sum),
          0,
        )
      : 0;
  return {
    softmaxes,
    lossOffset: offsetOf(softmaxes.mass),
    blocks: blocks.map((mass) => ({ mass, lossOffset: offsetOf(mass) })),
  };
}

interface Draw {
  readonly random: Random;
  readonly group: number;
  readonly stratum: Stratum;
  readonly block: number;
  readonly batches: number;
  /** Where the evenly spaced ranks of own counts begin: each batch has its law, all together nearly the exact mix. */
  readonly shift: number;
}

/** Batches with an anchor of the group and a number of its own class within the stratum. */
function drawStratum(source: Source, draw: Draw, collector: RowCollector): void {
  const { population, companions, rows } = source;
  const { random, group, stratum, block, batches } = draw;
  const own = population.urnOfGroup[group];
  const others = population.sizes.slice();
  others[own] = 0;
  const total = population.total - population.sizes[own];
  let urn = fullUrn(random, others, companions);
  let left = total;
  const drawn = Array.from({ length: batches }, (_, batch) => {
    const counts = new Float64Array(others.length);
    const samples = ownAt(stratum, (batch + draw.shift) / batches);
    const missing = companions + 1 - samples;
    if (missing > left) {
      urn = fullUrn(random, others, companions);
      left = total;
    }
    urn.draw(missing, counts);
    left -= missing;
    counts[own] = samples;
    return { counts, multiplicity: rows.multiplicities(group, counts) };
  });
  source.calibrate?.(group, drawn);
  const mass = (population.groupSizes[group] * stratum.probability) / batches;
  for (const { counts, multiplicity } of drawn) {
    const { row, mass: weight } = rows.weighed(group, counts, multiplicity);
    collector.add(row, block, mass * weight);
  }
}
