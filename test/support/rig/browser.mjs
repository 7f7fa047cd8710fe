// Starts the one browser that all e2e tests share. They connect to it, each with a profile of its own.
import { atEnd } from './ending.mjs';

const PARAMETERS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL without a graphics card, for the panel's 3D view and for training.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/**
 * @param {string} executablePath
 * @returns {Promise<string>} the address that playwright's `chromium.connect` takes
 */
export async function startBrowser(executablePath) {
  // Imported late: this module is loaded before the dependencies are installed.
  const { chromium } = await import('playwright-core');
  // Chromium refuses to sandbox pages when root starts it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const server = await chromium.launchServer({
    executablePath,
    headless: true,
    args: [...PARAMETERS, ...asRoot],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  atEnd(() => server.close());
  return server.wsEndpoint();
}
