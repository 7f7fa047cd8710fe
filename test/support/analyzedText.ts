/** Analyses a text among the files of a small workspace in memory, with the real reader and the real mathematics. */
import type { ClassFolder } from '../../src/data/classFolder';
import type { OpenDataFile } from '../../src/data/dataFile';
import { analyze } from '../../src/geometry/analyze';
import { createLanguageService } from '../../src/language/createLanguageService';
import type { DocumentAnalysis, LanguageService, SourceDocument } from '../../src/language/languageService';
import { readProjectFile } from '../../src/language/projectFile';
import { openedFile, utf8 } from './dataFiles';
import { reader } from './pythonReader';

export interface SmallWorkspace {
  /** By path below the root. */
  readonly files?: Readonly<Record<string, string>>;
  readonly folders?: Readonly<Record<string, readonly ClassFolder[]>>;
  /** Content of the project file. */
  readonly project?: string;
  /** Bytes. */
  readonly largestDataFile?: number;
  readonly cells?: NonNullable<SourceDocument['cells']>;
}

export function analyzedText(
  path: string,
  text: string,
  workspace: SmallWorkspace = {},
): Promise<DocumentAnalysis> {
  return analyzedBy(createLanguageService(reader), path, text, workspace);
}

/** By a service that is asked more about the text afterwards. */
export function analyzedBy(
  service: LanguageService,
  path: string,
  text: string,
  { files = {}, folders = {}, project = '', largestDataFile, cells }: SmallWorkspace = {},
): Promise<DocumentAnalysis> {
  const open: OpenDataFile = async (name) => {
    const folder = folders[name];
    if (folder) return { kind: 'folder', version: '1', folders: folder };
    const content = files[name];
    return content === undefined ? { kind: 'missing' } : openedFile(utf8(content), '1');
  };
  return service.analyze(
    { uri: `file:///${path}`, path, text, ...(cells ? { cells } : {}) },
    {
      project: readProjectFile(project).project,
      settings: { severity: {}, ...(largestDataFile === undefined ? {} : { largestDataFile }) },
      mathematics: async (definition) => analyze(definition),
      openDataFile: open,
      previous: null,
      signal: new AbortController().signal,
    },
  );
}
