/** Weights divided by the sums of columns where those of rows were meant: anchors and positives count by how common their labels are. */
import { labelWeightSums } from '../../objective/labelWeightSums';
import { short } from '../explanation/numbers';
import type { AnalyzedObjective } from '../languageService';
import { ruleOfRemark, type Said } from './remarked';

export const columnNormalisedWeights = ruleOfRemark(
  'column-normalised-weights',
  'information',
  'column-normalised-weights',
  (_, objective): Said => ({
    severity: 'information',
    sentences: [
      'This loss divides its weights by the sums of columns, not of rows: a positive with a common label pulls less than a rare one, and anchors do not count alike.',
      ...withTheseLabels(objective),
      'The geometry shown is that of rows that sum to 1.',
      'For these, a copy of the loss has to divide by `weights.sum(axis=1, keepdims=True)`.',
    ],
  }),
);

function withTheseLabels({ definition }: AnalyzedObjective): string[] {
  const sums = labelWeightSums(definition);
  if (sums === null) return [];
  return [`With these labels they count ${short(sums.least)} to ${short(sums.greatest)} instead of 1.`];
}
