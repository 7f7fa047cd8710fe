// Measures one row of the panel's start at one size: the page as it ships, loaded anew several times.
import { startBrowser } from '../support/rig/browser.mjs';
import { main } from '../support/rig/ending.mjs';
import { ensureBrowser } from '../support/rig/programs.mjs';
import { servePage } from '../webview/page/servePage.mjs';
import { PAINT_ROWS } from './paintRows.mjs';

const RUNS = 7;

const [, , name, size] = process.argv;

await main(async () => {
  const row = PAINT_ROWS.find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`There is no row named ${name}.`);
  const { chromium } = await import('playwright-core');
  const served = await servePage(0, { shipped: true });
  const browser = await chromium.connect(await startBrowser(await ensureBrowser()));
  const milliseconds = [];
  let megabytes = 0;
  // The first load warms the browser up.
  for (let run = 0; run <= RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.addInitScript(watchPicture);
    await page.goto(`${served.address}/panel?fixture=globe-${size}&theme=dark`);
    await page.locator('[data-testid=scene][data-ready=true]').waitFor({ timeout: 180_000 });
    const times = await page.evaluate(readTimes);
    if (run > 0) milliseconds.push(times[row.until] - times.start - times.fixture);
    megabytes = times.megabytes;
    await page.close();
  }
  await browser.close();
  await served.close();
  const measurement = {
    n: Number(size),
    seconds: milliseconds.sort((a, b) => a - b)[Math.floor(RUNS / 2)] / 1000,
    runs: RUNS,
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

/** In the page, before its script: notes when the picture is there, and when words that matter are first painted. */
function watchPicture() {
  const ready = '[data-testid=scene][data-ready=true]';
  const named = '[data-testid=objective-name]:not(:empty)';
  const seen = { words: 0, picture: 0 };
  Object.assign(window, { seenAt: seen });
  const note = (part) =>
    requestAnimationFrame(() => {
      seen[part] ||= performance.now();
    });
  new MutationObserver(() => {
    if (seen.words === 0 && document.querySelector(named)) note('words');
    if (seen.picture === 0 && document.querySelector(ready)) note('picture');
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

function readTimes() {
  const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/panel.js'));
  return {
    ...window.seenAt,
    start: script.responseEnd,
    fixture: performance.getEntriesByName('fixture').reduce((sum, { duration }) => sum + duration, 0),
    megabytes: (performance.memory?.usedJSHeapSize ?? 0) / 2 ** 20,
  };
}
