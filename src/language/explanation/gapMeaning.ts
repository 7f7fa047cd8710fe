/** What the gap means in practice, and how far its number can be trusted. */
import type { Analysis } from '../../geometry/analysis';
import { nats, short } from './numbers';

/** A gap that no loss curve shows and no gradient feels beside the noise of batches. */
export const HARMLESS_GAP = 1e-4;

/** Paragraphs on where training ends; none when the optimum is unknown. */
export function writeGap(analysis: Analysis): readonly string[] {
  return [...whereItEnds(analysis), ...note(analysis)];
}

/** Where there is no verdict, or a condition names what is missing, the note would say the same a second time. */
function note({ optimumNote, condition, verdict }: Analysis): string[] {
  return optimumNote === null || condition !== null || verdict === 'undecided' ? [] : [sentence(optimumNote)];
}

function whereItEnds(analysis: Analysis): string[] {
  const { bound, minimum, gap } = analysis;
  if (bound === null || minimum === null || gap === null) return [];
  if (analysis.method === 'bound-approached')
    return [
      `The loss comes ever closer to ${nats(bound)} without reaching it: a longer run always looks a little better.`,
    ];
  if (analysis.method === 'bound-reached')
    return [`A perfect run ends at a loss of ${nats(minimum)}, the entropic bound itself: the gap is 0.`];
  return [
    `The loss will stop ${nats(gap)} above its entropic bound of ${nats(bound)}, at ${nats(minimum)}: that is where a perfect run ends, however long it trains. ${size(gap)}${certainty(analysis)}`,
  ];
}

function size(gap: number): string {
  if (gap < HARMLESS_GAP) return 'So small a gap shows in no loss curve. ';
  return `On (geometric) average the softmax gives the wished candidates ${short(100 * (1 - Math.exp(-gap)), 2)}% less probability than the weights ask for. `;
}

function certainty({ method, certifiedWithin, samplingError }: Analysis): string {
  if (certifiedWithin !== null && certifiedWithin > 0 && samplingError !== null)
    return `For the batches that were drawn it is proved by a duality certificate: their true minimum is at most ${nats(certifiedWithin)} lower.`;
  if (certifiedWithin !== null && certifiedWithin > 0)
    return `The number is proved by a duality certificate: the true minimum is at most ${nats(certifiedWithin)} lower.`;
  if (certifiedWithin === 0) return 'A duality certificate proves the number.';
  return method === 'local-search'
    ? 'The number is the best that local searches found: the true minimum may be lower, nothing proves that it is not.'
    : '';
}

const sentence = (text: string) => {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};
