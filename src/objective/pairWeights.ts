/** The weight K_ij that each kind of objective gives to a pair of samples, and how often the pair is in a denominator. */
import type { ClassSize, Definition, Parameters } from './definition';
import { type Grouping, groupByKey, groupRows } from './grouping';
import { logKernel } from './kernel';
import { plainRows, unitRows } from './manyRows';
import type { Item } from './objective';
import { labelName, numbered, type SampleWeights } from './sampleWeights';
import { weightedSamples } from './weightedSamples';

/** Per group, or per pair of different items of two groups; logarithms may be −Infinity. */
export interface PairWeights {
  readonly items: readonly Item[];
  readonly grouping: Grouping;
  /** Items that a sample becomes: its views, where each may have a place of its own, else 1. */
  readonly copies: number;
  /** Unnormalised anchor mass of one item of a group. */
  readonly anchorWeight: (g: number) => number;
  readonly selfMultiplicity: (g: number) => number;
  readonly selfLogWeight: (g: number) => number;
  readonly multiplicity: (g: number, h: number) => number;
  readonly logWeight: (g: number, h: number) => number;
}

/**
 * Classes: all samples of a class stand at one prototype, so an item is a class of m_c = views · n_c candidates.
 * Formula: b_cc = m_c − 1, b_cc' = m_c', K = 1 inside and ε across. Source: [Khosla2020], [Vock2026].
 */
export function classPairWeights(definition: Definition): PairWeights {
  const { parameters } = definition;
  const classes = required(parameters.classes) as readonly ClassSize[];
  const views = required(parameters.views).count;
  const balance = required(parameters.balance);
  const perPositive = definition.positives === 'softmax-per-positive';
  const across = definition.kind === 'soft-supcon' ? Math.log(required(parameters.across)) : -Infinity;
  const grouping = groupByKey(classes.length, (c) => String(classes[c].count));
  const candidatesOf = (g: number) => views * classes[grouping.representative[g]].count;
  // Where pairs of two classes have weight too, a sample that is alone in its class still has positives.
  const seesItself = (g: number) => candidatesOf(g) > 1;
  const hasPositive = (g: number) => seesItself(g) || across > -Infinity;
  return {
    items: classes.map(({ name, count }) => ({ name, size: count })),
    grouping,
    copies: 1,
    anchorWeight: (g) =>
      !hasPositive(g)
        ? 0
        : balance.anchors
          ? 1
          : candidatesOf(g) * (perPositive ? Math.max(1, candidatesOf(g) - 1) : 1),
    selfMultiplicity: (g) =>
      !seesItself(g) ? 0 : balance.denominators || perPositive ? 1 : candidatesOf(g) - 1,
    selfLogWeight: () => 0,
    multiplicity: (_, h) => (balance.denominators ? 1 : candidatesOf(h)),
    logWeight: () => across,
  };
}

/**
 * Samples: an item sees its own other views, and all views of every other sample.
 * Formula: b_ii = views − 1, b_ij = views, K by labels, features, a matrix, or none (InfoNCE). Views that are free are
 * items of their own, which no item sees twice: b_ii = 0, b_ij = 1. Where only its own views are positives of a sample
 * they end at one point, free or not: the loss is convex and its symmetries let their mean do no worse.
 */
export function labelPairWeights(definition: Definition): PairWeights {
  const { count, tied } = required(definition.parameters.views);
  const copies = tied || definition.kind === 'info-nce' ? 1 : count;
  const views = count / copies;
  const { items, grouping, logWeight, isCompared = () => true } = sampleWeights(definition);
  const at = (g: number) => grouping.representative[g];
  const second = secondMembers(grouping);
  const other = (g: number, h: number) => (g === h ? second[g] : at(h));
  return {
    items,
    grouping,
    copies,
    anchorWeight: () => 1,
    selfMultiplicity: (g) => (isCompared(at(g), at(g)) ? views - 1 : 0),
    selfLogWeight: (g) => logWeight(at(g), at(g), true),
    multiplicity: (g, h) => (isCompared(at(g), other(g, h)) ? views : 0),
    logWeight: (g, h) => logWeight(at(g), other(g, h), false),
  };
}

/** Another item of each group than its representative; the representative itself where it is alone. */
function secondMembers({ groupOf, representative }: Grouping): readonly number[] {
  const second = [...representative];
  for (let item = groupOf.length - 1; item >= 0; item--)
    if (item !== representative[groupOf[item]]) second[groupOf[item]] = item;
  return second;
}

function sampleWeights(definition: Definition): SampleWeights {
  const { parameters } = definition;
  switch (definition.kind) {
    case 'info-nce': {
      const samples = required(parameters.samples);
      return {
        items: numbered(samples),
        grouping: groupByKey(samples, () => 0),
        logWeight: (_i, _j, self) => (self ? 0 : -Infinity),
      };
    }
    case 'x-clr':
      return featureWeights(parameters);
    case 'weighted':
      return weightedSamples(parameters);
    default:
      return kernelWeights(parameters);
  }
}

function kernelWeights(parameters: Parameters): SampleWeights {
  const labels = required(parameters.labels);
  const kernel = required(parameters.kernel);
  const bandwidth = required(parameters.bandwidth);
  const widths = labels[0].map((_, column) =>
    typeof bandwidth === 'number' ? bandwidth : bandwidth[column],
  );
  const grouping = groupRows(plainRows(labels));
  const items = grouping.representative.map((i) => ({
    name: labelName(labels[i]),
    size: 1,
  }));
  return {
    items: grouping.groupOf.map((g) => items[g]),
    grouping,
    logWeight: (i, j) => logKernel(kernel, distance(labels[i], labels[j], widths)),
  };
}

function featureWeights(parameters: Parameters): SampleWeights {
  const rows = unitRows(required(parameters.features));
  const weightTemperature = required(parameters.weightTemperature);
  const grouping = groupRows(rows);
  const unit = grouping.representative.map((i) => {
    const row = new Float64Array(rows.width);
    rows.write(i, row);
    return row;
  });
  const { groupOf } = grouping;
  return {
    items: numbered(rows.count),
    grouping,
    logWeight: (i, j) => dot(unit[groupOf[i]], unit[groupOf[j]]) / weightTemperature,
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

function distance(a: readonly number[], b: readonly number[], widths: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += ((a[k] - b[k]) / widths[k]) ** 2;
  return Math.sqrt(sum);
}

function required<T>(parameter: { readonly value: T | null } | undefined): T {
  if (parameter === undefined || parameter.value === null)
    throw new Error('An objective is built only when the values it needs are known.');
  return parameter.value;
}
