/** A weight expression over a few labels and features, as tests ask for it. */
import { checkExpression, compileWeight } from '../../../src/objective/weightExpression/weightExpression';

/** Label 0 is y_i and label 1 is y_j; so are the rows of features. */
export function weightOf(
  text: string,
  y_i: number | number[],
  y_j: number | number[],
  features?: number[][],
) {
  const rows = [y_i, y_j].map((y) => (typeof y === 'number' ? [y] : y));
  const compiled = compileWeight(checkExpression(text), { labels: rows, features: features ?? null });
  return { weight: compiled.weight(0, 1), log: compiled.logWeight(0, 1) };
}
