/** Stands for VS Code around the page: gives it an API, a theme, and the messages of the fixture its address names. */
import { decodePanelMessage, type HostMessage } from '../../../src/protocol/panelMessages';
import { answerOf, type Question } from './fakeAnswers';
import { messagesOf } from './fixtures';
import { applyTheme, type ThemeName } from './themes';

declare global {
  interface Window {
    /** What the panel has posted, for tests. */
    postedByPanel: unknown[];
    /** What the editor's dialog gives next. */
    fileToChoose?: { readonly name: string; readonly text: string };
    showFixture(fixture: string): void;
    changeTheme(theme: ThemeName): void;
  }
}

/** Where the page keeps what an editor would keep over a reload. */
const STATE = 'panel-state';

const asked = new URLSearchParams(location.search);

window.postedByPanel = [];
window.changeTheme = applyTheme;
window.showFixture = (fixture) => {
  const start = performance.now();
  const messages = messagesOf(fixture);
  // What the mathematics takes is no time of the panel's, where it runs elsewhere.
  performance.measure('fixture', { start, end: performance.now() });
  for (const message of messages) window.postMessage(message, location.origin);
};

Object.assign(window, {
  acquireVsCodeApi: () => ({
    postMessage(message: unknown) {
      window.postedByPanel.push(message);
      const decoded = decodePanelMessage(message);
      if (decoded.kind === 'malformed') throw new Error(decoded.because);
      if (decoded.message.type === 'ready') window.showFixture(asked.get('fixture') ?? 'supcon-60-6-6');
      if (decoded.message.type === 'ask') void answer(decoded.message);
    },
    getState: (): unknown => JSON.parse(sessionStorage.getItem(STATE) ?? 'null'),
    setState: (state: unknown) => sessionStorage.setItem(STATE, JSON.stringify(state)),
  }),
});

document.addEventListener('DOMContentLoaded', () => applyTheme((asked.get('theme') ?? 'dark') as ThemeName));

async function answer(question: Question): Promise<void> {
  const { request, name } = question;
  await new Promise((resolve) => setTimeout(resolve, Number(asked.get('answersAfter') ?? 0)));
  const message = await answerOf(question).then(
    (answered): HostMessage => ({ type: 'answer', request, name, answer: answered }),
    (error: unknown): HostMessage => ({ type: 'refused', request, because: String(error) }),
  );
  window.postMessage(message, location.origin);
}
