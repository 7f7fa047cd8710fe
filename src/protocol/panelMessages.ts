/** The messages between the extension and the panel, both ways. Decoders stand beside them. */
import type { ObjectiveView } from './objectives';

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
