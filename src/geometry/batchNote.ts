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
  return undecided(
    batches.samples === 1
      ? 'a batch of one sample holds no other sample to compare it with, so the loss is the same whatever the embedding and asks for no geometry: use larger batches'
      : 'in a batch of two samples in a single view an anchor has one candidate, which is all of its softmax, so the loss is the same whatever the embedding and asks for no geometry: use larger batches',
  );
}

/** In words, to stand among the notes on the optimum; null where all samples are in one batch. */
export function batchNote(batches: Batches, error: SamplingError | null): string | null {
  switch (batches.kind) {
    case 'drawn': {
      const which = `training sees batches of ${batches.samples} of the ${batches.of} samples, so the numbers are means over`;
      if (error === null) return `${which} all batches that can be drawn, without sampling error`;
      const similarities =
        error.similarity > 0 ? ` by ${error.similarity.toPrecision(1)} in similarities and` : '';
      return `${which} ${error.batches} drawn batches, which leaves them uncertain${similarities} by ${error.minimum.toPrecision(1)} nats in the minimum (one standard error)`;
    }
    case 'not-drawn':
      return `all samples are taken to stand in one batch; training in batches of ${batches.samples} ends at other numbers`;
    default:
      return null;
  }
}
