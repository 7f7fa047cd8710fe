/** All targets are one point: the only verdict under which nothing at all is learned. */
import { itemsWord } from '../explanation/vocabulary';
import { bestAdvice } from './harm';
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
        : `All ${itemsWord(definition)} have equal weights with each other${analysis.proof?.kind === 'free-constant' ? '' : ' and with themselves'}`;
    const effect =
      analysis.proof?.kind === 'free-constant'
        ? 'one vector for every input is as good as any even spread'
        : 'the optimum maps every input to one vector';
    return findingAtHead('total-collapse', 'error', objective, [
      `${cause}, so ${effect}: nothing is learned.`,
      ...bestAdvice(objective, 'Give pairs that should differ a smaller weight.'),
    ]);
  },
};
