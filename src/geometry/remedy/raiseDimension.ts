/** Remedy for a geometry that takes more dimensions than the embedding has. */
import type { RemedyMaker } from './remedyMaker';
import { assignment, itemsWord } from './words';

/** Source: [Vock2026]. */
export const raiseDimension: RemedyMaker = ({ definition, analysis }) => {
  if (analysis.reason !== 'dimension' || analysis.proof?.kind !== 'dimension') return null;
  const { needed, given } = analysis.proof;
  return {
    id: 'raise-dimension',
    title: `Use an embedding of ${needed} dimensions`,
    change: { values: { dimension: needed } },
    effect: `The ${itemsWord(definition)} then have the room that their weights ask for, which is flattened into ${given} now; more dimensions than ${needed} change nothing.`,
    code: assignment(definition, 'dimension', needed),
  };
};
