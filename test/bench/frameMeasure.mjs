// Measures one row of frames at one size: the page with so many points, turned by a key in every frame.
import { startBrowser } from '../support/rig/browser.mjs';
import { main } from '../support/rig/ending.mjs';
import { ensureBrowser } from '../support/rig/programs.mjs';
import { servePage } from '../webview/page/servePage.mjs';
import { FRAME_ROWS } from './frameRows.mjs';

const MILLISECONDS = 4000;
const WARM_UP = 1000;

const [, , name, size] = process.argv;

await main(async () => {
  const row = FRAME_ROWS.find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`There is no row named ${name}.`);
  const { chromium } = await import('playwright-core');
  const served = await servePage();
  const browser = await chromium.connect(await startBrowser(await ensureBrowser()));
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  if (row.without) await page.addInitScript(takeWebglAway);
  await page.goto(`${served.address}/panel?fixture=globe-${size}&theme=dark`);
  await page.locator('[data-testid=scene][data-ready=true]').waitFor({ timeout: 60_000 });
  await page.evaluate(turn, WARM_UP);
  const { frames, busy, megabytes } = await page.evaluate(turn, MILLISECONDS);
  await browser.close();
  await served.close();
  const sorted = frames.sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1000;
  const measurement = {
    n: Number(size),
    seconds: frames.reduce((sum, x) => sum + x, 0) / frames.length / 1000,
    processorSeconds: busy / frames.length / 1000,
    p95: at(0.95),
    runs: frames.length,
    megabytes,
    verdict: '',
    reason: null,
    certifiedWithin: null,
    samplingError: null,
    optimumNote: null,
  };
  process.stdout.write(JSON.stringify(measurement));
  return 0;
});

/** In the page: milliseconds between frames while the picture turns, and those that the panel's own code took. */
function turn(milliseconds) {
  const canvas = document.querySelector('[data-testid=geometry-canvas]');
  const frames = [];
  let busy = 0;
  const original = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    original((time) => {
      const start = performance.now();
      callback(time);
      busy += performance.now() - start;
    });
  return new Promise((resolve) => {
    const begin = performance.now();
    let last = begin;
    const step = () => {
      const now = performance.now();
      if (now > begin) frames.push(now - last);
      last = now;
      if (now - begin < milliseconds) {
        canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
        return original(step);
      }
      window.requestAnimationFrame = original;
      return resolve({ frames, busy, megabytes: (performance.memory?.usedJSHeapSize ?? 0) / 2 ** 20 });
    };
    original(step);
  });
}

function takeWebglAway() {
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
    return type.startsWith('webgl') ? null : Reflect.apply(original, this, [type, ...rest]);
  };
}
