/** Weights by a matrix over classes: all samples of two classes weigh alike, however many there are of each. */
import type { Definition } from './definition';
import { groupByKey } from './grouping';
import type { PairWeights } from './pairWeights';

/** Whether the rows of a weight matrix stand for classes of given sizes rather than for samples. */
export function hasClassMatrix({ kind, parameters }: Definition): boolean {
  return kind === 'weighted' && (parameters.classes?.value ?? null) !== null;
}

/**
 * An item is a class of m_c = views · n_c candidates, K the matrix.
 * Formula: b_cc = m_c − 1, b_cc' = m_c', w_cc' ∝ b_cc' K_cc'; null in the matrix means b_cc' = 0. Source: [Vock2026].
 */
export function classMatrixWeights({ parameters }: Definition): PairWeights {
  const classes = parameters.classes?.value ?? [];
  const weights = parameters.weights?.value ?? [];
  const views = parameters.views.value?.count ?? 1;
  if ('expression' in weights || weights.length !== classes.length)
    throw new RangeError('A weight matrix over classes has one row for each class.');
  const candidates = (c: number) => views * classes[c].count;
  return {
    items: classes.map(({ name, count }) => ({ name, size: count })),
    grouping: groupByKey(classes.length, String),
    copies: 1,
    anchorWeight: candidates,
    selfMultiplicity: (c) => (weights[c][c] === null ? 0 : candidates(c) - 1),
    selfLogWeight: (c) => Math.log(weights[c][c] ?? 0),
    multiplicity: (c, other) => (weights[c][other] === null ? 0 : candidates(other)),
    logWeight: (c, other) => Math.log(weights[c][other] ?? 0),
  };
}
