/** What an analysis says about its batches: whose mean the numbers are, and how far chance can have moved them. */
import { type Batches, batchesOf } from '../objective/batches/batchesOf';
import type { Definition } from '../objective/definition';
import type { Objective } from '../objective/objective';
import type { SamplingError } from './analysis';
import { type Decision, undecided } from './verdict/decision';

/** A batch that compares no two samples decides nothing; null for every other. */
export function decideEmptyBatches(definition: Definition, objective: Objective): Decision | null {
  const batches = batchesOf(definition, objective);
  if (batches.kind !== 'nothing-compared') return null;
  const size = batches.samples === 1 ? 'one sample' : 'two samples in a single view';
  return undecided(
    `a batch of ${size} gives an anchor one candidate at most beside its own views, so the loss is the same whatever the embedding: it asks for no geometry; use larger batches`,
  );
}

/** In words, to stand among the notes on the optimum; null where all samples are in one batch. */
export function batchNote(batches: Batches, error: SamplingError | null): string | null {
  switch (batches.kind) {
    case 'drawn': {
      const which = `training sees batches of ${batches.samples} of the ${batches.of} samples, so the numbers are means over `;
      if (error === null) return `${which}all batches that can be drawn, without sampling error`;
      const similarities =
        error.similarity > 0 ? `similarities by ${error.similarity.toPrecision(1)} and ` : '';
      return `${which}${error.batches} drawn batches; chance moves ${similarities}the minimum by ${error.minimum.toPrecision(1)} nats (one standard error)`;
    }
    case 'not-drawn':
      return `all samples are taken to stand in one batch; training in batches of ${batches.samples} ends at other numbers`;
    default:
      return null;
  }
}
