/** A server with a folder of its own for each test of a file, and the questions that such tests ask. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { CancellationToken } from 'vscode-languageserver/node';
import type { AnalyzeWorkspaceResult } from '../../../src/protocol/serverMessages';
import { type BuiltServer, buildServer } from './builtServer';
import { Editor, type EditorOptions } from './editor';
import { createFolder, type Folder } from './folder';

export interface WorkspaceSession {
  readonly folder: Folder;
  readonly editor: Editor;
  /** Opens a new folder with these files; `prepare` may still change it before the server sees it. */
  start(
    files: Readonly<Record<string, string>>,
    options?: Partial<EditorOptions>,
    prepare?: (folder: Folder) => Promise<void>,
  ): Promise<void>;
  /** A new server for the same folder, after the last one was stopped. */
  restart(options: Partial<EditorOptions>): Promise<void>;
  scanned(): Promise<unknown>;
  rulesOf(path: string): unknown[];
  untilRules(path: string, rules: readonly string[]): Promise<unknown>;
  /** The request of the command, with the progress token `asked`. */
  analyzeWorkspace(token?: CancellationToken): Promise<AnalyzeWorkspaceResult>;
}

export function useWorkspaceSession(): WorkspaceSession {
  let built: BuiltServer;
  let folder: Folder;
  let editor: Editor;
  beforeAll(async () => {
    built = await buildServer();
  });
  afterAll(() => built.remove());
  afterEach(async () => {
    expect(await editor.stop()).toBe(0);
    await folder.remove();
  });
  const rulesOf = (path: string) => editor.rules(folder.uri(path));
  return {
    get folder() {
      return folder;
    },
    get editor() {
      return editor;
    },
    async start(files, options = {}, prepare = async () => undefined) {
      folder = await createFolder(files);
      await prepare(folder);
      editor = await Editor.start({ program: built.program, folder: folder.path, ...options });
    },
    async restart(options) {
      editor = await Editor.start({ program: built.program, folder: folder.path, ...options });
    },
    scanned: () =>
      editor.until('the scan has ended', () => editor.log.some((line) => line.startsWith('Workspace scan'))),
    rulesOf,
    untilRules: (path, rules) =>
      editor.until(`${path} has the findings [${rules}]`, () => rulesOf(path).join() === rules.join()),
    analyzeWorkspace: (token) =>
      editor.connection.sendRequest<AnalyzeWorkspaceResult>(
        'objectiveLens/analyzeWorkspace',
        { workDoneToken: 'asked' },
        ...(token ? [token] : []),
      ),
  };
}
