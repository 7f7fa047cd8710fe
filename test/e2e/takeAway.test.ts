/** What is taken away from the page: pictures as they are on the screen, numbers, lines of code, a report. */
import { expect, test } from 'vitest';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();

interface Saved {
  readonly name: string;
  readonly content: { readonly text?: string; readonly base64?: string };
  readonly beside?: readonly { readonly name: string }[];
}

async function taken(item: string): Promise<unknown> {
  const { panel } = use;
  const before = (await panel.posted('ask')).length;
  await panel.part('take-away').click();
  await panel.part(`take-${item}`).click();
  await expect.poll(async () => (await panel.posted('ask')).length).toBe(before + 1);
  return (await panel.posted('ask')).at(-1)?.ask;
}

test('the geometry as SVG has the points of the screen, and is drawn by a browser', async () => {
  const { panel } = use;
  await panel.open('supcon-60-6-6');
  await panel.page.locator('.scene-label', { hasText: 'class 0' }).waitFor();
  const { name, content } = (await taken('geometry-svg')) as Saved;
  expect(name).toBe('SupCon-60-6-6-geometry.svg');
  const drawn = await panel.page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      broken: file.querySelector('parsererror')?.textContent ?? null,
      discs: file.querySelectorAll('circle').length,
      texts: [...file.querySelectorAll('text')].map((label) => label.textContent),
    };
  }, content.text ?? '');
  expect(drawn.broken).toBeNull();
  expect(drawn.discs).toBeGreaterThanOrEqual(3);
  expect(drawn.texts.join(' ')).toContain('class 0');
  expect(await panel.text('take-away-said')).toBe('Saved as SupCon-60-6-6-geometry.svg.');
});

/** How many colours a browser finds in a PNG. */
function colorsOf(base64: string): Promise<number> {
  return use.panel.page.evaluate(async (file) => {
    const image = new Image();
    image.src = `data:image/png;base64,${file}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser draws no 2D canvas');
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, base64);
}

test.each(['geometry', 'asked', 'reached', 'eigenvalues'])(
  '%s as PNG is a picture of many colours',
  async (figure) => {
    const { panel } = use;
    await panel.open('radius');
    const { content } = (await taken(`${figure}-png`)) as Saved;
    expect(await colorsOf(content.base64 ?? '')).toBeGreaterThan(20);
    expect(panel.faults).toEqual([]);
  },
);

test('the charts of a run can be taken away once there is one', async () => {
  const { panel } = use;
  await panel.open('supcon-60-6-6');
  await panel.part('take-away').click();
  expect(await panel.part('take-loss-png').count()).toBe(0);
  await panel.page.keyboard.press('Escape');
  await panel.fill('training-steps', '40');
  await panel.part('training-start').click();
  await panel.waitForPhase('ended');
  for (const chart of ['loss', 'distance', 'collapse']) {
    const { name, content } = (await taken(`${chart}-png`)) as Saved;
    expect(name).toBe(`SupCon-60-6-6-${chart}.png`);
    expect(await colorsOf(content.base64 ?? '')).toBeGreaterThan(20);
  }
  const { beside } = (await taken('report')) as Saved;
  expect(beside?.map((file) => file.name)).toContain('SupCon-60-6-6-loss.svg');
  expect(panel.faults).toEqual([]);
});

test('the phase picture can be taken away where it is shown', async () => {
  const { panel } = use;
  await panel.open('radius');
  await panel.part('tab-phase').click();
  await panel.page
    .locator('[data-testid=phase][data-status=done]')
    .waitFor({ state: 'attached', timeout: 120_000 });
  const { name, content } = (await taken('phase-png')) as Saved;
  expect(name).toMatch(/-phase\.png$/);
  expect(await colorsOf(content.base64 ?? '')).toBeGreaterThan(100);
  const drawn = (await taken('phase-svg')) as Saved;
  expect(drawn.content.text).toContain('<title>Verdicts by temperature and ε</title>');
  await panel.part('tab-geometry').click();
  await panel.part('take-away').click();
  expect(await panel.part('take-phase-png').count()).toBe(0);
  expect(panel.faults).toEqual([]);
});

test('a report names its pictures, and hostile names stay text', async () => {
  const { panel } = use;
  await panel.open('hostile-names');
  const { name, content, beside } = (await taken('report')) as Saved;
  expect(name).toBe('img-src-x-onerror-alert-1.md');
  expect(content.text).not.toContain('<script>');
  for (const picture of beside ?? []) expect(content.text).toContain(encodeURI(picture.name));
  expect(beside?.length).toBeGreaterThanOrEqual(3);
});

test('the menu is opened, walked and left by keys', async () => {
  const { panel } = use;
  await panel.open('supcon-60-6-6');
  await panel.part('take-away').focus();
  await panel.page.keyboard.press('Enter');
  const focused = () => panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset.testid);
  await expect.poll(focused).toBe('take-report');
  await panel.page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('take-copy-pytorch');
  expect(await panel.violations()).toEqual([]);
  await panel.page.keyboard.press('Enter');
  await expect.poll(() => panel.text('take-away-said')).toBe('Copied.');
  await panel.page.keyboard.press('Enter');
  await panel.page.keyboard.press('Escape');
  expect(await focused()).toBe('take-away');
  expect(await panel.part('take-away-menu').isVisible()).toBe(false);
});
