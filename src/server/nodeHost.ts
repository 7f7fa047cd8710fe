/** The server's host on Node: files of the disk, grammars and worker threads from beside the bundle. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { findDataBelow } from '../data/candidateFiles';
import { createDisk } from '../data/disk';
import { dataFilesBelow } from '../data/openDataFile';
import { createLanguageService } from '../language/createLanguageService';
import type { LanguageService } from '../language/languageService';
import { loadPythonParser } from '../language/parsers/pythonParser';
import { createReader } from '../language/reader';
import { createAnalysisPool } from './analysisPool';
import type { Log, ServerHost } from './host';
import { PATIENCE, pooledMathematics, pooledVerdicts } from './mathematics';
import { dataFileNames } from './nodeDataNames';
import { findWorkspaceFiles, isWorkspaceFolder, searchesWorkspace } from './nodeFiles';
import { nodeStorage } from './nodeStorage';
import { contentHash, createTextReader } from './nodeTexts';

/** `assets` is the folder of the worker's bundle and the grammars. */
export function createNodeHost(assets: string, log: Log): ServerHost {
  const spawn = () => new Worker(join(assets, 'worker.js'));
  // One thread stays free for the editor itself.
  const foreground = createAnalysisPool(Math.max(1, Math.min(3, availableParallelism() - 1)), spawn);
  const background = createAnalysisPool(1, spawn);
  const disk = createDisk();
  return {
    language: loadLanguage(assets),
    readText: createTextReader(disk),
    dataFiles: (rootUri) => dataFilesBelow(fileURLToPath(rootUri), disk),
    dataFileNames,
    findData: (rootUri, rules, signal) => findDataBelow(fileURLToPath(rootUri), rules, signal),
    findFiles: (search) => findWorkspaceFiles(search, log),
    searches: searchesWorkspace,
    isFolder: isWorkspaceFolder,
    foreground: pooledMathematics(foreground, log),
    quick: pooledMathematics(foreground, log, PATIENCE, 'quick'),
    verdicts: pooledVerdicts(foreground, log),
    background: pooledMathematics(background, log),
    build: hashOfBuild(assets),
    storage: nodeStorage,
    hash: contentHash,
    pack: serialize,
    unpack: deserialize,
    dispose: async () => {
      await Promise.all([foreground.dispose(), background.dispose()]);
    },
  };
}

const GRAMMARS = ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'];

/** Of all that decides what is found in a text: a version number would not tell two builds of one day apart. */
async function hashOfBuild(assets: string): Promise<string> {
  const files = ['server.js', 'worker.js', ...GRAMMARS];
  const contents = await Promise.all(files.map((file) => readFile(join(assets, file))));
  return contentHash(contents.map(contentHash).join());
}

async function loadLanguage(assets: string): Promise<LanguageService> {
  const [runtime, grammar] = await Promise.all(GRAMMARS.map((file) => readFile(join(assets, file))));
  return createLanguageService(createReader({ python: await loadPythonParser({ runtime, grammar }) }));
}
