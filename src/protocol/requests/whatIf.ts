/** What an objective would be with other values: answered by the server, at the speed of a slider. */
import * as v from 'valibot';
import type { ObjectiveView } from '../objectives';
import { objectiveViewSchema } from '../objectiveViewSchema';
import { type ChangeProblem, type Changes, changeProblems, changes } from './changes';
import { requestKind } from './requestKind';

export interface WhatIfAsk {
  readonly id: string;
  readonly changes: Changes;
  /** Other values follow at once: numbers to some two digits do. */
  readonly isPassing?: boolean;
}

export interface WhatIfAnswer {
  /** The objective with all changes that could be taken over. */
  readonly view: ObjectiveView;
  readonly problems: readonly ChangeProblem[];
}

export const whatIf = requestKind<WhatIfAsk, WhatIfAnswer>(
  v.object({ id: v.string(), changes, isPassing: v.exactOptional(v.boolean()) }),
  v.object({ view: objectiveViewSchema, problems: changeProblems }),
);
