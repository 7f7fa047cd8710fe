/** Whether an objective that was analysed again is the one before but for the values of a plane. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';

/**
 * Data of which only the size is told may have changed unseen; then the analysis has to be the same too, which it only
 * can be at the same values.
 */
export function isSameBut(
  before: ObjectiveView | null,
  after: ObjectiveView | null,
  keys: readonly string[],
): boolean {
  if (before === after) return true;
  if (before === null || after === null || before.summary.id !== after.summary.id) return false;
  const others = ({ summary, controls }: ObjectiveView) =>
    JSON.stringify([summary.kind, controls.filter(({ key }) => !keys.includes(key))]);
  if (others(before) !== others(after)) return false;
  const isAllTold = after.controls.every(({ value }) => value !== null);
  return isAllTold || JSON.stringify(before.analysis) === JSON.stringify(after.analysis);
}
