/**
 * The messages between the extension and the panel, both ways, and their decoders. A webview is another origin: what
 * arrives on either side is decoded before it is used, so a version mismatch is a sentence and never a wrong picture.
 */
import * as v from 'valibot';
import { analysisSchema, count, finite, orNull, reason, verdict } from './analysisSchema';
import { type Decoded, decode } from './decode';
import type { ObjectiveSummary, ObjectiveView } from './objectives';

export type { Analysis, Geometry, Remedy, TrainingProblem, Verdict } from '../geometry/analysis';
export type { Fact } from '../language/explanation';
export type { ObjectiveSummary, ObjectiveView, ParameterView } from './objectives';

export type HostMessage =
  | { readonly type: 'objective'; readonly view: ObjectiveView }
  /** The analysis runs; what is on screen stays until it answers. */
  | { readonly type: 'analyzing'; readonly name: string }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly because: string };

export type PanelMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal-source'; readonly id: string }
  /** A training run ended: shown in the log, waited for by tests. */
  | {
      readonly type: 'training-ended';
      readonly id: string;
      readonly backend: string;
      readonly steps: number;
      readonly loss: number;
      /** loss − predicted minimum, in nats; null without a prediction. */
      readonly excess: number | null;
    }
  | { readonly type: 'problem'; readonly message: string };

const position = v.object({ line: count, character: count });

export const objectiveSummarySchema: v.GenericSchema<unknown, ObjectiveSummary> = v.object({
  id: v.string(),
  uri: v.string(),
  name: v.string(),
  kind: v.string(),
  dialect: v.string(),
  verdict,
  reason: orNull(reason),
  headline: v.string(),
  range: v.object({ start: position, end: position }),
  staleBecause: orNull(v.string()),
});

export const objectiveViewSchema: v.GenericSchema<unknown, ObjectiveView> = v.object({
  summary: objectiveSummarySchema,
  parameters: v.array(v.object({ name: v.string(), value: v.string(), origin: v.string() })),
  explanation: v.object({
    headline: v.string(),
    because: v.array(v.string()),
    advice: v.array(v.string()),
    facts: v.array(v.object({ label: v.string(), value: v.string(), hint: v.string() })),
  }),
  analysis: analysisSchema,
});

const hostMessage: v.GenericSchema<unknown, HostMessage> = v.variant('type', [
  v.object({ type: v.literal('objective'), view: objectiveViewSchema }),
  v.object({ type: v.literal('analyzing'), name: v.string() }),
  v.object({ type: v.literal('nothing'), because: v.string() }),
]);

const panelMessage: v.GenericSchema<unknown, PanelMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('reveal-source'), id: v.string() }),
  v.object({
    type: v.literal('training-ended'),
    id: v.string(),
    backend: v.string(),
    steps: count,
    loss: finite,
    excess: orNull(finite),
  }),
  v.object({ type: v.literal('problem'), message: v.string() }),
]);

export const decodeHostMessage = (value: unknown): Decoded<HostMessage> => decode(hostMessage, value);
export const decodePanelMessage = (value: unknown): Decoded<PanelMessage> => decode(panelMessage, value);
