/** Class sizes that decide the geometry: some pairs of classes end closer than others though all were meant alike. */

import { withoutCenters } from '../explanation/libraryKinds';
import { cosine } from '../explanation/numbers';
import { hasRoomForSimplex, simplexCosine } from '../explanation/simplex';
import { itemName } from '../explanation/vocabulary';
import { inPractice, severityOfGap } from './harm';
import { classImbalance } from './imbalance';
import { findingAtHead, type Rule } from './rule';

export const classImbalanceRule: Rule = {
  id: 'class-imbalance',
  defaultSeverity: 'warning',
  check(objective) {
    const imbalance = classImbalance(objective);
    // Merged classes are told by `minority-collapse`, a radius by its own rule: one warning an objective is enough.
    if (imbalance?.kind !== 'uneven' || objective.analysis.reason === 'radius') return null;
    const { definition, analysis } = objective;
    const { closest, farthest } = imbalance.pairs;
    const name = (pair: typeof closest) =>
      `${itemName(definition, pair.first)}–${itemName(definition, pair.second)}`;
    const count = withoutCenters(definition, analysis).items.length;
    const balanced = hasRoomForSimplex(definition, count)
      ? `, instead of ${cosine(simplexCosine(count))} for all`
      : '';
    return findingAtHead('class-imbalance', severityOfGap(analysis, 'warning'), objective, [
      `Class sizes decide the geometry: predicted cosines run from ${cosine(farthest.similarity)} (${name(farthest)}) to ${cosine(closest.similarity)} (${name(closest)})${balanced}.`,
      ...inPractice(
        analysis,
        'Rare classes end nearer to each other than frequent ones.',
        objective.explanation.advice.slice(0, 1),
        'the loss hardly pulls classes there',
      ),
    ]);
  },
};
