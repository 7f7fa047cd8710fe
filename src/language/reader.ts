/** Reads any file that can hold objectives: chooses the syntax by the file's name and binds the workspace's values. */
import { bindWorkspaceValues } from '../data/binding';
import type { Definition } from '../objective/definition';
import { readBoundConfig } from './boundConfig';
import { type DataFiles, NamedFiles, NO_FILES } from './dataFiles';
import { readMarkdown } from './dialects/commands/readMarkdown';
import { readShell } from './dialects/commands/readShell';
import { readEmbeddedYaml } from './dialects/configs/embeddedYaml';
import type { ConfigSyntax } from './dialects/configs/parseConfig';
import { readPythonConfigs } from './dialects/configs/pythonConfigs';
import { readStructuredConfigs } from './dialects/configs/structuredConfigs';
import { mayHoldCustomLoss } from './dialects/custom/customCalls';
import type { CustomLoss } from './dialects/custom/customLoss';
import { withCommentBindings } from './dialects/custom/withCommentBindings';
import { FindingList } from './dialects/findingList';
import { boundReader } from './dialects/inline/boundValue';
import { checkExpressionData } from './dialects/inline/weightExpressions';
import { readObjectiveFile } from './dialects/objectiveFile';
import { checkBandwidthColumns } from './dialects/objectiveParameters';
import { firstMention, mayHoldLoss } from './dialects/python/mentions';
import { type PythonDocument, readPythonObjectives } from './dialects/python/pythonObjectives';
import type { Finding } from './finding';
import { withSuggestedData } from './guesses/suggestedData';
import { joinedReading } from './joinedReading';
import type { SourceDocument } from './languageService';
import { readNotebook } from './notebook';
import { parseJson } from './parsers/jsonParser';
import type { PythonFile } from './parsers/python/file';
import type { PythonParser } from './parsers/python/parser';
import { parseToml } from './parsers/tomlParser';
import { parseYaml } from './parsers/yamlParser';
import { PROJECT_FILE, type Project } from './project';
import { readProjectFile } from './projectFile';
import { type BrokenObjective, NOTHING_READ, type Reading } from './reading';
import { NamedSources, NO_SOURCES, type SourceTexts } from './sourceFiles';

export interface Reader {
  /** Whether objectives, or what they depend on, can stand in a file of this path. */
  accepts(path: string): boolean;
  /** Never throws on any text. */
  read(document: SourceDocument, project: Project, files?: DataFiles, sources?: SourceTexts): Reading;
  /** Parses a text whose tree is not kept. */
  parsePython(text: string): PythonFile;
  /** Forgets the parse tree of a closed document. */
  forget(uri: string): void;
}

type Syntax =
  | ConfigSyntax
  | 'python'
  | 'notebook'
  | 'shell'
  | 'markdown'
  | 'project'
  | `${ConfigSyntax} config`;

export function createReader(parts: { readonly python: PythonParser }): Reader {
  return {
    accepts: (path) => syntaxOf(path) !== null,
    read(document, project, files = NO_FILES, texts = NO_SOURCES) {
      const sources = new NamedSources(texts);
      const reading = readUnbound(document, files, { ...parts, sources, dialects: project.dialects });
      const bound = new NamedFiles(PROJECT_FILE, files);
      const known = bind({ ...reading, sourceFiles: sources.wanted }, document.path, project, bound);
      return { ...known, dataRequests: [...(known.dataRequests ?? []), ...bound.wanted] };
    },
    parsePython: (text) => parts.python.parseClosed(text),
    forget: (uri) => parts.python.forget(uri),
  };
}

function syntaxOf(path: string): Syntax | null {
  if (path === PROJECT_FILE) return 'project';
  const name = path.toLowerCase();
  if (name.endsWith('.py')) return 'python';
  if (name.endsWith('.ipynb')) return 'notebook';
  if (name.endsWith('.sh')) return 'shell';
  if (name.endsWith('.md')) return 'markdown';
  const [, objective, ending] = /(\.objective)?\.(ya?ml|json|toml)$/.exec(name) ?? [];
  if (ending === undefined) return null;
  const syntax = ending === 'yml' ? 'yaml' : (ending as ConfigSyntax);
  return objective ? syntax : `${syntax} config`;
}

/** What Python is read with. */
interface Surroundings {
  readonly python: PythonParser;
  readonly sources: NamedSources;
  readonly dialects: readonly CustomLoss[];
}

function readUnbound(document: SourceDocument, files: DataFiles, around: Surroundings): Reading {
  const { uri, path, text } = document;
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const named = new NamedFiles(path, files);
  const python = {
    path,
    sources: around.sources,
    parse: (closed: string) => around.python.parseClosed(closed),
    dialects: around.dialects,
  };
  const readProgram = (program: string, where: Pick<PythonDocument, 'lineAt'> = {}) => {
    const parse = () => around.python.parse(uri, program);
    const own = readPython({ uri, path, text: program, ...where }, around, named);
    const reading = joinedReading(own, [
      ...readEmbeddedYaml(program, python),
      ...(program.length > LONGEST_PYTHON
        ? []
        : [...readPythonConfigs(program, python, parse), ...readStructuredConfigs(program, python, parse)]),
    ]);
    return withCommentBindings(reading, program, 'python', named);
  };
  switch (syntaxOf(path)) {
    case 'yaml':
      return readObjectiveFile(parseYaml(text, 'objective-file'), text, fileName, named);
    case 'json':
      return readObjectiveFile(parseJson(text), text, fileName, named);
    case 'toml':
      return readObjectiveFile(parseToml(text), text, fileName, named);
    case 'python':
      return readProgram(text);
    case 'notebook':
      return readNotebook(document, readProgram);
    case 'shell':
      return withCommentBindings(readShell(text, path, python), text, 'shell', named);
    case 'markdown':
      return withCommentBindings(
        readMarkdown(text, path, python, (code) => readSnippet({ uri, path, text: code }, around, named)),
        text,
        'markdown',
        named,
      );
    case 'yaml config':
      return readBoundConfig('yaml', text, python, named);
    case 'json config':
      return readBoundConfig('json', text, python, named);
    case 'toml config':
      return readBoundConfig('toml', text, python, named);
    case 'project':
      return { ...NOTHING_READ, findings: readProjectFile(text, named).findings, dataRequests: named.wanted };
    default:
      return NOTHING_READ;
  }
}

/** Longer Python files are data or generated code; parsing one would hold everything else up for seconds. */
const LONGEST_PYTHON = 1_000_000;

/** Parsing is for texts that name a loss at all: most of a workspace does not. */
function readPython(
  program: PythonDocument,
  { python, sources, dialects }: Surroundings,
  files = new NamedFiles(program.path, NO_FILES),
): Reading {
  const { text } = program;
  // The tree is kept: a name that is being typed is none for a few keystrokes, and the text's configs may need it.
  if (!mayHoldLoss(text) && !mayHoldCustomLoss(text, dialects)) return NOTHING_READ;
  if (text.length <= LONGEST_PYTHON)
    return readPythonObjectives({ ...program, dialects }, python, sources, files);
  const start = firstMention(text);
  const message =
    `This Python file has ${(text.length / 1e6).toFixed(1)} million characters and is not read: the limit is ` +
    `${LONGEST_PYTHON / 1e6} million. Move the loss that is named here into a file of its own.`;
  const span = { start, end: start + (/^\w+/.exec(text.slice(start, start + 80))?.[0].length ?? 1) };
  return {
    ...NOTHING_READ,
    findings: [{ rule: 'invalid-value', severity: 'warning', span, message }],
    incompleteBecause: message,
  };
}

/** A piece of a document has no tree of its own: its document changes as a whole. */
function readSnippet(snippet: PythonDocument, around: Surroundings, files: NamedFiles): Reading {
  const { python } = around;
  const closed = { ...python, parse: (_: string, code: string) => python.parseClosed(code) };
  return readPython(snippet, { ...around, python: closed }, files);
}

/** Bound values can contradict written ones; such an objective is broken like one that contradicts itself. */
function bind(reading: Reading, path: string, project: Project, files: NamedFiles): Reading {
  const definitions: Definition[] = [];
  const broken: BrokenObjective[] = [...reading.broken];
  const findings: Finding[] = [...reading.findings];
  for (const unbound of reading.definitions) {
    const definition = withSuggestedData(bindWorkspaceValues(unbound, path, project, boundReader(files)));
    const checks = new FindingList();
    checkBandwidthColumns(definition.parameters, definition.headSpan, checks);
    checkExpressionData(definition, checks);
    findings.push(...checks.findings);
    const error = checks.firstError;
    if (!error) definitions.push(definition);
    else broken.push({ ...identity(definition), because: error.message });
  }
  broken.sort((a, b) => a.span.start - b.span.start);
  return { ...reading, definitions, broken, findings };
}

function identity({ name, kind, span, headSpan }: Definition) {
  return { name, kind, span, headSpan };
}
