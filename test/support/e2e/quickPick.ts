/** VS Code's quick picks: the rows that a command offers. */
import type { Locator, Page } from 'playwright-core';

export class QuickPick {
  constructor(private readonly page: Page) {}

  /** Waits until it asks for this. */
  async asks(title: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title }).waitFor();
  }

  /** The first row on screen that holds the words. */
  row(words: string): Locator {
    return this.rows().filter({ hasText: words }).first();
  }

  /** All rows on screen, from the top. */
  async read(): Promise<string[]> {
    const texts = await this.rows().evaluateAll((rows) =>
      rows.map((row) => ({ text: row.textContent ?? '', top: row.getBoundingClientRect().top })),
    );
    return texts.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  /** Types the words until their row is the first, and takes it by key. */
  async choose(words: string): Promise<void> {
    await this.row(words).waitFor();
    await this.page.locator('.quick-input-widget:visible .quick-input-box input').fill(words);
    await this.page
      .locator('.quick-input-widget:visible .monaco-list-row.focused')
      .filter({ hasText: words })
      .waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Types into an input box, and waits until it says something under it. */
  async type(text: string, answer: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible .quick-input-box input').fill(text);
    await this.page.locator('.quick-input-widget:visible', { hasText: answer }).waitFor();
  }

  /** Ticks all rows of a pick of several, and takes them. */
  async chooseAll(): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:visible');
    await widget.locator('.quick-input-header').getByRole('checkbox').click();
    await widget.locator('.quick-input-count', { hasText: 'Selected' }).waitFor();
    await widget.locator('.quick-input-box input').press('Enter');
  }

  async cancel(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  private rows(): Locator {
    return this.page.locator('.quick-input-widget:visible .monaco-list-row');
  }
}
