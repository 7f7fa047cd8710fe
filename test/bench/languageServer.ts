/** The built server with an editor that only measures it: how long a scan takes, and how long an answer to a keystroke. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { OBJECTIVES_NOTIFICATION, type ObjectivesParams } from '../../src/protocol/serverMessages';
import { SERVER_QUESTION_REQUEST, type ServerQuestion } from '../../src/protocol/serverQuestions';
import { TYPING_PAUSE } from '../../src/server/analyses';

export interface ServerOptions {
  /** Folder of the built server, and of what measures its memory. */
  readonly programs: string;
  readonly workspace: string;
  readonly storage: string;
  readonly scope: 'workspace' | 'openFiles';
}

export interface Scanned {
  readonly seconds: number;
  readonly objectives: number;
}

export interface Used {
  /** The most that it ever had. */
  readonly megabytes: number;
  readonly processorSeconds: number;
}

export class MeasuredServer {
  private readonly heard = new Set<(method: string, params: unknown) => void>();

  private constructor(
    private readonly connection: ProtocolConnection,
    private readonly process: ChildProcess,
    private readonly usedFile: string,
  ) {}

  /** Started and initialised, but not yet told that the editor is ready. */
  static async start({ programs, workspace, storage, scope }: ServerOptions): Promise<MeasuredServer> {
    const usedFile = `${storage}.used`;
    const parameters = [
      '--require',
      join(programs, 'processUse.cjs'),
      join(programs, 'server.js'),
      '--stdio',
    ];
    const server = spawn(process.execPath, parameters, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, USED_FILE: usedFile },
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const measured = new MeasuredServer(connection, server, usedFile);
    for (const method of ['window/logMessage', 'textDocument/publishDiagnostics', OBJECTIVES_NOTIFICATION])
      connection.onNotification(method, (params: unknown) => {
        for (const hear of [...measured.heard]) hear(method, params);
      });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === 'objectiveLens' ? { scope } : null)),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'bench' }],
      initializationOptions: { storage: pathToFileURL(storage).href },
      capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    });
    return measured;
  }

  /** The scan that begins when the editor is ready. */
  async firstScan(): Promise<Scanned> {
    const begin = performance.now();
    const ended = this.until('window/logMessage', ({ message }: { message: string }) =>
      message.startsWith('Workspace scan'),
    );
    await this.connection.sendNotification('initialized', {});
    const { message } = await ended;
    const objectives = Number(/(\d+) objectives/.exec(message)?.[1]);
    return { seconds: (performance.now() - begin) / 1000, objectives };
  }

  async nextScan(): Promise<Scanned> {
    const begin = performance.now();
    const { objectives } = await this.connection.sendRequest<{ objectives: number }>(
      'objectiveLens/analyzeWorkspace',
      {},
    );
    return { seconds: (performance.now() - begin) / 1000, objectives };
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('initialized', {});
    const published = this.published(uri, 1);
    const textDocument = { uri, languageId: 'python', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    await published;
  }

  /** Opens an objective file; answers its first objective's id once that has been analysed. */
  async openObjective(uri: string, text: string): Promise<string> {
    await this.connection.sendNotification('initialized', {});
    const analysed = this.until(
      OBJECTIVES_NOTIFICATION,
      (params: ObjectivesParams) => params.uri === uri && params.objectives.length > 0,
    );
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    return (await analysed).objectives[0].id;
  }

  /** The reply as it comes from the wire. */
  ask(question: ServerQuestion): Promise<unknown> {
    return this.connection.sendRequest(SERVER_QUESTION_REQUEST, question);
  }

  /** Seconds from the end of the typing pause after an insertion to its diagnostics. */
  async keystroke(uri: string, version: number, line: number, character: number, text: string) {
    const published = this.published(uri, version);
    const position = { line, character };
    const begin = performance.now();
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
    await published;
    return (performance.now() - begin - TYPING_PAUSE) / 1000;
  }

  /** Ends the server; resolves with what it used from its start to its end. */
  async stop(): Promise<Used> {
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
    return JSON.parse(await readFile(this.usedFile, 'utf8'));
  }

  private published(uri: string, version: number) {
    return this.until(
      'textDocument/publishDiagnostics',
      (params: { uri: string; version?: number }) => params.uri === uri && params.version === version,
    );
  }

  private until<P>(wanted: string, isIt: (params: P) => boolean): Promise<P> {
    return new Promise((resolve) => {
      const hear = (method: string, params: unknown) => {
        if (method !== wanted || !isIt(params as P)) return;
        this.heard.delete(hear);
        resolve(params as P);
      };
      this.heard.add(hear);
    });
  }
}
