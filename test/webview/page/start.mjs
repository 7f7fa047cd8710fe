// Serves the page until it is stopped: `node test/webview/page/start.mjs [port]`. Restart it after a change.
import { main } from '../../support/rig/ending.mjs';
import { say } from '../../support/rig/terminal.mjs';
import { servePage } from './servePage.mjs';

await main(async () => {
  const { address } = await servePage(Number(process.argv[2] ?? 0));
  say(`The panel on fixture data: ${address}`);
  // A signal ends it.
  return new Promise(() => undefined);
});
