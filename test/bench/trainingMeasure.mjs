// Measures one row of training at one size: the worker of the panel, on the problem that an objective of so many points gives.
import { startBrowser } from '../support/rig/browser.mjs';
import { main } from '../support/rig/ending.mjs';
import { ensureBrowser } from '../support/rig/programs.mjs';
import { servePage } from '../webview/page/servePage.mjs';
import { TRAINING_ROWS } from './trainingRows.mjs';

/** The first steps compile what the rest runs. */
const WARM_UP = 50;
const STEPS = 400;

const [, , name, size] = process.argv;

await main(async () => {
  const row = TRAINING_ROWS.find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`There is no row named ${name}.`);
  const { chromium } = await import('playwright-core');
  const served = await servePage(0, { shipped: true });
  const browser = await chromium.connect(await startBrowser(await ensureBrowser()));
  const page = await browser.newPage();
  await page.addInitScript(keepProblem);
  await page.goto(`${served.address}/panel?fixture=globe-${size}&theme=dark`);
  await page.waitForFunction(() => window.trainedProblem !== undefined, null, { timeout: 60_000 });
  const settings = {
    seed: 1,
    steps: WARM_UP + STEPS,
    batch: null,
    encoder: 'table',
    optimizer: 'adam',
    learningRate: 0.05,
    schedule: 'cosine',
  };
  const run = { dimension: row.dimension, settings, warmUp: WARM_UP };
  const problem = await page.evaluate(() => window.trainedProblem);
  // The panel's own page lets no script of a test start workers.
  await page.goto(served.address);
  const { seconds, steps, backend, megabytes } = await page.evaluate(train, { problem, ...run });
  await browser.close();
  await served.close();
  const measurement = {
    n: Number(size),
    seconds: seconds / steps,
    runs: steps,
    megabytes,
    verdict: `${Math.round(steps / seconds)}/s, ${backend}`,
    reason: null,
    certifiedWithin: null,
    samplingError: null,
    optimumNote: null,
  };
  process.stdout.write(JSON.stringify(measurement));
  return 0;
});

/** In the page, before its script. */
function keepProblem() {
  window.addEventListener('message', ({ data }) => {
    const problem = data?.view?.analysis?.training;
    if (problem) window.trainedProblem = problem;
  });
}

/** In the page: the time of the steps after the first, and what they ran on. */
function train({ problem, dimension, settings, warmUp }) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/trainingWorker.js');
    let begin = null;
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }) => {
      if (data.type === 'failed') return reject(new Error(data.because));
      const { step } = data.measured;
      if (begin === null && step >= warmUp) begin = { step, at: performance.now() };
      if (data.end === null || begin === null) return undefined;
      worker.terminate();
      return resolve({
        seconds: (performance.now() - begin.at) / 1000,
        steps: step - begin.step,
        backend: data.backend.name,
        megabytes: (performance.memory?.usedJSHeapSize ?? 0) / 2 ** 20,
      });
    });
    worker.postMessage({
      type: 'start',
      run: 1,
      problem: { ...problem, dimension },
      settings,
      predicted: null,
    });
  });
}
