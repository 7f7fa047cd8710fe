/** Rank-N-Contrast: degenerate always; where distances may grow, whether the bound is at least approached. */
import type { Definition } from '../objective/definition';
import { labelDistance, rankOthers } from '../objective/kinds/rankNContrast';
import type { Objective } from '../objective/objective';
import type { Interrupt } from './interrupt';
import { decideVerdict } from './verdict/decideVerdict';
import { type Decision, decided } from './verdict/decision';
import { groupedGram } from './verdict/groupedGram';

/** Each softmax but the last of an anchor has candidates of weight zero. Source: [Zha2023], [Vock2026]. */
export function decideRanked(definition: Definition, objective: Objective, interrupt: Interrupt): Decision {
  const decision = decideVerdict(objective, interrupt);
  const isApproached = decision.reason === 'unbounded';
  if (!isApproached || keepsOrder(definition)) return decision;
  const nearest = decideVerdict({ ...objective, similarity: 'cosine' }, interrupt);
  return {
    ...nearest,
    condition: 'in so few dimensions it is not known whether the entropic bound is at least approached',
  };
}

/** Without labels: what holds for any that are not all equal. */
export function rankedWhateverLabels({
  parameters: { similarity, dimension, labels },
}: Definition): Decision {
  const known = (labels?.value ?? null) !== null;
  const whose = known ? '' : ' whatever the labels, as long as two of them differ';
  if ((similarity.value ?? 'negative-euclidean') === 'cosine')
    return decided(
      'degenerate',
      'zero-weight',
      null,
      known ? {} : { condition: `the verdict holds${whose}` },
    );
  const isScalar = labels?.value?.[0].length === 1;
  if ((dimension?.value ?? null) === null || isScalar)
    return decided(
      'degenerate',
      'unbounded',
      { kind: 'escape', cause: 'zero-weights' },
      known
        ? {}
        : {
            condition: `the verdict holds${whose}: embeddings in the order of the labels spread without limit`,
          },
    );
  return decided('degenerate', 'zero-weight', null, {
    condition: `the verdict holds${whose}; scalar labels let the entropic bound be approached as distances grow`,
  });
}

/**
 * Whether some points have the labels' order of distances, ties included: spread ever farther they approach the bound.
 * Scalar labels are such points on a line, or on an arc for dot products. √‖·‖₁ is the distance of points on a sphere,
 * for labels of any number of columns; and the labels themselves may do, where ‖·‖₂ orders them like ‖·‖₁.
 * Source: [Schoenberg1935].
 */
function keepsOrder({ parameters }: Definition): boolean {
  const d = parameters.dimension?.value ?? null;
  const labels = distinct(parameters.labels?.value ?? []);
  const isDot = parameters.similarity.value === 'dot';
  const columns = labels[0]?.length ?? 0;
  if (d === null || columns === 1) return d === null || d >= (isDot ? 2 : 1);
  const squared = labels.map((a) => Float64Array.from(labels, (b) => labelDistance(a, b)));
  if (
    groupedGram(
      squared,
      labels.map(() => 1),
    ).rank <= d
  )
    return true;
  if (isDot || columns > d) return false;
  const byLabel = rankOthers(labels);
  return labels.every((a, i) => {
    const distances = labels.map((b) => Math.hypot(...a.map((y, k) => y - b[k])));
    return distances.every((x, j) =>
      distances.every((y, k) => Math.sign(byLabel[i][j] - byLabel[i][k]) === signOf(x - y, Math.max(x, y))),
    );
  });
}

const signOf = (difference: number, scale: number) =>
  Math.abs(difference) <= 1e-9 * scale ? 0 : Math.sign(difference);

function distinct(labels: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(labels.map((row) => [row.join(' '), row])).values()];
}
