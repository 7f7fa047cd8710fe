/** A temperature that a class takes and does not hand on: the loss works with another one. */
import { short } from '../explanation/numbers';
import { ruleOfRemark, type Said } from './remarked';

export const droppedTemperature = ruleOfRemark(
  'dropped-temperature',
  'warning',
  'dropped-temperature',
  ({ argument, used }): Said => ({
    severity: 'warning',
    sentences: [
      `\`${argument}\` has no effect: the class does not hand it on to the loss that it is derived from, which works ${used === null ? 'with its own default' : `at temperature ${short(used)}`}.`,
      `All distances that the weights ask for are those of ${used === null ? 'that default' : short(used)}.`,
      `In its constructor, call \`super().__init__(temperature=${argument})\`.`,
    ],
  }),
);
