/** Drives the built server over stdio the way an editor does, and remembers what it was told. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  type CodeLens,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ObjectiveSummary } from '../../../src/protocol/objectives';

export interface EditorOptions {
  readonly program: string;
  /** Absolute path of the open folder. */
  readonly folder: string;
  /** What the section `objectiveLens` of the user's settings holds. */
  readonly settings?: Record<string, unknown>;
  readonly commands?: boolean;
  /** More of what the extension tells the server when it starts it. */
  readonly initializationOptions?: Record<string, unknown>;
  /** The editor's own settings, by the names of their sections. */
  readonly editorSettings?: Record<string, unknown>;
  /** Absolute path of the folder in which the server may keep results. */
  readonly storage?: string;
}

export interface Published {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Milliseconds after which a wait has failed; the machine may be busy with other tests. */
const LONGEST_WAIT = 30_000;

export class Editor {
  /** By address, every publication in its order. */
  readonly published = new Map<string, Published[]>();
  readonly objectives = new Map<string, readonly ObjectiveSummary[]>();
  readonly log: string[] = [];
  readonly progress: { token: unknown; kind: string; percentage?: number }[] = [];
  lensRefreshes = 0;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  private constructor(
    readonly connection: ProtocolConnection,
    readonly process: ChildProcess,
    private settings: Record<string, unknown>,
    private editorSettings: Record<string, unknown>,
  ) {
    this.#listen();
  }

  static async start(options: EditorOptions): Promise<Editor> {
    const { program, folder, settings = {}, editorSettings = {}, commands = true, storage } = options;
    const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const editor = new Editor(connection, server, settings, editorSettings);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'test' }],
      initializationOptions: {
        commands,
        rulesPage: 'https://rules.example/page',
        ...(storage ? { storage: pathToFileURL(storage).href } : {}),
        ...options.initializationOptions,
      },
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          codeLens: { refreshSupport: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        window: { workDoneProgress: true },
      },
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  open(uri: string, languageId: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the whole text; returns the new version. */
  async change(uri: string, text: string): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return version;
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  filesChanged(...changes: { uri: string; type: 1 | 2 | 3 }[]): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  setSettings(settings: Record<string, unknown>, editorSettings = this.editorSettings): Promise<void> {
    this.settings = settings;
    this.editorSettings = editorSettings;
    return this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
  }

  lenses(uri: string): Promise<CodeLens[]> {
    return this.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  }

  last(uri: string): Published | undefined {
    return this.published.get(uri)?.at(-1);
  }

  /** The rules of the last publication, in its order. */
  rules(uri: string): unknown[] {
    return (this.last(uri)?.diagnostics ?? []).map(({ code }) => code);
  }

  /** Waits until a question about what was received is answered with something other than undefined and false. */
  until<T>(what: string, answer: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`Waited in vain until ${what}. Log:\n${this.log.join('\n')}`));
      }, LONGEST_WAIT);
      const check = () => {
        const found = answer();
        if (found === undefined || found === false) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Shuts down as editors do; answers with the exit code. */
  async stop(): Promise<number | null> {
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = await ended;
    this.connection.dispose();
    return code;
  }

  #listen(): void {
    const { connection } = this;
    const hear = <P>(method: string, keep: (params: P) => void) =>
      connection.onNotification(method, (params: P) => {
        keep(params);
        for (const check of [...this.#waiting]) check();
      });
    hear('textDocument/publishDiagnostics', ({ uri, version, diagnostics }: Published & { uri: string }) =>
      this.published.set(uri, [...(this.published.get(uri) ?? []), { version, diagnostics }]),
    );
    hear('objectiveLens/objectives', ({ uri, objectives }: { uri: string; objectives: ObjectiveSummary[] }) =>
      this.objectives.set(uri, objectives),
    );
    hear('window/logMessage', ({ message }: { message: string }) => this.log.push(message));
    hear('$/progress', ({ token, value }: { token: unknown; value: { kind: string; percentage?: number } }) =>
      this.progress.push({ token, ...value }),
    );
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) =>
        section === 'objectiveLens' ? this.settings : (this.editorSettings[section] ?? null),
      ),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      for (const check of [...this.#waiting]) check();
      return null;
    });
  }
}
