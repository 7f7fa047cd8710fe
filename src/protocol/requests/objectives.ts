/** The objectives of the workspace, to choose from, and all that is known about one of them. */
import * as v from 'valibot';
import type { ObjectiveSummary, ObjectiveView } from '../objectives';
import { objectiveSummarySchema, objectiveViewSchema } from '../objectiveViewSchema';
import { requestKind } from './requestKind';

export const objectives = requestKind<
  Record<string, never>,
  { readonly objectives: readonly ObjectiveSummary[] }
>(v.strictObject({}), v.object({ objectives: v.array(objectiveSummarySchema) }));

/** Null where it is gone, or not analysed yet. */
export const objectiveOf = requestKind<{ readonly id: string }, { readonly view: ObjectiveView | null }>(
  v.object({ id: v.string() }),
  v.object({ view: v.nullable(objectiveViewSchema) }),
);
