/** The "Objectives" tree in the side bar container of Objective Lens. */
import type { Locator, Page } from 'playwright-core';
import { untilIt } from './untilIt';
import { type Row, readRows } from './virtualList';

export class ObjectivesTree {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    const icon = this.page.locator('a[aria-label^="Objective Lens"]');
    // The whole item, since the badge with the number lies over the icon.
    const item = this.page.locator('.activitybar .action-item').filter({ has: icon });
    if ((await item.getAttribute('aria-expanded')) !== 'true') await item.click();
    await this.list().locator('.monaco-list-row').first().waitFor();
  }

  /** Waits for the workspace to be scanned as far as this row. */
  async waitFor(text: string): Promise<void> {
    await this.row(text).waitFor({ timeout: 90_000 });
  }

  /** Clicks a row until its file is in front: a row that a scan replaces under the pointer loses the click. */
  async follow(text: string, file: string): Promise<void> {
    const tab = this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${file}"]`);
    await untilIt(
      () => this.row(text).click(),
      (timeout) => tab.waitFor({ timeout }),
    );
  }

  read(): Promise<Row[]> {
    return readRows(this.list());
  }

  row(text: string): Locator {
    return this.list().locator('.monaco-list-row', { hasText: text }).first();
  }

  private list(): Locator {
    return this.page.locator('.part.sidebar .pane-body .monaco-list').first();
  }
}
