/** Analyses every file of the workspace, a few at a time, so that findings do not wait for files to be opened. */
import type { AnalyzeWorkspaceResult } from '../protocol/serverMessages';
import type { AnalysisQueue } from './analysisQueue';
import { countsOf } from './closedFiles';
import type { FoundFile } from './host';
import type { ResultCounts } from './keptResults';
import type { ScanProgress } from './scanProgress';

/** A file of the workspace, and how to tell without reading it what it holds; null when it has to be analysed. */
export interface ScannedFile extends FoundFile {
  known(): Promise<ResultCounts | null>;
}

export interface ScanNeeds {
  readonly queue: AnalysisQueue;
  findFiles(rootUri: string, signal: AbortSignal): Promise<readonly ScannedFile[]>;
  /** Open documents are analysed for their editor's sake: cancelling a scan does not touch them. */
  isOpen(uri: string): boolean;
}

/** Files at the same time: while the disk looks for some, others are read. */
const FILES_AT_ONCE = 16;

/** Resolves, with what was done so far, when the signal aborts. */
export async function scanWorkspace(
  { queue, findFiles, isOpen }: ScanNeeds,
  roots: readonly string[],
  progress: ScanProgress,
  signal: AbortSignal,
): Promise<AnalyzeWorkspaceResult> {
  const files = await findAll(roots, findFiles, signal);
  const counts = { analyzed: 0, objectives: 0, inconsistent: 0, findings: 0 };
  const waiting = files.values();
  const aborted = untilAborted(signal);
  const underWay = new Set<string>();
  signal.addEventListener('abort', () => {
    for (const uri of underWay) if (!isOpen(uri)) queue.cancel(uri);
  });

  const analyze = async (uri: string): Promise<ResultCounts | null> => {
    underWay.add(uri);
    // An open document is analysed anyway; a closed one is read again, since the disk may have changed.
    await Promise.race([isOpen(uri) ? queue.ensure(uri) : queue.schedule(uri, 0), aborted]);
    underWay.delete(uri);
    const result = queue.last(uri)?.analysis;
    return result ? countsOf(result) : null;
  };
  const analyzeOne = async (file: ScannedFile) => {
    const known = isOpen(file.uri) ? null : await file.known();
    if (signal.aborted) return;
    const found = known ?? (await analyze(file.uri));
    if (signal.aborted) return;
    counts.analyzed++;
    counts.objectives += found?.objectives ?? 0;
    counts.inconsistent += found?.inconsistent ?? 0;
    counts.findings += found?.findings ?? 0;
    progress.report(counts.analyzed, files.length);
  };
  const analyzeInTurn = async () => {
    for (const file of waiting) {
      if (signal.aborted) return;
      await analyzeOne(file);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, analyzeInTurn));
  return { files: files.length, ...counts, cancelled: signal.aborted };
}

/** Folders inside one another hold the same files once; a search that is cancelled has found none. */
async function findAll(
  roots: readonly string[],
  findFiles: ScanNeeds['findFiles'],
  signal: AbortSignal,
): Promise<ScannedFile[]> {
  try {
    const found = await Promise.all(roots.map((root) => findFiles(root, signal)));
    return [...new Map(found.flat().map((file) => [file.uri, file])).values()];
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  }
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
