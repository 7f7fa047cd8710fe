/**
 * Answers the panel's questions: each by the handler of its name, decoded on arrival, and with a sentence where there is
 * no answer. A question that the panel has taken back is cancelled where it is worked on.
 */
import { decode } from '../../protocol/decode';
import type { HostMessage, PanelMessage } from '../../protocol/panelMessages';
import { type Answer, type Ask, PANEL_REQUESTS, type PanelRequestName } from '../../protocol/panelRequests';

export type PanelAnswers = {
  readonly [N in PanelRequestName]: (ask: Ask<N>, signal: AbortSignal) => Promise<Answer<N>>;
};

/** Why a question has no answer, in words for the panel's user: no failure of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export interface PanelQuestions {
  asked(question: Extract<PanelMessage, { readonly type: 'ask' }>): Promise<void>;
  cancelled(request: number): void;
  /** The page is gone, and with it all who waited. */
  dispose(): void;
}

export function createPanelQuestions(
  answers: PanelAnswers,
  post: (message: HostMessage) => void,
  logFailure: (what: string, error: unknown) => void,
): PanelQuestions {
  const running = new Map<number, AbortController>();
  const answer = async <N extends PanelRequestName>(name: N, ask: unknown, signal: AbortSignal) => {
    const decoded = decode<Ask<N>>(PANEL_REQUESTS[name].ask as never, ask);
    if (decoded.kind === 'malformed')
      throw new Refusal(`The extension cannot read what the panel asked (${decoded.because}).`);
    return answers[name](decoded.message, signal);
  };
  return {
    async asked({ request, name, ask }) {
      const controller = new AbortController();
      running.set(request, controller);
      try {
        const answered = await answer(name, ask, controller.signal);
        // A dialog is answered even where the page that asked has gone.
        if (!controller.signal.aborted) post({ type: 'answer', request, name, answer: answered });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (!(error instanceof Refusal)) logFailure(`Answering “${name}” to the panel`, error);
        post({ type: 'refused', request, because: error instanceof Error ? error.message : String(error) });
      } finally {
        running.delete(request);
      }
    },
    cancelled: (request) => running.get(request)?.abort(),
    dispose() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
