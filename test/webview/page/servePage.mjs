// Serves the panel on fixture data to a plain browser, under the policy and from the document that the extension uses.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../support/rig/paths.mjs';

const NONCE = 'cGFnZSBvbiBmaXh0dXJlIGRhdGE';
const FOLDER = join(projectRoot, 'test', 'webview', 'page');

/**
 * @param {number} [port] 0 for any that is free
 * @param {{ shipped?: boolean }} [options] `shipped`: small, as users get it, and without a map to the source
 * @returns {Promise<{ address: string, fixtures: readonly string[], themes: readonly string[], close: () => Promise<void> }>}
 */
export async function servePage(port = 0, { shipped = false } = {}) {
  const files = await bundle(shipped);
  const { panelPage } = await load(join(projectRoot, 'src', 'protocol', 'panelPage.ts'));
  const { FIXTURES } = await load(join(FOLDER, 'fixtures.ts'));
  const { THEMES } = await load(join(FOLDER, 'themes.ts'));
  const themes = Object.keys(THEMES);
  let address = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', address);
    const file = files.get(pathname);
    if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.contents);
    const html = { '/': () => index(FIXTURES, themes), '/panel': () => page(panelPage, address) }[pathname];
    if (html) return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html());
    return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the page is served on no port');
  address = `http://127.0.0.1:${bound.port}`;
  const close = () => new Promise((resolve) => server.close(() => resolve(undefined)));
  return { address, fixtures: FIXTURES, themes, close };
}

/**
 * Everything that a browser may ask for, by path.
 * @param {boolean} shipped
 */
async function bundle(shipped) {
  const shared = {
    bundle: true,
    write: false,
    target: 'es2022',
    ...(shipped ? { minify: true } : { sourcemap: 'inline' }),
    outdir: '/',
    absWorkingDir: projectRoot,
  };
  const built = await Promise.all([
    build({ ...shared, format: 'esm', splitting: true, entryPoints: { panel: 'webview/panel.ts' } }),
    build({
      ...shared,
      format: 'iife',
      entryPoints: { trainingWorker: 'webview/training/trainingWorker.ts' },
    }),
    build({ ...shared, format: 'iife', entryPoints: { fakeHost: 'test/webview/page/fakeHost.ts' } }),
  ]);
  const outputs = built.flatMap(({ outputFiles }) => outputFiles);
  return new Map(
    outputs.map(({ path, contents }) => [
      path,
      {
        contents,
        type: path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
      },
    ]),
  );
}

/**
 * A module of the project that is written in TypeScript, and runs in browsers too.
 * @param {string} path
 */
async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function page(panelPage, address) {
  const html = panelPage({
    script: `${address}/panel.js`,
    style: `${address}/panel.css`,
    trainingWorker: `${address}/trainingWorker.js`,
    cspSource: address,
    nonce: NONCE,
  });
  return html.replace('</head>', `<script nonce="${NONCE}" src="${address}/fakeHost.js"></script>\n</head>`);
}

function index(fixtures, themes) {
  const links = (fixture) =>
    themes.map((theme) => `<a href="/panel?fixture=${fixture}&theme=${theme}">${theme}</a>`).join(' ');
  const rows = fixtures.map(
    (fixture) => `<tr><th align="left">${fixture}</th><td>${links(fixture)}</td></tr>`,
  );
  return `<!DOCTYPE html><title>The panel on fixture data</title><table cellpadding="4">${rows.join('')}</table>`;
}
