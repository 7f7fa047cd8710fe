/** The "Objectives" tree in the side bar container of Objective Lens. */
import type { Locator, Page } from 'playwright-core';
import { type Row, readRows } from './virtualList';

export class ObjectivesTree {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.locator('.activitybar .action-item a[aria-label^="Objective Lens"]').click();
    await this.list().locator('.monaco-list-row').first().waitFor();
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
