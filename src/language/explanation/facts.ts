/** The numbers of an analysis, each with what it means to somebody who has not read the paper. */
import type { Analysis } from '../../geometry/analysis';
import { roundDown } from '../../geometry/rounding';
import type { Definition } from '../../objective/definition';
import type { Fact } from '../explanation';
import { nats, short } from './numbers';

/** Only numbers that are known; an unknown one is left out rather than shown as a dash. */
export function writeFacts(definition: Definition, analysis: Analysis): readonly Fact[] {
  return [
    ...fact('entropic bound', mapped(analysis.bound, nats), 'No embedding of any kind has a smaller loss.'),
    ...fact('predicted minimum', mapped(analysis.minimum, nats), minimumHint(analysis)),
    ...fact(
      'gap',
      mapped(analysis.gap, nats),
      'Predicted minimum minus bound: how far the objective stays from its own optimum; 0 when an embedding reaches it.',
    ),
    ...fact('certified within', certified(analysis), certifiedHint(analysis)),
    ...fact('sampling error', samplingError(analysis), samplingHint(definition)),
    ...fact(
      'rank',
      mapped(analysis.rank, (rank) => rankOfDimension(definition, rank)),
      'Dimensions that the predicted embeddings use; the others stay empty.',
    ),
    ...fact(
      'τ*',
      mapped(analysis.temperatureLimit, (limit) => String(roundDown(limit, 4))),
      'The largest temperature at which some embedding reaches the bound.',
    ),
  ];
}

function fact(label: string, value: string | null, hint: string): Fact[] {
  return value === null ? [] : [{ label, value, hint }];
}

function mapped(value: number | null, write: (value: number) => string): string | null {
  return value === null ? null : write(value);
}

function minimumHint({ method }: Analysis): string {
  return method === 'bound-approached'
    ? 'Approached and never reached: the loss keeps falling a little for as long as one trains.'
    : 'Where the loss of a perfect training run ends.';
}

/** A bound that is reached is the minimum without any search, so there is nothing to certify. */
function certified({ method, certifiedWithin }: Analysis): string | null {
  if (method === 'certified' && certifiedWithin !== null) return nats(certifiedWithin);
  return method === 'local-search' ? 'not certified' : null;
}

function certifiedHint({ certifiedWithin }: Analysis): string {
  return certifiedWithin === null
    ? 'The minimum is the best that local searches found; a lower one is not ruled out.'
    : 'The true minimum is proved to be no further than this below the predicted one.';
}

/** Chance moves the drawn batches' numbers by this much. */
function samplingError({ samplingError: error }: Analysis): string | null {
  if (error === null) return null;
  const minimum = `±${short(error.minimum, 1)} nats`;
  return error.similarity > 0 ? `±${short(error.similarity, 1)} in similarities, ${minimum}` : minimum;
}

function samplingHint({ parameters }: Definition): string {
  const size = parameters.batch?.value ?? null;
  const batches = size === null ? 'batches' : `batches of ${size}`;
  return `The numbers are means over drawn ${batches}; chance leaves them this uncertain: one standard error, of the least certain similarity and of the minimum. The certificate holds for the batches that were drawn.`;
}

function rankOfDimension(definition: Definition, rank: number): string {
  const dimension = definition.parameters.dimension?.value ?? null;
  return dimension === null ? String(rank) : `${rank} of ${dimension}`;
}
