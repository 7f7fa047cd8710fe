/** Analyses files that are closed in the editor, as far as what is kept of them does not hold any more. */
import type { DataFile, OpenDataFile } from '../data/dataFile';
import type { AnalysisContext, DocumentAnalysis, Mathematics } from '../language/languageService';
import type { EmptyFiles } from './emptyFiles';
import type { FileSnapshot } from './fileSnapshot';
import type { FoundFile, ServerHost } from './host';
import type { Dependency, KeptResult, KeptResults, ResultCounts } from './keptResults';
import type { SharedFiles } from './sharedFiles';

/** What an analysis depends on beside the file's own content and the files that it names. */
export type Surroundings = Pick<AnalysisContext, 'project' | 'settings'> & { readonly rootUri: string };

export interface ClosedFiles {
  /** The kept analysis, or a new one that is kept from now on. */
  analyze(
    snapshot: FileSnapshot,
    around: Surroundings,
    analyzeAnew: (watched: Watched) => Promise<DocumentAnalysis>,
  ): Promise<DocumentAnalysis>;
  /**
   * What a file holds that was not changed since, without reading it; `shown` is its analysis that the editor was told.
   * Null when it has to be read, because something changed or because it was not told yet.
   */
  known(file: FoundFile, around: Surroundings, shown: DocumentAnalysis | null): Promise<ResultCounts | null>;
}

type Packing = Pick<ServerHost, 'hash' | 'pack' | 'unpack'>;

/** The parts of an analysis that tell what it depended on. */
export interface Watched {
  readonly openDataFile: OpenDataFile;
  watch(mathematics: Mathematics): Mathematics;
}

export function createClosedFiles(
  host: Packing,
  kept: KeptResults,
  files: SharedFiles,
  empty: EmptyFiles,
): ClosedFiles {
  const contextOf = createContexts(host);
  const resultOf = new WeakMap<DocumentAnalysis, KeptResult>();

  const remembered = (uri: string, result: KeptResult): DocumentAnalysis => {
    const dataFiles = pathsOf(result);
    const analysis: DocumentAnalysis = result.packed
      ? (host.unpack(result.packed) as DocumentAnalysis)
      : { uri, objectives: [], findings: [], dataFiles };
    resultOf.set(analysis, result);
    return analysis;
  };

  return {
    async analyze(snapshot, around, analyzeAnew) {
      const { uri, hash } = snapshot;
      const noteEmpty = (analysis: DocumentAnalysis) => {
        if (isEmpty(analysis)) empty.saw(uri, around.rootUri, analysis.dataFiles ?? []);
        else empty.forget(uri);
        return analysis;
      };
      const open = files.of(around.rootUri);
      const key = { uri, hash, context: contextOf(around) };
      const known = kept.get(key);
      if (known && (await stillHolds(known, open))) return noteEmpty(remembered(uri, known));
      const watched = watch(open);
      const analysis = await analyzeAnew(watched);
      if (!isRepeatable(analysis, watched)) return noteEmpty(analysis);
      const result = resultFrom(analysis, watched.opened, host);
      kept.set(key, result);
      resultOf.set(analysis, result);
      return noteEmpty(analysis);
    },
    async known({ uri, version }, around, shown) {
      const hash = kept.hashOf(uri, version);
      const result = hash === null ? null : kept.get({ uri, hash, context: contextOf(around) });
      if (!result || !(await stillHolds(result, files.of(around.rootUri)))) return null;
      if (result.packed === null) empty.saw(uri, around.rootUri, pathsOf(result));
      const isShown = result.packed === null ? shown === null : shown && resultOf.get(shown) === result;
      return isShown ? result.counts : null;
    },
  };
}

/** One string a project, settings and root; the project of a root is the same object while it does not change. */
function createContexts({ hash }: Packing): (around: Surroundings) => string {
  const last = new Map<string, { readonly around: Surroundings; readonly context: string }>();
  return (around) => {
    const { rootUri, project, settings } = around;
    const known = last.get(rootUri);
    if (known?.around.project === project && known.around.settings === settings) return known.context;
    const context = hash(JSON.stringify([rootUri, project, settings.severity, settings.largestDataFile]));
    last.set(rootUri, { around, context });
    return context;
  };
}

interface Watching extends Watched {
  readonly opened: ReadonlyMap<string, string>;
  readonly failed: boolean;
}

function watch(open: OpenDataFile): Watching {
  const opened = new Map<string, string>();
  let failed = false;
  return {
    opened,
    get failed() {
      return failed;
    },
    async openDataFile(path) {
      const file = await open(path);
      opened.set(path, versionOf(file));
      return file;
    },
    watch: (mathematics) => async (definition, signal) => {
      try {
        return await mathematics(definition, signal);
      } catch (error) {
        failed = true;
        throw error;
      }
    },
  };
}

/** Not what was carried over from an earlier text, what ran out of time, or what depends on files that were not opened. */
function isRepeatable({ objectives, dataFiles = [] }: DocumentAnalysis, watched: Watching): boolean {
  return (
    !watched.failed &&
    objectives.every(({ staleBecause }) => staleBecause === null) &&
    dataFiles.every((path) => watched.opened.has(path))
  );
}

function resultFrom(
  analysis: DocumentAnalysis,
  opened: ReadonlyMap<string, string>,
  host: Packing,
): KeptResult {
  const packed = isEmpty(analysis) ? null : host.pack(analysis);
  return { dependencies: [...opened], counts: countsOf(analysis), packed };
}

/** As most files of a workspace are. */
export const isEmpty = ({ objectives, findings }: DocumentAnalysis) =>
  objectives.length === 0 && findings.length === 0;

const pathsOf = ({ dependencies }: KeptResult) => dependencies.map(([path]) => path);

export function countsOf({ objectives, findings }: DocumentAnalysis): ResultCounts {
  return {
    objectives: objectives.length,
    inconsistent: objectives.filter(({ analysis }) => analysis.verdict === 'inconsistent').length,
    findings: findings.length,
  };
}

async function stillHolds({ dependencies }: KeptResult, open: OpenDataFile): Promise<boolean> {
  const present = await Promise.all(
    dependencies.map(async ([path, version]: Dependency) => versionOf(await open(path)) === version),
  );
  return present.every((same) => same);
}

const versionOf = (file: DataFile) => ('version' in file ? file.version : file.kind);
