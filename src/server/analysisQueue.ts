/**
 * Keeps one analysis a document: the newest wins. What was under way for an older text is aborted the moment a newer
 * text is known, so that the end of a burst of typing is all that is ever computed to the end.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentAnalysis } from '../language/languageService';

export interface AnalyzedDocument {
  /** The text that was analysed: the analysis's spans are offsets into it. */
  readonly snapshot: TextDocument;
  readonly analysis: DocumentAnalysis;
}

export interface QueueWork {
  /** The present text, never changed afterwards; null when the document is gone or must not be read. */
  read(uri: string): Promise<TextDocument | null>;
  analyze(
    snapshot: TextDocument,
    previous: DocumentAnalysis | null,
    signal: AbortSignal,
  ): Promise<DocumentAnalysis>;
  /** Called after `last` answers with the new result. */
  finished(result: AnalyzedDocument): void;
  gone(uri: string): void;
  failed(uri: string, error: unknown): void;
}

export interface AnalysisQueue {
  /** Analyses the present text after a pause in milliseconds; settles when that ended, was dropped or failed. */
  schedule(uri: string, pause: number): Promise<void>;
  /** Joins what is under way for the document, or schedules it at once. */
  ensure(uri: string): Promise<void>;
  cancel(uri: string): void;
  last(uri: string): AnalyzedDocument | null;
  /** Addresses of all documents with a last analysis. */
  known(): string[];
  forget(uri: string): void;
  dispose(): void;
}

interface Run {
  readonly controller: AbortController;
  done: Promise<void>;
}

/** One for all: making one takes longer than reading a short text. */
const SUPERSEDED = new DOMException('A newer text is analysed instead.', 'AbortError');

export function createAnalysisQueue(work: QueueWork): AnalysisQueue {
  const runs = new Map<string, Run>();
  const results = new Map<string, AnalyzedDocument>();

  const execute = async (uri: string, pause: number, signal: AbortSignal) => {
    await pauseFor(pause, signal);
    if (signal.aborted) return;
    const snapshot = await work.read(uri);
    if (signal.aborted) return;
    if (!snapshot) {
      results.delete(uri);
      work.gone(uri);
      return;
    }
    const analysis = await work.analyze(snapshot, results.get(uri)?.analysis ?? null, signal);
    if (signal.aborted) return;
    const result = { snapshot, analysis };
    results.set(uri, result);
    work.finished(result);
  };

  const cancel = (uri: string) => {
    runs.get(uri)?.controller.abort(SUPERSEDED);
    runs.delete(uri);
  };

  const schedule = (uri: string, pause: number) => {
    cancel(uri);
    const controller = new AbortController();
    const run: Run = { controller, done: Promise.resolve() };
    runs.set(uri, run);
    run.done = execute(uri, pause, controller.signal)
      .catch((error) => {
        // Work that was dropped rejects because it was dropped: that is no failure.
        if (!controller.signal.aborted) work.failed(uri, error);
      })
      .finally(() => {
        if (runs.get(uri) === run) runs.delete(uri);
      });
    return run.done;
  };

  return {
    schedule,
    ensure: (uri) => runs.get(uri)?.done ?? schedule(uri, 0),
    cancel,
    last: (uri) => results.get(uri) ?? null,
    known: () => [...results.keys()],
    forget: (uri) => {
      cancel(uri);
      results.delete(uri);
    },
    dispose: () => {
      for (const uri of [...runs.keys()]) cancel(uri);
      results.clear();
    },
  };
}

function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
