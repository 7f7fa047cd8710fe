/** The panel's end of the channel to the extension. */
import { decodeHostMessage, type HostMessage, type PanelMessage } from '../src/protocol/panelMessages';

export interface Host {
  post(message: PanelMessage): void;
}

export function connectHost(
  onMessage: (message: HostMessage) => void,
  onProblem: (problem: string) => void,
): Host {
  const api = acquireVsCodeApi();
  const host: Host = { post: (message) => api.postMessage(message) };
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const decoded = decodeHostMessage(event.data);
    if (decoded.kind === 'message') return onMessage(decoded.message);
    onProblem(
      `The extension sent something that this panel cannot read (${decoded.because}). Reloading the window may help.`,
    );
  });
  return host;
}
