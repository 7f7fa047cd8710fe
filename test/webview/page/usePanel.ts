/** One browser for a file of tests, and a fresh page with the panel for each test. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { PanelDriver, type PanelRig, startPanelRig } from './panelDriver';

export interface PanelUse {
  /** Of the test that runs. */
  readonly panel: PanelDriver;
}

export function usePanel(): PanelUse {
  let rig: PanelRig;
  let panel: PanelDriver;
  beforeAll(async () => {
    rig = await startPanelRig();
  });
  afterAll(() => rig?.close());
  beforeEach(async () => {
    panel = await PanelDriver.create(rig);
  });
  afterEach(() => panel.page.close());
  return {
    get panel() {
      return panel;
    },
  };
}
