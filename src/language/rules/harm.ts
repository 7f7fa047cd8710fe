/** How much a verdict matters: severity follows the gap in nats, not the name of the verdict. */
import type { Analysis } from '../../geometry/analysis';
import { HARMLESS_GAP } from '../explanation/gapMeaning';
import type { Severity } from '../finding';

/** A gap that is known to be harmless is information; an unknown one counts as harm. */
export function severityOfGap({ gap }: Analysis, harmful: Severity): Severity {
  return gap !== null && gap < HARMLESS_GAP ? 'information' : harmful;
}
