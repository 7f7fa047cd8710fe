/** The decoders of values that shall change, by their keys in objective files: what controls and remedies say alike. */
import * as v from 'valibot';
import type { RemedyValue } from '../../geometry/analysis';
import type { ChangeProblem, Changes } from '../../language/changes/changes';

export type { ChangeProblem, Changes };

export const changeValue: v.GenericSchema<unknown, RemedyValue> = v.lazy(() =>
  v.union([
    v.string(),
    v.pipe(v.number(), v.finite()),
    v.boolean(),
    v.null(),
    v.array(changeValue),
    v.record(v.string(), changeValue),
  ]),
);

export const changes: v.GenericSchema<unknown, Changes> = v.record(v.string(), v.nullable(changeValue));

export const changeProblems: v.GenericSchema<unknown, readonly ChangeProblem[]> = v.array(
  v.object({ key: v.string(), message: v.string() }),
);
