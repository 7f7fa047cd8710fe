/** All eigenvalues of the drawn points' Gram matrix, from its cells of exchangeable points. */
import type { Objective } from '../../objective/objective';
import { symmetricEigen } from '../linalg/symmetricEigen';
import type { Prediction } from '../optimum/prediction';
import { groupedGram } from '../verdict/groupedGram';
import { squaredDistance } from './drawnGram';

/**
 * The spectrum of the cells' means, and n − 1 times own − inside for a cell of n. Shape: cells to m, the largest first.
 */
export function cellSpectrum(drawn: Prediction, similarity: Objective['similarity']): number[] {
  const { values, inside } =
    similarity === 'cosine' || similarity === 'dot'
      ? gramSpectrum(drawn)
      : distanceSpectrum(drawn, similarity);
  const all = [...values];
  for (const [cell, value] of inside.entries()) for (let k = 1; k < drawn.counts[cell]; k++) all.push(value);
  return all.sort((a, b) => b - a);
}

interface CellSpectrum {
  readonly values: ArrayLike<number> & Iterable<number>;
  readonly inside: readonly number[];
}

function gramSpectrum({ counts, own, pairs }: Prediction): CellSpectrum {
  const block = counts.map((n, c) =>
    pairs[c].map((s, e) => (c === e ? own[c] + (n > 1 ? (n - 1) * s : 0) : Math.sqrt(n * counts[e]) * s)),
  );
  return {
    values: symmetricEigen(block).values,
    inside: counts.map((n, c) => (n > 1 ? own[c] - pairs[c][c] : 0)),
  };
}

function distanceSpectrum({ counts, pairs }: Prediction, similarity: Objective['similarity']): CellSpectrum {
  return groupedGram(
    pairs.map((row, c) =>
      row.map((s, e) => (c === e && counts[c] === 1 ? 0 : squaredDistance(s, similarity))),
    ),
    counts,
  );
}
