/**
 * Opens VS Code on a fresh copy of the examples for the tests of one file. When a test fails, a picture of the screen, the
 * messages of the browser and the logs of VS Code stay in `test-results/`.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, type TestContext } from 'vitest';
import { connectBrowser, type Rig, readRig } from './rig';
import { VIEWPORT, Workbench } from './workbench';
import { copyExamples, type Workspace, writeWorkspace } from './workspace';

export interface Session {
  readonly workbench: Workbench;
  readonly workspace: Workspace;
}

interface OpenSession extends Session {
  readonly rig: Rig;
  readonly browser: Browser;
  readonly page: Page;
  readonly consoleLines: string[];
}

/**
 * Call it at the top of a test file; what it returns may be used inside tests only. With files the workspace holds them
 * in place of the examples.
 */
export function useSession(files?: Readonly<Record<string, string>>): Session {
  let session: OpenSession | undefined;
  const opened = (): OpenSession => {
    if (session === undefined) throw new Error('VS Code is not open yet.');
    return session;
  };
  beforeAll(async () => {
    session = await open(files);
    // Not in `open`: when this fails, there is a page to take a picture of.
    await session.workbench.waitUntilReady().catch((error: unknown) => keepAndThrow(opened(), error));
  });
  beforeEach((context) => {
    context.onTestFailed(() => keepEvidence(opened(), fileName(context)));
  });
  afterAll(async () => {
    await session?.page.context().close();
    await session?.browser.close();
    await session?.workspace.remove();
  });
  return {
    get workbench() {
      return opened().workbench;
    },
    get workspace() {
      return opened().workspace;
    },
  };
}

async function open(files?: Readonly<Record<string, string>>): Promise<OpenSession> {
  const rig = readRig();
  const browser = await connectBrowser(rig);
  const workspace = await (files ? writeWorkspace(rig.workspaces, files) : copyExamples(rig.workspaces));
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  const consoleLines: string[] = [];
  page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => consoleLines.push(`uncaught: ${error.stack ?? error.message}`));
  await page.goto(`${rig.origin}/?folder=${encodeURI(workspace.folder)}`);
  const workbench = new Workbench(page, workspace, rig.resultsFolder);
  return { rig, browser, page, workspace, workbench, consoleLines };
}

async function keepAndThrow(session: OpenSession, error: unknown): Promise<never> {
  await keepEvidence(session, 'opening');
  throw error;
}

async function keepEvidence({ rig, page, consoleLines }: OpenSession, name: string): Promise<void> {
  const folder = join(rig.resultsFolder, 'failed', name);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, 'screen.png') });
  await writeFile(join(folder, 'browser.log'), consoleLines.join('\n'));
  // Sockets lie elsewhere; this folder holds plain files only.
  await cp(rig.logFolder, join(folder, 'logs'), { recursive: true });
}

function fileName({ task }: TestContext): string {
  return task.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
}
