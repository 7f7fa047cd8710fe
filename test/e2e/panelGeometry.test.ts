/** The geometry's picture, matrices and list together in a plain browser: axes, strain, long lists, one mark in all views. */
import { describe, expect, test } from 'vitest';
import { usePanel } from '../webview/page/usePanel';

const use = usePanel();
const choose = async (dropdown: string, value: string) => {
  await use.panel.part(dropdown).click();
  await use.panel.part(dropdown).locator(`vscode-option[value="${value}"]`).click();
};
const picture = () => use.panel.part('geometry-canvas').screenshot();
const settled = () => use.panel.page.waitForTimeout(300);

describe('axes', () => {
  test('run through three classes that are found by their names', async () => {
    await use.panel.open('soft-realizable');
    const before = await picture();
    expect(await use.panel.text('scene-caption')).toContain('of 8 dimensions');
    await choose('scene-axes', 'points');
    await expect
      .poll(() => use.panel.text('scene-caption'))
      .toContain('Axes through class 0, class 1 and class 2');
    await settled();
    expect((await picture()).equals(before)).toBe(false);
    const third = use.panel.part('scene-axis-3');
    await third.fill('7');
    expect(await use.panel.part('scene-axis-3-options').locator('[role=option]').count()).toBe(1);
    await third.press('Enter');
    await expect.poll(() => use.panel.text('scene-caption')).toContain('class 0, class 1 and class 7');
    expect(await use.panel.violations()).toEqual([]);
    await third.fill('nobody');
    expect(await use.panel.text('scene-axis-3-options')).toBe('Nothing has this name.');
    await third.press('Escape');
    expect(await third.inputValue()).toBe('class 7');
    await choose('scene-axes', 'top');
    await expect.poll(() => use.panel.text('scene-caption')).toContain('of 8 dimensions');
  });

  test('end at the sphere when that is asked for, and the caption says what is lost', async () => {
    await use.panel.open('soft-realizable');
    const before = await picture();
    await choose('scene-surface', 'sphere');
    await expect
      .poll(() => use.panel.text('scene-caption'))
      .toContain('directions are kept, lengths are not');
    await settled();
    expect((await picture()).equals(before)).toBe(false);
  });

  test('are the first ones again for another objective', async () => {
    await use.panel.open('soft-realizable');
    await choose('scene-axes', 'points');
    await expect.poll(() => use.panel.text('scene-caption')).toContain('Axes through');
    await use.panel.page.evaluate(() => window.showFixture('y-aware'));
    await expect.poll(() => use.panel.text('objective-name')).toBe('Age, y-Aware');
    expect(await use.panel.text('scene-caption')).not.toContain('Axes through');
    expect(await use.panel.part('scene-pickers').isVisible()).toBe(false);
    expect(use.panel.faults).toEqual([]);
  });
});

describe('strain', () => {
  test('joins pairs that miss their wish, and a line tells both numbers', async () => {
    await use.panel.open('y-aware');
    const before = await picture();
    await use.panel.part('scene-strain').click();
    await expect
      .poll(() => use.panel.text('strain-text'))
      .toBe('25 of 28 pairs miss what is asked for, by up to 0.148.');
    expect(await use.panel.text('strain-legend')).toContain('closer than asked for, by up to 0.148');
    await settled();
    expect((await picture()).equals(before)).toBe(false);
    expect(await use.panel.violations()).toEqual([]);
    const found = await hoverUntil((text) => text.includes(' and ') && text.includes('asked for'));
    expect(found).toMatch(/similarity −?\d\.\d{3}asked for −?\d\.\d{3}(closer|farther)/);
    await use.panel.part('scene-strain').click();
    await expect.poll(() => use.panel.part('strain-legend').count()).toBe(0);
  });

  test('says why there is none between classes of weight zero', async () => {
    await use.panel.open('supcon-60-6-6');
    await use.panel.part('scene-strain').click();
    await expect.poll(() => use.panel.text('strain-text')).toContain('3 pairs of weight zero');
  });
});

/** Moves the pointer over the picture until its tooltip says what is looked for. */
async function hoverUntil(isFound: (text: string) => boolean): Promise<string> {
  const box = await use.panel.part('geometry-canvas').boundingBox();
  if (box === null) throw new Error('the picture is not shown');
  for (let y = box.y + 20; y < box.y + box.height; y += 6) {
    for (let x = box.x + box.width * 0.25; x < box.x + box.width * 0.8; x += 14) {
      await use.panel.page.mouse.move(x, y);
      const text = await use.panel
        .part('scene-tooltip')
        .evaluate((tip) => ((tip as HTMLElement).hidden ? '' : tip.textContent));
      if (isFound(text)) return text;
    }
  }
  throw new Error('nothing of that kind is in the picture');
}

describe('one mark in all views', () => {
  test('from the list to picture and matrix', async () => {
    await use.panel.open('long-tail');
    await use.panel.part('items-search').fill('class 42');
    await use.panel.part('items-search').press('ArrowDown');
    await expect.poll(() => use.panel.text('scene-tooltip')).toContain('class 42');
    expect(await use.panel.text('matrix-readout')).toContain('class 42: most similar to');
  });

  test('from a name beside the matrix to list and picture', async () => {
    await use.panel.open('minority-collapse');
    await use.panel.part('matrix-attainable').hover({ position: { x: 10, y: 40 } });
    await expect.poll(() => use.panel.text('scene-tooltip')).toContain('class 0');
    const marked = use.panel.part('items-list').locator('.item-row.marked');
    await expect.poll(() => marked.count()).toBe(1);
    expect(await marked.first().textContent()).toContain('class 0');
  });

  test('of a pair both are marked', async () => {
    await use.panel.open('minority-collapse');
    await use.panel.part('matrix-attainable').focus();
    await use.panel.part('matrix-attainable').press('ArrowRight');
    await use.panel.part('matrix-attainable').press('ArrowRight');
    await expect.poll(() => use.panel.part('items-list').locator('.item-row.marked').count()).toBe(2);
  });
});

describe('many points', () => {
  test('two thousand are drawn, found and turned to', async () => {
    await use.panel.open('two-thousand-labels', 'light');
    expect(await use.panel.colors('geometry-canvas')).toBeGreaterThan(200);
    expect(await use.panel.text('matrix-agreement')).toContain('rows for 200 of the 2 000 points');
    const before = await picture();
    await use.panel.part('items-search').fill('0.0');
    await use.panel.part('items-search').press('Enter');
    await settled();
    expect((await picture()).equals(before)).toBe(false);
    expect(await use.panel.part('scene-tooltip').isVisible()).toBe(true);
    expect(await use.panel.violations()).toEqual([]);
    expect(use.panel.faults).toEqual([]);
  });

  test('of eight thousand classes only those in sight are elements, and the last is reached by a key', async () => {
    await use.panel.open('thousands-of-classes');
    const list = use.panel.part('items-list');
    expect(await use.panel.text('items-found')).toContain('8 142 classes');
    await list.focus();
    const start = Date.now();
    await list.press('End');
    await expect.poll(() => list.locator('.item-row').last().textContent()).toContain('class 8141');
    expect(Date.now() - start).toBeLessThan(3000);
    expect(await list.locator('.item-row').count()).toBeLessThan(40);
    await use.panel.part('items-search').fill('8000');
    await expect.poll(() => use.panel.text('items-found')).toContain('1 of 8 142 classes');
    expect(await list.textContent()).toContain('looks like class');
    await use.panel.part('items-search').fill('nobody');
    await expect.poll(() => use.panel.text('items-found')).toContain('No class has “nobody” in its name');
    expect(use.panel.faults).toEqual([]);
  });
});

describe('without a graphics card', () => {
  test('the picture is drawn all the same, turns, and says so', async () => {
    await use.panel.page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        type: string,
        ...rest: unknown[]
      ) {
        return type.startsWith('webgl') ? null : Reflect.apply(original, this, [type, ...rest]);
      } as typeof original;
    });
    await use.panel.open('minority-collapse');
    expect(await use.panel.text('scene-problem')).toContain('no working WebGL');
    expect(await use.panel.colors('geometry-plain')).toBeGreaterThan(100);
    const before = await use.panel.part('geometry-plain').screenshot();
    await use.panel.part('geometry-canvas').press('ArrowLeft');
    await settled();
    expect((await use.panel.part('geometry-plain').screenshot()).equals(before)).toBe(false);
    await use.panel.part('geometry-canvas').press('n');
    await expect.poll(() => use.panel.text('scene-tooltip')).toContain('class 0');
    expect(await use.panel.posted('problem')).toHaveLength(1);
    expect(await use.panel.violations()).toEqual([]);
  });

  test('one that is reset is done without until it comes back', async () => {
    await use.panel.open('minority-collapse');
    const before = await picture();
    await use.panel.part('geometry-canvas').evaluate((canvas) => {
      const extension = (canvas as HTMLCanvasElement)
        .getContext('webgl2')
        ?.getExtension('WEBGL_lose_context');
      Object.assign(window, { comeBack: () => extension?.restoreContext() });
      extension?.loseContext();
    });
    await expect.poll(() => use.panel.text('scene-problem')).toContain('was reset');
    expect(await use.panel.colors('geometry-plain')).toBeGreaterThan(100);
    await use.panel.page.evaluate(() => (window as unknown as { comeBack(): void }).comeBack());
    await use.panel.part('scene-problem').waitFor({ state: 'hidden' });
    await use.panel.part('geometry-plain').waitFor({ state: 'hidden' });
    await settled();
    expect((await picture()).equals(before)).toBe(true);
  });
});
