/** What the server needs from the place where it runs: files, grammars and threads. Node and a browser differ only here. */
import type { OpenDataFile } from '../data/dataFile';
import type { LanguageService, Mathematics } from '../language/languageService';

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** There is no such file any more. */
  | { readonly kind: 'missing' }
  /** Not read on purpose, or not readable; why, in words for the log. */
  | { readonly kind: 'skipped'; readonly because: string };

export interface FileSearch {
  readonly rootUri: string;
  /** Where the search starts: the root, or a folder in it. */
  readonly folderUri: string;
  /** Globs of the project file that are not searched. */
  readonly exclude: readonly string[];
  accepts(path: string): boolean;
  readonly signal: AbortSignal;
}

export interface ServerHost {
  /** Loads the grammars once; what waits for them waits for this. */
  readonly language: Promise<LanguageService>;
  /** Reads a file of the workspace root, and nothing outside of it. */
  readText(uri: string, rootUri: string): Promise<FileText>;
  /** Opens data files of the workspace root, and nothing outside of it. */
  dataFiles(rootUri: string): OpenDataFile;
  /** Canonical addresses of the files in which objectives can stand. */
  findFiles(search: FileSearch): Promise<readonly string[]>;
  /** Whether `findFiles` would look at this path below a root; says nothing about what it holds. */
  searches(path: string, exclude: readonly string[]): boolean;
  isFolder(uri: string): Promise<boolean>;
  /** For the documents in front of the user. */
  readonly foreground: Mathematics;
  /** For the rest of the workspace: it never makes the user wait for the foreground. */
  readonly background: Mathematics;
  dispose(): Promise<void>;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
