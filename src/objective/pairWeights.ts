/** The weight K_ij that each kind of objective gives to a pair of samples, and how often the pair is in a denominator. */
import type { ClassSize, Definition, Parameters } from './definition';
import { type Grouping, groupByKey } from './grouping';
import { logKernel } from './kernel';
import type { Item } from './objective';

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
  const { items, key, logWeight, isCompared = () => true } = sampleWeights(definition);
  const grouping = groupByKey(items.length, key);
  const at = (g: number) => grouping.representative[g];
  return {
    items,
    grouping,
    copies,
    anchorWeight: () => 1,
    selfMultiplicity: (g) => (isCompared(at(g), at(g)) ? views - 1 : 0),
    selfLogWeight: (g) => logWeight(at(g), at(g), true),
    multiplicity: (g, h) => (isCompared(at(g), at(h)) ? views : 0),
    logWeight: (g, h) => logWeight(at(g), at(h), false),
  };
}

interface SampleWeights {
  readonly items: readonly Item[];
  /** Samples of equal key are exchangeable. */
  readonly key: (sample: number) => string;
  /** `self` tells a sample's own other view from another sample of the same group. */
  readonly logWeight: (i: number, j: number, self: boolean) => number;
  /** Whether j is in the denominator of i; absent where every pair is. */
  readonly isCompared?: (i: number, j: number) => boolean;
}

function sampleWeights(definition: Definition): SampleWeights {
  const { parameters } = definition;
  switch (definition.kind) {
    case 'info-nce':
      return {
        items: numbered(required(parameters.samples)),
        key: () => '',
        logWeight: (_i, _j, self) => (self ? 0 : -Infinity),
      };
    case 'x-clr':
      return featureWeights(parameters);
    case 'weighted':
      return matrixWeights(parameters);
    default:
      return kernelWeights(parameters);
  }
}

function kernelWeights(parameters: Parameters): SampleWeights {
  const labels = required(parameters.labels);
  const kernel = required(parameters.kernel);
  const bandwidth = required(parameters.bandwidth);
  const scaled = labels.map((row) =>
    row.map((y, column) => y / (typeof bandwidth === 'number' ? bandwidth : bandwidth[column])),
  );
  return {
    items: labels.map((row) => ({ name: row.map((y) => formatLabel(y)).join(', '), size: 1 })),
    key: (i) => labels[i].join(' '),
    logWeight: (i, j) => logKernel(kernel, distance(scaled[i], scaled[j])),
  };
}

function featureWeights(parameters: Parameters): SampleWeights {
  const features = required(parameters.features).map(unit);
  const weightTemperature = required(parameters.weightTemperature);
  return {
    items: numbered(features.length),
    key: (i) => features[i].join(' '),
    logWeight: (i, j) => dot(features[i], features[j]) / weightTemperature,
  };
}

function matrixWeights(parameters: Parameters): SampleWeights {
  const weights = required(parameters.weights);
  if ('expression' in weights) throw new Error('Weights by expression are not read yet.');
  return {
    items: numbered(weights.length),
    key: String,
    logWeight: (i, j) => Math.log(weights[i][j] ?? 0),
    isCompared: (i, j) => weights[i][j] !== null,
  };
}

function numbered(n: number): Item[] {
  return Array.from({ length: n }, (_, i) => ({ name: `sample ${i + 1}`, size: 1 }));
}

function formatLabel(y: number): string {
  return String(Number(y.toPrecision(6)));
}

function unit(row: readonly number[]): readonly number[] {
  const norm = Math.hypot(...row);
  return row.map((x) => x / norm);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

function distance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] - b[k]) ** 2;
  return Math.sqrt(sum);
}

function required<T>(parameter: { readonly value: T | null } | undefined): T {
  if (parameter === undefined || parameter.value === null)
    throw new Error('An objective is built only when the values it needs are known.');
  return parameter.value;
}
