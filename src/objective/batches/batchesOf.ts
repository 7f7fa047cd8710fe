/** Whether a definition's batch size says that batches are drawn, and what is known of it when they are not. */
import type { Definition } from '../definition';
import type { Objective } from '../objective';
import { copiesOf, populationOf } from './population';

export type Batches =
  /** No batch size is known, or a batch holds all samples. */
  | { readonly kind: 'all-in-one' }
  /** `samples` in a batch, fewer than there are. */
  | { readonly kind: 'drawn'; readonly samples: number; readonly of: number }
  /** Batches that compare no two samples: the loss is one number whatever the embedding. */
  | { readonly kind: 'nothing-compared'; readonly samples: number }
  /** Batches of a kind whose softmaxes are not made by drawing. */
  | { readonly kind: 'not-drawn'; readonly samples: number; readonly of: number | null };

export function batchesOf(definition: Definition, objective: Objective): Batches {
  const samples = definition.parameters.batch?.value ?? null;
  if (samples === null) return { kind: 'all-in-one' };
  const { total } = populationOf(objective, copiesOf(definition, objective));
  if (samples >= total) return { kind: 'all-in-one' };
  if (definition.kind === 'rank-n-contrast' || definition.kind === 'balanced-supcon')
    return { kind: 'not-drawn', samples, of: total };
  const views = definition.kind === 'clip' ? 2 : (definition.parameters.views.value?.count ?? 1);
  // A single other candidate is all of its softmax.
  if (samples === 1 || samples * views <= 2) return { kind: 'nothing-compared', samples };
  return { kind: 'drawn', samples, of: total };
}
