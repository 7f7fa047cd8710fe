/** Balanced contrastive learning (BCL): class averages over samples and one learned center a class. */
import type { Definition } from '../definition';
import { groupByKey } from '../grouping';
import type { PairWeights } from '../pairWeights';

/**
 * Items: the classes, then their centers, which are free points that anchor no softmax.
 * Formula: of a class of m = views · n samples an anchor sees the mean over m + 1 exponentials, one of them the
 * center's; of its own class the mean over the m that are left, and each of these is a positive of weight 1/m.
 * The samples of a class stand at one point: L is convex, so their mean cosines are no worse, and cosines of 1 within
 * the class, reached along a direction that only the class has, lower it further. Source: [Zhu2022], [Vock2026].
 */
export function balancedPairWeights({ parameters }: Definition): PairWeights {
  const classes = parameters.classes?.value;
  const views = parameters.views.value?.count;
  if (!classes || views === undefined)
    throw new Error('Balanced SupCon is built of known classes and views.');
  const count = classes.length;
  const samplesIn = (item: number) => views * classes[item % count].count;
  const isCenter = (item: number) => item >= count;
  const isOwnCenter = (anchor: number, item: number) => item === anchor + count;
  return {
    items: [
      ...classes.map(({ name, count: size }) => ({ name, size })),
      ...classes.map(({ name }) => ({ name: `center of ${name}`, size: 1 })),
    ],
    grouping: groupByKey(2 * count, String),
    copies: 1,
    anchorWeight: (g) => (isCenter(g) ? 0 : samplesIn(g)),
    selfMultiplicity: (g) => (isCenter(g) ? 0 : (samplesIn(g) - 1) / samplesIn(g)),
    selfLogWeight: () => 0,
    multiplicity: (g, h) => {
      if (isOwnCenter(g, h)) return 1 / samplesIn(g);
      return (isCenter(h) ? 1 : samplesIn(h)) / (samplesIn(h) + 1);
    },
    logWeight: (g, h) => (isOwnCenter(g, h) ? 0 : Number.NEGATIVE_INFINITY),
  };
}
