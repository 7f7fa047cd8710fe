/** What a command was called with: an objective's id from a link, or the row of a tree; anything else is nobody's. */
import * as v from 'valibot';

const row = v.object({ objective: v.object({ id: v.string() }) });

export function objectiveIdOf(argument: unknown): string | null {
  if (typeof argument === 'string') return argument;
  return v.is(row, argument) ? argument.objective.id : null;
}
