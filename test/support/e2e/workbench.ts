/** VS Code's window as its user sees it: what tests press, and what they read. Everything waits for what it needs. */
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { Editor } from './editor';
import { GeometryPanel } from './geometryPanel';
import { ObjectivesTree } from './objectivesTree';
import { ProblemsView } from './problemsView';
import { QuickPick } from './quickPick';
import { untilIt } from './untilIt';
import type { Workspace } from './workspace';

/** A cold extension host on two busy cores. */
const READY_LIMIT = 90_000;

/** Large enough for editor and panel side by side. */
export const VIEWPORT = { width: 1600, height: 1000 };

/** Each with the class that the workbench then carries. */
export const themes = {
  light: { setting: 'Default Light Modern', className: 'vs' },
  dark: { setting: 'Default Dark Modern', className: 'vs-dark' },
  'high-contrast': { setting: 'Default High Contrast', className: 'hc-black' },
} as const;
export type ThemeName = keyof typeof themes;

export class Workbench {
  readonly editor: Editor;
  readonly problems: ProblemsView;
  readonly objectives: ObjectivesTree;
  readonly panel: GeometryPanel;
  /** The view "Geometry at Cursor". */
  readonly cursorView: GeometryPanel;
  readonly quickPick: QuickPick;

  constructor(
    readonly page: Page,
    private readonly workspace: Workspace,
    private readonly resultsFolder: string,
  ) {
    this.editor = new Editor(page);
    this.problems = new ProblemsView(this);
    this.objectives = new ObjectivesTree(page);
    this.panel = new GeometryPanel(page);
    this.cursorView = new GeometryPanel(page, 'side bar');
    this.quickPick = new QuickPick(page);
  }

  async waitUntilReady(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: READY_LIMIT });
    await this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: READY_LIMIT });
  }

  /** Runs a command by its full title, as somebody does who picks it from the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.pick('Control+Shift+P', `>${title}`, title);
  }

  /** Takes a quick fix at the cursor by keys; the menu is asked for again until the file has been analysed. */
  async quickFix(title: string): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await untilIt(
      async () => {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+.');
      },
      (timeout) => row.waitFor({ timeout }),
    );
    for (let k = 0; k < 10 && !/focused/.test((await row.getAttribute('class')) ?? ''); k++)
      await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command that asks for something in a quick pick of its own. */
  async startCommand(title: string): Promise<void> {
    await this.choose('Control+Shift+P', `>${title}`, title);
  }

  /** Opens a file of the workspace, with the cursor at a place when one is given; lines and columns count from 1. */
  async openFile(path: string, line?: number, column = 1): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    // A file opens in the editor group that has the focus, which after a click in the panel is the panel's.
    await this.page.keyboard.press('Control+1');
    await this.pick('Control+P', path, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.focus();
    if (line !== undefined) await this.goTo(line, column);
  }

  /** Shows the geometry of the objective at a place, once its file has been analysed. */
  async showGeometry(path: string, line: number, objective: string): Promise<void> {
    await this.openFile(path, line, 5);
    await this.editor.codeLens('Show geometry').waitFor({ timeout: 60_000 });
    await this.runCommand('Objective Lens: Show Geometry');
    await this.panel.waitFor(objective);
  }

  /** Opens a notebook, whose cells have the focus only when they are clicked. */
  async openNotebook(name: string): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.pick('Control+P', name, name);
    await this.page.locator('.notebookOverlay .cell-list-container .view-line').first().waitFor();
  }

  async goTo(line: number, column = 1): Promise<void> {
    const input = await this.openQuickInput('Control+G');
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await this.statusBarItem(`Ln ${line}, Col ${column}`).waitFor();
  }

  /** The head of a view in the side bar: a click opens and closes it. */
  pane(title: string): Locator {
    return this.page.locator('.part.sidebar .pane-header', { hasText: title });
  }

  /** An action in the head of a view, on screen while the pointer is over the view. */
  paneAction(title: string, action: string): Locator {
    return this.pane(title).locator(`.action-label[aria-label^="${action}"]`);
  }

  statusBarItem(text: string): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text }).first();
  }

  notification(text: string): Locator {
    return this.page.locator('.notification-list-item', { hasText: text });
  }

  async closeAllEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.editor-group-container.empty').waitFor();
  }

  /** The workspace's own setting, so that other tests keep their theme. */
  async setTheme(name: ThemeName): Promise<void> {
    const { setting, className } = themes[name];
    await this.workspace.write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': setting }));
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Leaves only the editor group of the tab on screen, and as much room below as the tallest panel takes. */
  async showAlone(tab: string): Promise<void> {
    await this.page.locator('.tab', { hasText: tab }).click();
    await this.runCommand('View: Toggle Maximize Editor Group');
    if (await this.page.locator('.part.sidebar').isVisible())
      await this.runCommand('View: Toggle Primary Side Bar Visibility');
    await this.page.setViewportSize({ width: VIEWPORT.width, height: 2 * VIEWPORT.height });
  }

  async showAll(): Promise<void> {
    await this.page.setViewportSize(VIEWPORT);
    await this.runCommand('View: Toggle Maximize Editor Group');
  }

  /** A colour of the theme, by VS Code's name for it, as the browser writes colours. */
  themeColor(name: string): Promise<string> {
    return this.page.locator('.monaco-workbench').evaluate(
      (workbench, variable) => {
        const probe = document.createElement('span');
        probe.style.color = `var(${variable})`;
        workbench.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      },
      `--vscode-${name.replaceAll('.', '-')}`,
    );
  }

  /** A Markdown page in VS Code's own preview. */
  markdownPreview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** A picture for people to look at, kept in `test-results/`. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.resultsFolder, `${name}.png`) });
  }

  /** A webview that is still loading swallows keys, as a person sees who then presses them again. */
  private async openQuickInput(shortcut: string): Promise<Locator> {
    const input = this.quickInput();
    await untilIt(
      () => this.page.keyboard.press(shortcut),
      (timeout) => input.waitFor({ timeout }),
    );
    return input;
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /** The command runs once: as long as its list is on screen, it has not been taken. */
  private async pick(shortcut: string, text: string, label: string): Promise<void> {
    await untilIt(
      () => this.choose(shortcut, text, label),
      (timeout) => this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout }),
    );
  }

  /** A list that loses the focus to an editor or a webview that has just loaded closes, and is asked for again. */
  private async choose(shortcut: string, text: string, label: string): Promise<void> {
    const row = this.page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) });
    await untilIt(
      () => this.openQuickInput(shortcut),
      async (timeout) => {
        await this.quickInput().fill(text, { timeout });
        await row.first().click({ timeout });
      },
    );
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
