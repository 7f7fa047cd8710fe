/** How much a verdict matters: severity and words follow the gap in nats, not the name of the verdict. */
import type { Analysis } from '../../geometry/analysis';
import { HARMLESS_GAP } from '../explanation/gapMeaning';
import { nats } from '../explanation/numbers';
import type { Severity } from '../finding';
import type { AnalyzedObjective } from '../languageService';

/** A gap that is known to be harmless is information; an unknown one counts as harm. */
export function severityOfGap(analysis: Analysis, harmful: Severity): Severity {
  return isHarmless(analysis) ? 'information' : harmful;
}

/** What comes of it: the harm and what to do about it, or that there is none. The most useful sentence first. */
export function inPractice(
  analysis: Analysis,
  harm: string,
  advice: readonly string[],
  harmless = 'no training run will notice it',
): string[] {
  const { gap } = analysis;
  if (gap === null) return [harm, ...advice];
  if (isHarmless(analysis)) return [`The whole gap is ${nats(gap)}: ${harmless}.`];
  return [harm, ...advice, `A perfect run stops ${nats(gap)} above the bound.`];
}

/** The best computed remedy, or words for what to do where none was computed. */
export function bestAdvice({ explanation }: AnalyzedObjective, otherwise: string): readonly string[] {
  return explanation.advice.length > 0 ? explanation.advice.slice(0, 1) : [otherwise];
}

function isHarmless({ gap }: Analysis): boolean {
  return gap !== null && gap < HARMLESS_GAP;
}
