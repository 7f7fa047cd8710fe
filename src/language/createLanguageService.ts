/** The language service put together: read, calculate, explain, judge. */
import { requestKey } from '../data/dataRequest';
import { type Analysis, NO_ANSWER } from '../geometry/analysis';
import { isStoppedEarly } from '../geometry/interrupt';
import type { Definition } from '../objective/definition';
import { type AnalysisCache, createAnalysisCache } from './analysisCache';
import type { Edits } from './changes/writeChanges';
import { type PythonTexts, type ReadWith, writeInto } from './changes/writer';
import { createDataFileLoader, type DataFileLoader, NO_FILES } from './dataFiles';
import { explain } from './explanation/explain';
import type { Guess } from './guesses/guess';
import { makeGuess, withGuessedData } from './guesses/makeGuess';
import type {
  AnalysisContext,
  AnalyzedObjective,
  DocumentAnalysis,
  LanguageService,
  SourceDocument,
} from './languageService';
import { judge, settle } from './rules/registry';
import { suppressionsIn, withoutSilenced } from './rules/suppressions';
import { createSourceLoader, NO_SOURCES, type SourceLoader } from './sourceFiles';
import { staleObjectives } from './staleObjectives';

/** What the service needs of whoever parses: every method means what it means in the service. */
export type DocumentReader = Pick<LanguageService, 'accepts' | 'read' | 'forget'> & PythonTexts;

const NOT_ANALYSED =
  'The objective has not been analysed since its file was opened. Open the file and try again.';

/** One service serves any number of documents; it keeps nothing about them but answers by content. */
export function createLanguageService(reader: DocumentReader): LanguageService {
  const cache = createAnalysisCache();
  const origins = new WeakMap<Definition, ReadWith>();
  const loaders = { data: createDataFileLoader(), sources: createSourceLoader() };
  return {
    accepts: (path) => reader.accepts(path),
    read: (document, project, files, sources) => reader.read(document, project, files, sources),
    forget: (uri) => reader.forget(uri),
    edits: keptEdits((definition, changes) => {
      const origin = origins.get(definition);
      return origin ? writeInto(definition, changes, origin, reader) : { refusedBecause: NOT_ANALYSED };
    }),
    analyze: (document, context) => analyzeDocument({ reader, cache, loaders, origins }, document, context),
  };
}

/** Editors ask for quick fixes wherever the cursor goes; a definition's text is that of its analysis and never changes. */
function keptEdits(edits: LanguageService['edits']): LanguageService['edits'] {
  const kept = new WeakMap<Definition, Map<string, Edits>>();
  return (definition, changes) => {
    const known = kept.get(definition) ?? new Map<string, Edits>();
    kept.set(definition, known);
    const key = JSON.stringify(changes);
    const answer = known.get(key) ?? edits(definition, changes);
    // The panel tries any number of values, an analysis has a handful of remedies.
    if (known.size < MOST_KEPT_EDITS) known.set(key, answer);
    return answer;
  };
}

const MOST_KEPT_EDITS = 16;

interface Loaders {
  readonly data: DataFileLoader;
  readonly sources: SourceLoader;
}

interface Parts {
  readonly reader: DocumentReader;
  readonly cache: AnalysisCache;
  readonly loaders: Loaders;
  /** What each definition was read from: it is edited there. */
  readonly origins: WeakMap<Definition, ReadWith>;
}

async function analyzeDocument(
  { reader, cache, loaders, origins }: Parts,
  document: SourceDocument,
  context: AnalysisContext,
): Promise<DocumentAnalysis> {
  context.signal.throwIfAborted();
  const { reading, ...readWith } = await readWithFiles(reader, loaders, document, context);
  const origin = { document, reading, project: context.project, ...readWith };
  for (const definition of reading.definitions) origins.set(definition, origin);
  context.signal.throwIfAborted();
  const fresh: AnalyzedObjective[] = [];
  for (const definition of reading.definitions) {
    const analysis = await calculate(definition, cache, context);
    const guess = await guessFor(definition, document, (completed) => calculate(completed, cache, context));
    const explanation = explain(definition, analysis, guess);
    fresh.push({ definition, analysis, explanation, ...(guess ? { guess } : {}), staleBecause: null });
  }
  const stale = staleObjectives(context.previous, reading, document.text.length);
  const silenced = suppressionsIn(document);
  const findings = withoutSilenced([...reading.findings, ...fresh.flatMap(judge)], silenced.suppressions);
  return {
    uri: document.uri,
    objectives: [...fresh, ...stale].sort((a, b) => a.definition.span.start - b.definition.span.start),
    findings: settle([...findings, ...silenced.findings], context.settings),
    dataFiles: [
      ...new Set((reading.dataRequests ?? []).map(({ path }) => path)),
      ...(reading.sourceFiles ?? []),
    ],
  };
}

/** Null where the text suggests no data that the objective lacks. */
async function guessFor(
  definition: Definition,
  document: SourceDocument,
  analyze: (completed: Definition) => Promise<Analysis>,
): Promise<Guess | null> {
  const { guess } = definition;
  const completed = withGuessedData(definition);
  if (!guess || !completed) return null;
  const analysis = await analyze(completed);
  // What would be undecided too is no offer.
  return analysis.verdict === 'undecided' ? null : makeGuess(guess, completed, analysis, document);
}

/** A module imports a module that loads a config: each reading may ask for files that only it knows of. */
const MOST_READINGS = 8;

/** Each reading tells which files the text needs; the last one has them all. */
async function readWithFiles(
  reader: DocumentReader,
  loaders: Loaders,
  document: SourceDocument,
  { project, openDataFile, settings, signal }: AnalysisContext,
): Promise<Required<Pick<ReadWith, 'files' | 'sources' | 'reading'>>> {
  let reading = reader.read(document, project);
  let files = NO_FILES;
  let sources = NO_SOURCES;
  if (openDataFile === undefined) return { reading, files, sources };
  const opened = new Set<string>();
  for (let count = 1; count < MOST_READINGS; count++) {
    const { dataRequests = [], sourceFiles = [] } = reading;
    // A reading that knows more may ask for less: what counts is whether it asks for anything new.
    const wanted = [...dataRequests.map(requestKey), ...sourceFiles].filter((key) => !opened.has(key));
    if (wanted.length === 0) break;
    for (const key of wanted) opened.add(key);
    sources = await loaders.sources(sourceFiles, sources, openDataFile);
    files =
      dataRequests.length === 0
        ? NO_FILES
        : await loaders.data(dataRequests, openDataFile, settings.largestDataFile);
    signal.throwIfAborted();
    reading = reader.read(document, project, files, sources);
  }
  return { reading, files, sources };
}

/**
 * One objective's analysis. A failure of the mathematics is a fault of ours at one objective: it is told there, and
 * the others are still shown. Only being aborted ends the whole document.
 */
async function calculate(
  definition: Definition,
  cache: AnalysisCache,
  { mathematics, signal }: AnalysisContext,
): Promise<Analysis> {
  signal.throwIfAborted();
  const known = cache.get(definition);
  if (known !== undefined) return known;
  try {
    const analysis = await mathematics(definition, signal);
    // With more time, or a less busy machine, there may be more to tell.
    if (!isStoppedEarly(analysis)) cache.set(definition, analysis);
    return analysis;
  } catch (error) {
    signal.throwIfAborted();
    return failedAnalysis(error instanceof Error ? error.message : String(error));
  }
}

function failedAnalysis(because: string): Analysis {
  return {
    ...NO_ANSWER,
    undecidedBecause: `the calculation failed (${because.replace(/[.\s]+$/, '')}), which is a fault of Objective Lens and worth a report`,
  };
}
