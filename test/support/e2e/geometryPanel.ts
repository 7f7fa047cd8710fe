/** The page with an objective's geometry, in the panel or in the side bar: a webview, which VS Code puts into a frame inside a frame. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** How VS Code addresses the outer frames: whose they are, and what for. */
const OURS = 'iframe.webview.ready[src*="extensionId=objective-lens."]';
const IN_SIDE_BAR = '[src*="purpose=webviewView"]';

export class GeometryPanel {
  constructor(
    private readonly page: Page,
    private readonly place: 'panel' | 'side bar' = 'panel',
  ) {}

  /** An element by the name that the panel gives it for tests. */
  part(testId: string): Locator {
    return this.frame().locator(`[data-testid="${testId}"]`);
  }

  /** Waits until the panel shows this objective. */
  async waitFor(objective: string): Promise<void> {
    await this.part('objective-name').filter({ hasText: objective }).waitFor({ timeout: 60_000 });
  }

  async text(testId: string): Promise<string> {
    return ((await this.part(testId).textContent()) ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
  }

  /** How many colours an element shows: a canvas on which nothing has been drawn has one. */
  async colorCount(testId: string): Promise<number> {
    const picture = await this.part(testId).screenshot();
    return this.page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('this browser draws no 2D canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }, picture.toString('base64'));
  }

  /** Starts a training run as soon as the panel lets one. */
  async start({ seed, steps }: { seed: number; steps: number }): Promise<void> {
    await this.part('training-seed').locator('input').fill(String(seed));
    await this.part('training-steps').locator('input').fill(String(steps));
    await this.part('training-start').click();
  }

  /** Of the training run: idle, starting, running, paused, ended or failed. */
  phase(): Promise<string | null> {
    return this.part('training').getAttribute('data-phase');
  }

  /** How many steps the training run has made. */
  async step(): Promise<number> {
    const [, step] = /step ([\d ]+) of/.exec(await this.text('training-status')) ?? [];
    return step === undefined ? 0 : Number(step.replaceAll(' ', ''));
  }

  /** The colour of the panel's text, as the browser writes colours. */
  textColor(): Promise<string> {
    return this.part('because').evaluate((element) => getComputedStyle(element).color);
  }

  /** Opens what a narrow page folds away: `what-if-fold`, `reasons-fold`. */
  async unfold(testId: string): Promise<void> {
    if ((await this.part(testId).getAttribute('aria-expanded')) === 'false') await this.part(testId).click();
  }

  frame(): FrameLocator {
    const outer = this.place === 'panel' ? `${OURS}:not(${IN_SIDE_BAR})` : `${OURS}${IN_SIDE_BAR}`;
    return this.page.frameLocator(outer).frameLocator('iframe#active-frame');
  }
}
