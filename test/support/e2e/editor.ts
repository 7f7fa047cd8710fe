/** The text editor in front: typing, hovers, code lenses and squiggles. */
import type { Locator, Page } from 'playwright-core';
import { untilIt } from './untilIt';

export class Editor {
  constructor(private readonly page: Page) {}

  async focus(): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor').first().waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Types at the cursor, key by key, as a person does. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 10 });
  }

  /** Replaces the rest of the cursor's line. */
  async replaceRestOfLine(text: string): Promise<void> {
    await this.page.keyboard.press('Shift+End');
    await this.type(text);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /**
   * Opens the hover at the cursor and answers it. A hover that is asked for before the extension has read the file stays
   * away, so it is asked for again.
   */
  async hover(text: string): Promise<Locator> {
    const content = this.page.locator('.monaco-editor .monaco-hover:not(.hidden)', { hasText: text }).first();
    await untilIt(
      async () => {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+K');
        await this.page.keyboard.press('Control+I');
      },
      (timeout) => content.waitFor({ timeout }),
    );
    return content;
  }

  /** Asks what can be written at the cursor until this is offered, and answers its row. */
  async suggestion(label: string): Promise<Locator> {
    const row = this.page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: label }) })
      .first();
    await untilIt(
      async () => {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+Space');
      },
      (timeout) => row.waitFor({ timeout }),
    );
    return row;
  }

  async closeHover(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  /** All lenses on screen, from the top. */
  async codeLensTexts(): Promise<string[]> {
    const lenses = this.codeLenses();
    const tops = await lenses.evaluateAll((elements) =>
      elements.map((lens) => ({ text: lens.textContent ?? '', top: lens.getBoundingClientRect().top })),
    );
    return tops.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  codeLens(text: string): Locator {
    return this.codeLenses().filter({ hasText: text }).first();
  }

  /**
   * Clicks a lens until its panel is there: while VS Code lays out anew it replaces the lens under the pointer, and the
   * click that meets the old one is lost.
   */
  async showGeometry(lens: string): Promise<void> {
    const tab = this.page.locator('.tab', { hasText: 'Geometry:' });
    await untilIt(
      () => this.codeLens(lens).click(),
      (timeout) => tab.waitFor({ timeout }),
    );
  }

  /** The first line on screen that holds the words. */
  line(words: string): Locator {
    return this.page.locator('.monaco-editor .view-line', { hasText: words }).first();
  }

  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${severity}`);
  }

  /** The file in front. */
  async title(): Promise<string> {
    const name = await this.page
      .locator('.editor-group-container.active .tab.active')
      .getAttribute('data-resource-name');
    return name ?? '';
  }

  private codeLenses(): Locator {
    return this.page.locator('.monaco-editor .codelens-decoration').filter({ visible: true });
  }
}
