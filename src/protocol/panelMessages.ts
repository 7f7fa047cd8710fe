/**
 * The messages between the extension and the panel, both ways, and their decoders. A webview is another origin: what
 * arrives on either side is decoded before it is used, so a version mismatch is a sentence and never a wrong picture.
 */
import * as v from 'valibot';
import { count, finite, orNull } from './analysisSchema';
import { type Decoded, decode } from './decode';
import type { ObjectiveView } from './objectives';
import { objectiveViewSchema } from './objectiveViewSchema';
import { type PanelRequestName, requestName } from './panelRequests';

export type { Analysis, Geometry, Remedy, TrainingProblem, Verdict } from '../geometry/analysis';
export type { Fact } from '../language/explanation';
export type { ControlValue, ObjectiveSummary, ObjectiveView, ParameterView } from './objectives';
export type { ChangeProblem, Changes } from './requests/changes';

export type HostMessage =
  | { readonly type: 'objective'; readonly view: ObjectiveView }
  /** The analysis runs; what is on screen stays until it answers. */
  | { readonly type: 'analyzing'; readonly name: string }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly because: string }
  /** To a question; its name tells how `answer` is decoded. */
  | {
      readonly type: 'answer';
      readonly request: number;
      readonly name: PanelRequestName;
      readonly answer: unknown;
    }
  /** A question that has no answer, and why. */
  | { readonly type: 'refused'; readonly request: number; readonly because: string };

export type PanelMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal-source'; readonly id: string }
  /** Starts the command that binds data to the objective. */
  | { readonly type: 'bind-data'; readonly id: string }
  /** A question; `panelRequests.ts` has them all. */
  | {
      readonly type: 'ask';
      readonly request: number;
      readonly name: PanelRequestName;
      readonly ask: unknown;
    }
  /** The answer is wanted no more. */
  | { readonly type: 'cancel'; readonly request: number }
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

const hostMessage: v.GenericSchema<unknown, HostMessage> = v.variant('type', [
  v.object({ type: v.literal('objective'), view: objectiveViewSchema }),
  v.object({ type: v.literal('analyzing'), name: v.string() }),
  v.object({ type: v.literal('nothing'), because: v.string() }),
  v.object({ type: v.literal('answer'), request: count, name: requestName, answer: v.unknown() }),
  v.object({ type: v.literal('refused'), request: count, because: v.string() }),
]);

const panelMessage: v.GenericSchema<unknown, PanelMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('reveal-source'), id: v.string() }),
  v.object({ type: v.literal('bind-data'), id: v.string() }),
  v.object({ type: v.literal('ask'), request: count, name: requestName, ask: v.unknown() }),
  v.object({ type: v.literal('cancel'), request: count }),
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
