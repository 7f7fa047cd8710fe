/** An objective that trains nothing as the text stands: in a branch that never runs, weighted by 0, or never called. */
import type { Remark } from '../../objective/remarks';
import { type RemarkOf, ruleOfRemark, type Said } from './remarked';

export const inactiveObjective = ruleOfRemark(
  'inactive-objective',
  'information',
  'inactive',
  (remark, { definition }): Said => ({
    severity: 'information',
    sentences: sentences(remark, definition.name),
  }),
);

/** What is wrong with a loss that trains nothing harms nobody. */
export function isInactive(remarks: readonly Remark[] = []): boolean {
  return remarks.some(({ kind }) => kind === 'inactive');
}

function sentences({ why, words }: RemarkOf<'inactive'>, name: string): string[] {
  switch (why) {
    case 'dead-branch':
      return [
        `\`${name}\` is never built: ${words} here, so this branch does not run and the embeddings are not trained by it.`,
        'What is predicted holds once the branch runs.',
      ];
    case 'zero-weight':
      return [
        `\`${name}\` adds nothing to the loss that is trained: its weight ${nameOf(words)}is 0, so the embeddings do not follow it.`,
        'What is predicted holds for any weight above 0, as far as no other loss term works against it.',
      ];
    case 'never-used':
      return [
        `\`${words}\` is never used in its function, so this loss trains nothing.`,
        'What is predicted holds once it is called and its value is minimised.',
      ];
  }
}

/** A weight that is written as a number needs no name. */
const nameOf = (weight: string) => (/^[\d.]/.test(weight) ? '' : `\`${weight}\` `);
