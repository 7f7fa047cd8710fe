/** The language service put together: read, calculate, explain, judge. */
import { type Analysis, NO_ANSWER } from '../geometry/analysis';
import type { Definition } from '../objective/definition';
import { type AnalysisCache, createAnalysisCache } from './analysisCache';
import { createDataFileLoader, type DataFileLoader } from './dataFiles';
import { explain } from './explanation/explain';
import type {
  AnalysisContext,
  AnalyzedObjective,
  DocumentAnalysis,
  LanguageService,
  SourceDocument,
} from './languageService';
import type { Reading } from './reading';
import { judge, settle } from './rules/registry';
import { staleObjectives } from './staleObjectives';

/** What the service needs of whoever parses: every method means what it means in the service. */
export type DocumentReader = Pick<LanguageService, 'accepts' | 'read' | 'forget'>;

/** One service serves any number of documents; it keeps nothing about them but answers by content. */
export function createLanguageService(reader: DocumentReader): LanguageService {
  const cache = createAnalysisCache();
  const load = createDataFileLoader();
  return {
    accepts: (path) => reader.accepts(path),
    read: (document, project, files) => reader.read(document, project, files),
    forget: (uri) => reader.forget(uri),
    analyze: (document, context) => analyzeDocument({ reader, cache, load }, document, context),
  };
}

interface Parts {
  readonly reader: DocumentReader;
  readonly cache: AnalysisCache;
  readonly load: DataFileLoader;
}

async function analyzeDocument(
  { reader, cache, load }: Parts,
  document: SourceDocument,
  context: AnalysisContext,
): Promise<DocumentAnalysis> {
  context.signal.throwIfAborted();
  const reading = await readWithFiles(reader, load, document, context);
  context.signal.throwIfAborted();
  const fresh: AnalyzedObjective[] = [];
  for (const definition of reading.definitions) {
    const analysis = await calculate(definition, cache, context);
    fresh.push({ definition, analysis, explanation: explain(definition, analysis), staleBecause: null });
  }
  const stale = staleObjectives(context.previous, reading, document.text.length);
  return {
    uri: document.uri,
    objectives: [...fresh, ...stale].sort((a, b) => a.definition.span.start - b.definition.span.start),
    findings: settle([...reading.findings, ...fresh.flatMap(judge)], context.settings),
    dataFiles: reading.dataFiles ?? [],
  };
}

/** The first reading tells which data files the text names; where there are any, the second one has them. */
async function readWithFiles(
  reader: DocumentReader,
  load: DataFileLoader,
  document: SourceDocument,
  { project, openDataFile }: AnalysisContext,
): Promise<Reading> {
  const reading = reader.read(document, project);
  const { dataFiles = [] } = reading;
  if (dataFiles.length === 0 || openDataFile === undefined) return reading;
  return reader.read(document, project, await load(dataFiles, openDataFile));
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
    cache.set(definition, analysis);
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
