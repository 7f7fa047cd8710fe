/** Stands for VS Code around the page: gives it an API, a theme, and the messages of the fixture its address names. */
import { messagesOf } from './fixtures';
import { applyTheme, type ThemeName } from './themes';

declare global {
  interface Window {
    /** What the panel has posted, for tests. */
    postedByPanel: unknown[];
    showFixture(fixture: string): void;
    changeTheme(theme: ThemeName): void;
  }
}

const asked = new URLSearchParams(location.search);

window.postedByPanel = [];
window.changeTheme = applyTheme;
window.showFixture = (fixture) => {
  for (const message of messagesOf(fixture)) window.postMessage(message, location.origin);
};

Object.assign(window, {
  acquireVsCodeApi: () => ({
    postMessage(message: unknown) {
      window.postedByPanel.push(message);
      if (isReady(message)) window.showFixture(asked.get('fixture') ?? 'supcon-60-6-6');
    },
    getState: () => undefined,
    setState: () => undefined,
  }),
});

document.addEventListener('DOMContentLoaded', () => applyTheme((asked.get('theme') ?? 'dark') as ThemeName));

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
