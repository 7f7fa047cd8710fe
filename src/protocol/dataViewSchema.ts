/** The shape of what is said about an objective's data, and of a guess at them, as they travel. */
import * as v from 'valibot';
import type { DataAccount, ObjectiveData } from '../language/explanation/dataAccount';
import type { DataChart } from '../language/explanation/dataCharts';
import type { Guess } from '../language/guesses/guess';
import { count, finite, orNull, reason, verdict } from './analysisSchema';
import { changeValue } from './requests/changes';

const chart: v.GenericSchema<unknown, DataChart> = v.variant('kind', [
  v.object({
    kind: v.literal('sizes'),
    title: v.string(),
    bars: v.array(v.object({ label: v.string(), count: finite, item: orNull(count), says: v.string() })),
  }),
  v.object({
    kind: v.literal('numbers'),
    title: v.string(),
    bars: v.array(v.object({ low: finite, high: finite, count, says: v.string() })),
  }),
]);

const account: v.GenericSchema<unknown, DataAccount> = v.object({
  title: v.string(),
  source: v.string(),
  rows: orNull(v.string()),
  facts: v.array(v.object({ label: v.string(), value: v.string() })),
  charts: v.array(chart),
  undrawn: count,
});

export const objectiveDataSchema: v.GenericSchema<unknown, ObjectiveData> = v.object({
  accounts: v.array(account),
  lacking: v.array(v.string()),
  canBind: v.boolean(),
});

export const guessSchema: v.GenericSchema<unknown, Guess> = v.object({
  because: v.string(),
  assumption: v.string(),
  verdict,
  reason: orNull(reason),
  headline: v.string(),
  says: v.string(),
  sentence: v.string(),
  title: v.string(),
  changes: v.record(v.string(), changeValue),
  advice: v.string(),
  fix: orNull(
    v.object({
      title: v.string(),
      span: v.object({ start: count, end: count }),
      newText: v.string(),
    }),
  ),
});
