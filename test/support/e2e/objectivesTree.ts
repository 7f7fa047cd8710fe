/** The "Objectives" tree in the side bar container of Objective Lens. */
import type { Locator, Page } from 'playwright-core';
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
