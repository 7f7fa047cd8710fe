/** Analyses every file of the workspace, a few at a time, so that findings do not wait for files to be opened. */
import type { AnalyzeWorkspaceResult } from '../protocol/serverMessages';
import type { AnalysisQueue } from './analysisQueue';
import type { ScanProgress } from './scanProgress';

export interface ScanNeeds {
  readonly queue: AnalysisQueue;
  findFiles(rootUri: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Open documents are analysed for their editor's sake: cancelling a scan does not touch them. */
  isOpen(uri: string): boolean;
}

/** Files at the same time: reading one while another is computed keeps the background thread busy. */
const FILES_AT_ONCE = 2;

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

  const analyzeOne = async (uri: string) => {
    underWay.add(uri);
    // An open document is analysed anyway; a closed one is read again, since the disk may have changed.
    await Promise.race([isOpen(uri) ? queue.ensure(uri) : queue.schedule(uri, 0), aborted]);
    if (signal.aborted) return;
    underWay.delete(uri);
    const result = queue.last(uri)?.analysis;
    counts.analyzed++;
    counts.objectives += result?.objectives.length ?? 0;
    counts.inconsistent +=
      result?.objectives.filter(({ analysis }) => analysis.verdict === 'inconsistent').length ?? 0;
    counts.findings += result?.findings.length ?? 0;
    progress.report(counts.analyzed, files.length);
  };
  const analyzeInTurn = async () => {
    for (const uri of waiting) {
      if (signal.aborted) return;
      await analyzeOne(uri);
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
): Promise<string[]> {
  try {
    const found = await Promise.all(roots.map((root) => findFiles(root, signal)));
    return [...new Set(found.flat())];
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
