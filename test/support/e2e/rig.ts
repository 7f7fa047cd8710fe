/** What `npm run test:e2e` has started for the tests: VS Code, the browser, and the folder for pictures and logs. */
import { type Browser, chromium } from 'playwright-core';

export interface Rig {
  /** Address of VS Code, for example `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Where VS Code writes the logs of its server and of the extensions. */
  readonly logFolder: string;
  /** Where screenshots and the logs of failed tests go. */
  readonly resultsFolder: string;
  /** Where each test file gets a workspace of its own. */
  readonly workspaces: string;
  /** Address of the browser that all tests share. */
  readonly browser: string;
}

/** Throws outside the rig: an e2e test that cannot run has failed. */
export function readRig(): Rig {
  const text = process.env.OBJECTIVE_LENS_RIG;
  if (!text) throw new Error('These tests need a running VS Code. Start them with: npm run test:e2e');
  return JSON.parse(text) as Rig;
}

export function connectBrowser(rig: Rig): Promise<Browser> {
  return chromium.connect(rig.browser);
}
