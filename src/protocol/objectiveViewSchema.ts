/** The shape of an objective and of all that the panel shows about it, as they travel. */
import * as v from 'valibot';
import { analysisSchema, count, finite, orNull, reason, verdict } from './analysisSchema';
import { guessSchema, objectiveDataSchema } from './dataViewSchema';
import type { ObjectiveSummary, ObjectiveView, Range } from './objectives';
import { changeValue } from './requests/changes';

const position = v.object({ line: count, character: count });
export const range: v.GenericSchema<unknown, Range> = v.object({ start: position, end: position });

export const objectiveSummarySchema: v.GenericSchema<unknown, ObjectiveSummary> = v.object({
  id: v.string(),
  uri: v.string(),
  name: v.string(),
  kind: v.string(),
  dialect: v.string(),
  verdict,
  reason: orNull(reason),
  headline: v.string(),
  range,
  staleBecause: orNull(v.string()),
});

export const objectiveViewSchema: v.GenericSchema<unknown, ObjectiveView> = v.object({
  summary: objectiveSummarySchema,
  parameters: v.array(v.object({ name: v.string(), value: v.string(), origin: v.string() })),
  controls: v.array(v.object({ key: v.string(), value: v.nullable(changeValue), origin: v.string() })),
  thresholds: v.array(v.object({ key: v.string(), value: finite, label: v.string(), meaning: v.string() })),
  explanation: v.object({
    headline: v.string(),
    because: v.array(v.string()),
    advice: v.array(v.string()),
    facts: v.array(v.object({ label: v.string(), value: v.string(), hint: v.string() })),
  }),
  analysis: analysisSchema,
  data: objectiveDataSchema,
  guess: v.exactOptional(guessSchema),
});
