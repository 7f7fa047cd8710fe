/** The softmax of an anchor among the samples that a batch holds. */
import type { Definition } from '../definition';
import type { Objective } from '../objective';
import { type ClassCount, classCounting } from './classCounting';
import type { Population } from './population';
import type { BatchRow } from './rowCollector';

export interface WeighedRow {
  readonly row: BatchRow;
  /** Mass of one sample's anchors in the mean over all anchors of the batch, times the samples of a batch. */
  readonly mass: number;
}

/** The softmaxes of anchors; `counts` are a batch's samples by urn, among them the anchor's, of its group's first urn. */
export interface BatchRows {
  /** b of each column. */
  multiplicities(group: number, counts: Float64Array): Float64Array;
  weighed(group: number, counts: Float64Array, multiplicity: Float64Array): WeighedRow;
}

/**
 * An anchor's softmax in a batch: weights are normalised over what the batch holds, K_ij is that of the whole data set.
 * Published losses average over all anchors of a batch, and give 0 to those without positives; where they average over
 * pairs or over classes instead, the mean is over what the batch holds. Source: [Khosla2020], [Vock2026].
 */
export function batchRows(definition: Definition, objective: Objective, population: Population): BatchRows {
  const size = objective.counts.length;
  const { groupOf, isClass, urnOfGroup, copies } = population;
  const isDecoupled = objective.severalSoftmaxes?.decoupled === true;
  const countClass = classCounting(definition);
  const kernels = objective.counts.map((_, g) => kernelRow(objective, g));
  const weightOf = anchorWeights(definition, population, countClass);
  return {
    multiplicities(group, counts) {
      const anchor = urnOfGroup[group];
      const multiplicity = new Float64Array(size + 1);
      for (let urn = 0; urn < counts.length; urn++) {
        if (counts[urn] === 0) continue;
        const h = groupOf[urn];
        if (!isClass[urn])
          multiplicity[h] +=
            objective.multiplicity[group][h] * (copies * counts[urn] - (urn === anchor ? 1 : 0));
        else if (urn !== anchor && objective.multiplicity[group][h] > 0)
          multiplicity[h] += countClass(counts[urn]).shown;
      }
      const seesOwn = isClass[anchor] && objective.selfMultiplicity[group] > 0;
      multiplicity[size] = seesOwn ? countClass(counts[anchor]).own : objective.selfMultiplicity[group];
      return multiplicity;
    },
    weighed(group, counts, multiplicity) {
      const softmax = weighed(multiplicity, kernels[group]);
      const mass = softmax === null ? 0 : weightOf(urnOfGroup[group], counts);
      const nothing = new Float64Array(size + 1);
      const row = { anchor: group, multiplicity, ...(softmax ?? { weight: nothing, logRatio: nothing }) };
      if (!isDecoupled) return { row, mass };
      const apart = decoupledRow(row);
      // Without a negative in the batch there is no denominator, and the anchor is left out.
      return { row: apart, mass: apart.multiplicity.some((b) => b > 0) ? mass : 0 };
    },
  };
}

/** Without the positives in the denominator, as `decoupledSoftmaxes` has it. */
function decoupledRow({ anchor, multiplicity, weight, logRatio }: BatchRow): BatchRow {
  return {
    anchor,
    weight,
    multiplicity: multiplicity.map((b, k) => (weight[k] > 0 ? 0 : b)),
    logRatio: logRatio.map((t, k) => (weight[k] > 0 ? 0 : t)),
  };
}

interface KernelRow {
  /** log K of a group's anchor with each column, up to a constant, and K over its largest. */
  readonly log: Float64Array;
  readonly kernel: Float64Array;
  readonly largest: number;
}

function kernelRow({ logRatio, selfLogRatio }: Objective, g: number): KernelRow {
  const log = Float64Array.from([...logRatio[g], selfLogRatio[g]]);
  const largest = log.reduce((most, x) => Math.max(most, x), -Infinity);
  return { log, kernel: log.map((x) => Math.exp(x - largest)), largest };
}

/** Sums that lost digits to underflow are taken again relative to the largest weight that the batch has. */
const SMALLEST_SUM = 1e-200;

/** w = b K / Σ b K and t = log(w / b); null without any positive. */
function weighed(
  multiplicity: Float64Array,
  { log, kernel, largest }: KernelRow,
): Pick<BatchRow, 'weight' | 'logRatio'> | null {
  let sum = 0;
  for (let k = 0; k < kernel.length; k++) sum += multiplicity[k] * kernel[k];
  let shift = largest;
  if (!(sum > SMALLEST_SUM)) {
    shift = log.reduce((most, x, k) => (multiplicity[k] > 0 ? Math.max(most, x) : most), -Infinity);
    if (shift === -Infinity) return null;
    sum = log.reduce((total, x, k) => total + multiplicity[k] * Math.exp(x - shift), 0);
  }
  const logTotal = shift + Math.log(sum);
  const logRatio = log.slice();
  const weight = new Float64Array(log.length);
  for (let k = 0; k < log.length; k++) {
    logRatio[k] -= logTotal;
    if (multiplicity[k] > 0 && log[k] > -Infinity) weight[k] = multiplicity[k] * Math.exp(logRatio[k]);
  }
  return { weight, logRatio };
}

/** The mass of one sample's anchors times the samples of the batch: 1 where every anchor counts the same. */
function anchorWeights(
  { positives, parameters }: Definition,
  { isClass }: Population,
  countClass: (samples: number) => ClassCount,
): (anchor: number, counts: Float64Array) => number {
  const isEven = positives !== 'softmax-per-positive' && parameters.balance.value?.anchors !== true;
  if (isEven || !isClass.some(Boolean)) return () => 1;
  const ofUrn = (urn: number, samples: number) => {
    if (samples === 0) return 0;
    return isClass[urn] ? countClass(samples).weight : samples * countClass(1).weight;
  };
  return (anchor, counts) => {
    let total = 0;
    let samples = 0;
    for (let urn = 0; urn < counts.length; urn++) {
      total += ofUrn(urn, counts[urn]);
      samples += counts[urn];
    }
    return total === 0 ? 0 : (samples * ofUrn(anchor, counts[anchor])) / (counts[anchor] * total);
  };
}
