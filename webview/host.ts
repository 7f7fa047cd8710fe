/** The panel's end of the channel to the extension: messages, and questions with their answers. */
import { decode } from '../src/protocol/decode';
import { decodeHostMessage, type HostMessage, type PanelMessage } from '../src/protocol/panelMessages';
import { type Answer, type Ask, PANEL_REQUESTS, type PanelRequestName } from '../src/protocol/panelRequests';

export interface Host {
  post(message: PanelMessage): void;
  /**
   * Asks the extension. Rejects with an `Unanswered` that says why in words for the user, and with the signal's reason
   * when aborted. Whoever cannot wait for ever passes a signal with a timeout.
   */
  ask<N extends PanelRequestName>(name: N, ask: Ask<N>, signal?: AbortSignal): Promise<Answer<N>>;
  /** What the editor keeps of the panel over a reload of its window. */
  remembered(): unknown;
  remember(state: unknown): void;
}

/** A question without an answer: nobody's bug, and told where it was asked. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** What the extension says by itself. */
export type ToldByHost = Exclude<HostMessage, { readonly type: 'answer' | 'refused' }>;

interface Waiting {
  readonly name: PanelRequestName;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

export function connectHost(
  onMessage: (message: ToldByHost) => void,
  onProblem: (problem: string) => void,
): Host {
  const api = acquireVsCodeApi();
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const post = (message: PanelMessage) => api.postMessage(message);
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const decoded = decodeHostMessage(event.data);
    if (decoded.kind === 'malformed')
      return onProblem(
        `The extension sent something that this panel cannot read (${decoded.because}). Reloading the window may help.`,
      );
    const { message } = decoded;
    if (message.type !== 'answer' && message.type !== 'refused') return onMessage(message);
    const asker = waiting.get(message.request);
    waiting.delete(message.request);
    if (asker) settle(asker, message);
  });
  return {
    post,
    ask: (name, ask, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const request = ++asked;
        // The table gives an answer of this name its type, once it has been decoded by it.
        waiting.set(request, { name, resolve: resolve as (answer: unknown) => void, reject });
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(request)) return;
          post({ type: 'cancel', request });
          reject(signal.reason);
        });
        post({ type: 'ask', request, name, ask });
      }),
    remembered: () => api.getState(),
    remember: (state) => api.setState(state),
  };
}

function settle(
  asker: Waiting,
  message: Extract<HostMessage, { readonly type: 'answer' | 'refused' }>,
): void {
  if (message.type === 'refused') {
    asker.reject(new Unanswered(message.because));
    return;
  }
  const decoded = decode<unknown>(PANEL_REQUESTS[asker.name].answer, message.answer);
  if (decoded.kind === 'message') asker.resolve(decoded.message);
  else
    asker.reject(
      new Unanswered(`The answer cannot be read (${decoded.because}). Reloading the window may help.`),
    );
}
