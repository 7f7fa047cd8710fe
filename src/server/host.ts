/** What the server needs from the place where it runs: files, grammars and threads. Node and a browser differ only here. */
import type { FoundData } from '../data/candidateFiles';
import type { OpenDataFile } from '../data/dataFile';
import type { SearchRules } from '../data/searchedPaths';
import type { LanguageService, Mathematics } from '../language/languageService';
import type { Verdicts } from './verdictCells';

export type FileText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The file's version on the disk, as `FoundFile` has it, and the hash of its content. */
      readonly version: string;
      readonly hash: string;
    }
  /** There is no such file any more. */
  | { readonly kind: 'missing' }
  /** Not read on purpose, or not readable; why, in words for the log. */
  | { readonly kind: 'skipped'; readonly because: string };

export interface FileSearch {
  readonly rootUri: string;
  /** Where the search starts: the root, or a folder in it. */
  readonly folderUri: string;
  readonly rules: SearchRules;
  accepts(path: string): boolean;
  readonly signal: AbortSignal;
}

export interface FoundFile {
  readonly uri: string;
  /** Changes whenever the content may have changed. */
  readonly version: string;
}

/** A file of the server's own, in a folder that the editor offers. */
export interface Storage {
  /** What was written last; null where there is nothing, or not what was written. */
  read(): Promise<unknown>;
  /** Writes a value as a whole or not at all; resolves with the reason, in words, when it could not. */
  write(value: unknown): Promise<string | null>;
}

export interface ServerHost {
  /** Loads the grammars once; what waits for them waits for this. */
  readonly language: Promise<LanguageService>;
  /** Reads a file of the workspace root, and nothing outside of it. */
  readText(uri: string, rootUri: string): Promise<FileText>;
  /** Opens data files of the workspace root, and nothing outside of it. */
  dataFiles(rootUri: string): OpenDataFile;
  /** Paths of data files below the workspace root, some of them when there are very many or the signal stops the search. */
  dataFileNames(rootUri: string, exclude: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  /** What data may be bound from below the workspace root; rejects when the signal stops the search. */
  findData(rootUri: string, rules: SearchRules, signal: AbortSignal): Promise<FoundData>;
  /** The files in which objectives can stand, by their canonical addresses. */
  findFiles(search: FileSearch): Promise<readonly FoundFile[]>;
  /** Whether `findFiles` would look at this path below a root, a folder's with a slash at its end. */
  searches(rootUri: string, path: string, rules: SearchRules): Promise<boolean>;
  isFolder(uri: string): Promise<boolean>;
  /** For the documents in front of the user. */
  readonly foreground: Mathematics;
  /** As `foreground`, to some two digits, for values that a slider passes. */
  readonly quick: Mathematics;
  /** Gives way to `foreground`, whose threads it shares. */
  readonly verdicts: Verdicts;
  /** For the rest of the workspace: it never makes the user wait for the foreground. */
  readonly background: Mathematics;
  /** Stands for this build of the server: another one may find something else in the same text. */
  readonly build: Promise<string>;
  storage(folderUri: string, name: string): Storage;
  /** Short, and another one for another text. */
  hash(text: string): string;
  /** A value as bytes, and back: exact for whatever an analysis holds. */
  pack(value: unknown): Uint8Array;
  unpack(bytes: Uint8Array): unknown;
  dispose(): Promise<void>;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
