/** All targets are one point: the only verdict under which nothing at all is learned. */
import { itemsWord } from '../explanation/vocabulary';
import { findingAtHead, type Rule } from './rule';

export const totalCollapse: Rule = {
  id: 'total-collapse',
  defaultSeverity: 'error',
  check(objective) {
    const { definition, analysis } = objective;
    if (analysis.reason !== 'total-collapse') return null;
    const cause =
      analysis.items.length === 1
        ? 'There is only one item'
        : `All ${itemsWord(definition)} have equal weights with each other and with themselves`;
    return findingAtHead('total-collapse', 'error', objective, [
      `${cause}, so the optimum maps every input to one vector: nothing is learned.`,
      'Give pairs that should differ a smaller weight.',
    ]);
  },
};
