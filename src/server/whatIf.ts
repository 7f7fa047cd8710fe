/** An objective as it would be with other values: the way of every analysis, from the definition on. */
import { applyChanges } from '../language/changes/applyChanges';
import { explain } from '../language/explanation/explain';
import type { Mathematics } from '../language/languageService';
import type { Changes } from '../protocol/requests/changes';
import type { WhatIfAnswer } from '../protocol/requests/whatIf';
import type { AskedObjective } from './askedObjective';
import { viewOf } from './objectiveViews';

export async function tryValues(
  mathematics: Mathematics,
  { id, document, objective }: AskedObjective,
  changes: Changes,
  signal: AbortSignal,
): Promise<WhatIfAnswer> {
  const { definition, problems } = applyChanges(objective.definition, changes);
  const analysis = await mathematics(definition, signal);
  const explanation = explain(definition, analysis);
  return { view: viewOf(document, id, { ...objective, definition, analysis, explanation }), problems };
}
