/** A reader with the real Python grammar, loaded once for all tests of a file. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadPythonParser } from '../../src/language/parsers/python/parser';
import { EMPTY_PROJECT, type Project } from '../../src/language/project';
import { createReader } from '../../src/language/reader';
import type { Reading } from '../../src/language/reading';

const { resolve } = createRequire(import.meta.url);

export const python = await loadPythonParser({
  runtime: await readFile(resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: await readFile(resolve('tree-sitter-python/tree-sitter-python.wasm')),
});

export const reader = createReader({ python });

/** Reads a text as the file of a path. */
export function read(path: string, text: string, project: Project = EMPTY_PROJECT): Reading {
  return reader.read({ uri: `file:///${path}`, path, text }, project);
}

/** Reads one file of a workspace, with whatever other files of it the reading asks for. */
export function readIn(
  files: Readonly<Record<string, string>>,
  path: string,
  project: Project = EMPTY_PROJECT,
): Reading {
  const document = { uri: `file:///${path}`, path, text: files[path] };
  let sources: ReadonlyMap<string, string | null> = new Map();
  for (;;) {
    const reading = reader.read(document, project, undefined, sources);
    const { sourceFiles = [] } = reading;
    if (sourceFiles.every((name) => sources.has(name))) return reading;
    sources = new Map(sourceFiles.map((name) => [name, files[name] ?? null]));
  }
}
