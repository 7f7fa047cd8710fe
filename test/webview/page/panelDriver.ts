/** Drives the panel on fixture data in a plain browser, for the tests of the page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { startBrowser } from '../../support/rig/browser.mjs';
import { ensureBrowser } from '../../support/rig/programs.mjs';
import { servePage } from './servePage.mjs';
import type { ThemeName } from './themes';

/** Served page and browser; one for all tests of a file. */
export interface PanelRig {
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function startPanelRig(): Promise<PanelRig> {
  const served = await servePage();
  const browser = await chromium.connect(await browserAddress());
  return {
    address: served.address,
    browser,
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** The browser that all e2e tests share; alone, a file of tests starts its own. */
async function browserAddress(): Promise<string> {
  const rig = process.env.OBJECTIVE_LENS_RIG;
  if (rig) return (JSON.parse(rig) as { browser: string }).browser;
  return startBrowser(await ensureBrowser());
}

/** One open panel. */
export class PanelDriver {
  /** Milliseconds that the page's host takes for every answer more than it needs, from the next page on. */
  answersAfter = 0;
  /** Console errors, exceptions and violations of the policy since the page was opened. */
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
  }

  static async create({ browser, address }: PanelRig): Promise<PanelDriver> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    return new PanelDriver(page, address);
  }

  /** Opens a fixture and waits until all that it shows is there. */
  async open(fixture: string, theme: ThemeName = 'dark'): Promise<void> {
    await this.page.goto(
      `${this.address}/panel?fixture=${fixture}&theme=${theme}&answersAfter=${this.answersAfter}`,
    );
    const settled =
      '[data-testid=scene][data-ready=true], [data-testid=geometry-empty], [data-testid=scene-problem], ' +
      '[data-testid=nothing-notice]:not([hidden])';
    await this.page.locator(settled).first().waitFor({ timeout: 60_000 });
  }

  part(testId: string): Locator {
    return this.page.locator(`[data-testid="${testId}"]`);
  }

  async text(testId: string): Promise<string> {
    return ((await this.part(testId).textContent()) ?? '').replaceAll('\u202f', ' ');
  }

  phase(): Promise<string | null> {
    return this.part('training').getAttribute('data-phase');
  }

  waitForPhase(wanted: string): Promise<void> {
    return this.page
      .locator(`[data-testid="training"][data-phase="${wanted}"]`)
      .waitFor({ timeout: 120_000 });
  }

  fill(testId: string, value: string): Promise<void> {
    return this.part(testId).locator('input').fill(value);
  }

  /** The toolkit's button keeps it as a property. */
  isDisabled(testId: string): Promise<boolean> {
    return this.part(testId).evaluate((button) => (button as unknown as { disabled: boolean }).disabled);
  }

  /** What the panel has told its host. */
  async posted(type: string): Promise<Record<string, unknown>[]> {
    const messages = (await this.page.evaluate(() => window.postedByPanel)) as Record<string, unknown>[];
    return messages.filter((message) => message.type === type);
  }

  /** Colours that a canvas shows; a canvas on which nothing is drawn has one. */
  async colors(testId: string): Promise<number> {
    const png = (await this.part(testId).screenshot()).toString('base64');
    return this.page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('this browser draws no 2D canvas');
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(pixels.buffer)).size;
    }, png);
  }

  /** What axe finds wrong, one line an element. */
  async violations(): Promise<string[]> {
    await this.page.evaluate(
      await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    );
    const results = await this.page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  }

  /** Pixels by which the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }
}
