/** Degenerate by total collapse: every target is the same point. */
import { itemsWord } from '../vocabulary';
import type { Writer } from './writer';

export const writeTotalCollapse: Writer = (definition, { items, proof }) => {
  const many = itemsWord(definition);
  if (items.length === 1)
    return [
      'There is a single item, so there is nothing to tell it from: every embedding at one point is optimal, and the objective teaches nothing.',
    ];
  if (proof?.kind === 'free-constant')
    return [
      `Every pair of the ${items.length} ${many} has the same weight, and none meets itself in its own softmax, so the loss asks only that all similarities be equal. Everything at one point is as good as an even spread: the objective teaches nothing.`,
    ];
  return [
    `Every pair of the ${items.length} ${many} has the same weight as a sample with itself, so all are asked to the same point. The optimum maps every input to one vector: the objective teaches nothing.`,
  ];
};
