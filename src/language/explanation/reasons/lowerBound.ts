/** The proof by a lower bound: distances that nobody asks for leave no closed form, so the minimum itself is the proof. */
import type { Analysis } from '../../../geometry/analysis';
import { nats, short } from '../numbers';

/** One sentence, or none where the proof is another. */
export function lowerBoundSentence({ proof }: Analysis): string[] {
  if (proof?.kind !== 'lower-bound') return [];
  return [
    `Proof: some pairs are never compared, so their distances are free; still every choice of them leaves a gap of at least ${nats(proof.gapAtLeast)} to the entropic bound, by a duality certificate.`,
  ];
}

/** The largest temperature that leaves no gap, where the search found one. */
export function searchedLimitSentence({ proof, temperatureLimit }: Analysis): string[] {
  if (proof?.kind !== 'lower-bound' || temperatureLimit === null) return [];
  return [`Found by bisection: up to τ* = ${short(temperatureLimit)} some embedding reaches the bound.`];
}
