/** Reads any file that can hold objectives: chooses the syntax by the file's name and binds the workspace's values. */
import { bindWorkspaceValues } from '../data/binding';
import type { Definition } from '../objective/definition';
import { FindingList } from './dialects/findingList';
import { readObjectiveFile } from './dialects/objectiveFile';
import { checkBandwidthColumns } from './dialects/objectiveParameters';
import type { Finding } from './finding';
import type { SourceDocument } from './languageService';
import { parseJson } from './parsers/jsonParser';
import type { PythonParser } from './parsers/pythonParser';
import { parseYaml } from './parsers/yamlParser';
import { PROJECT_FILE, type Project } from './project';
import { readProjectFile } from './projectFile';
import type { BrokenObjective, Reading } from './reading';

export interface Reader {
  /** Whether objectives, or what they depend on, can stand in a file of this path. */
  accepts(path: string): boolean;
  /** Never throws on any text. */
  read(document: SourceDocument, project: Project): Reading;
  /** Forgets the parse tree of a closed document. */
  forget(uri: string): void;
}

type Syntax = 'yaml' | 'json' | 'python' | 'project';

const NOTHING: Reading = { definitions: [], broken: [], findings: [], incompleteBecause: null };

export function createReader(parts: { readonly python: PythonParser }): Reader {
  return {
    accepts: (path) => syntaxOf(path) !== null,
    read: (document, project) => bind(readUnbound(document), document.path, project),
    forget: (uri) => parts.python.forget(uri),
  };
}

function syntaxOf(path: string): Syntax | null {
  if (path === PROJECT_FILE) return 'project';
  const name = path.toLowerCase();
  if (name.endsWith('.objective.yaml') || name.endsWith('.objective.yml')) return 'yaml';
  if (name.endsWith('.objective.json')) return 'json';
  return null;
}

function readUnbound({ path, text }: SourceDocument): Reading {
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  switch (syntaxOf(path)) {
    case 'yaml':
      return readObjectiveFile(parseYaml(text, 'objective-file'), text, fileName);
    case 'json':
      return readObjectiveFile(parseJson(text), text, fileName);
    case 'project':
      return { ...NOTHING, findings: readProjectFile(text).findings };
    default:
      return NOTHING;
  }
}

/** Bound values can contradict written ones; such an objective is broken like one that contradicts itself. */
function bind(reading: Reading, path: string, project: Project): Reading {
  const definitions: Definition[] = [];
  const broken: BrokenObjective[] = [...reading.broken];
  const findings: Finding[] = [...reading.findings];
  for (const unbound of reading.definitions) {
    const definition = bindWorkspaceValues(unbound, path, project);
    const checks = new FindingList();
    checkBandwidthColumns(definition.parameters, definition.headSpan, checks);
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
