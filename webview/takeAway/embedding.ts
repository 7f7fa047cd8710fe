/** The predicted embedding in all its dimensions, from the similarities that are reached. */
import type { Geometry } from '../../src/protocol/panelMessages';
import { symmetricEigen } from '../training/symmetricEigen';
import { type Embedding, rowNames } from './tables';

/** What is left of a Gram matrix below this share of its largest entry is rounding. */
const RANK_TOLERANCE = 1e-9;

/**
 * Points with the similarities that the optimum reaches, on their principal axes, the longest first.
 * Formula: X with X Xᵀ = G, XᵀX diagonal; G the cosines or products themselves, or −½ J D J of squared distances D.
 * Shape: as many rows as the geometry has, by the rank of G. Error: ‖X Xᵀ − G‖∞ ≤ about 1e-8 max |G|. Source: [Gower1982]
 */
export function fullEmbedding(geometry: Geometry): Embedding {
  const factor = gramFactor(gramOf(geometry));
  const rank = factor[0]?.length ?? 0;
  const axes = Array.from({ length: rank }, (_, a) =>
    Array.from({ length: rank }, (__, b) => factor.reduce((sum, row) => sum + row[a] * row[b], 0)),
  );
  const { vectors } = rank === 0 ? { vectors: [] } : symmetricEigen(axes);
  const rows = factor.map((row) =>
    vectors.map((axis) => axis.reduce((sum, entry, k) => sum + entry * row[k], 0)),
  );
  return { names: rowNames(geometry), rows };
}

function gramOf({ attainable, similarity }: Geometry): number[][] {
  if (similarity === 'cosine' || similarity === 'dot') return attainable.map((row) => [...row]);
  const squared = attainable.map((row) => row.map((s) => (similarity === 'negative-euclidean' ? s * s : -s)));
  const mean = (row: readonly number[]) =>
    row.reduce((sum, value) => sum + value, 0) / Math.max(1, row.length);
  const means = squared.map(mean);
  const all = mean(means);
  return squared.map((row, i) => row.map((d, j) => -(d - means[i] - means[j] + all) / 2));
}

/** Rows L with L Lᵀ = G, by Cholesky's way with the largest pivot first: it ends at the rank. Source: [Higham1990] */
function gramFactor(gram: number[][]): number[][] {
  const size = gram.length;
  const left = gram.map((row, i) => row[i]);
  const largest = left.reduce((most, value) => Math.max(most, value), 0);
  const columns: number[][] = [];
  while (columns.length < size) {
    const pivot = left.reduce((best, value, i) => (value > left[best] ? i : best), 0);
    if (left[pivot] <= RANK_TOLERANCE * largest) break;
    const root = Math.sqrt(left[pivot]);
    const column = gram.map((row, i) => {
      const known = columns.reduce((sum, earlier) => sum + earlier[i] * earlier[pivot], 0);
      return (row[pivot] - known) / root;
    });
    column.forEach((value, i) => {
      left[i] -= value * value;
    });
    left[pivot] = 0;
    columns.push(column);
  }
  return gram.map((_, i) => columns.map((column) => column[i]));
}
