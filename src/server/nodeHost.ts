/** The server's host on Node: files of the disk, grammars and worker threads from beside the bundle. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { dataFilesBelow } from '../data/openDataFile';
import { isSearched } from '../data/workspaceFiles';
import { createLanguageService } from '../language/createLanguageService';
import type { LanguageService } from '../language/languageService';
import { loadPythonParser } from '../language/parsers/pythonParser';
import { createReader } from '../language/reader';
import { createAnalysisPool } from './analysisPool';
import type { Log, ServerHost } from './host';
import { pooledMathematics } from './mathematics';
import { findWorkspaceFiles, isWorkspaceFolder, readWorkspaceText } from './nodeFiles';

/** `assets` is the folder of the worker's bundle and the grammars. */
export function createNodeHost(assets: string, log: Log): ServerHost {
  const spawn = () => new Worker(join(assets, 'worker.js'));
  // One thread stays free for the editor itself.
  const foreground = createAnalysisPool(Math.max(1, Math.min(3, availableParallelism() - 1)), spawn);
  const background = createAnalysisPool(1, spawn);
  return {
    language: loadLanguage(assets),
    readText: readWorkspaceText,
    dataFiles: (rootUri) => dataFilesBelow(fileURLToPath(rootUri)),
    findFiles: (search) => findWorkspaceFiles(search, log),
    searches: isSearched,
    isFolder: isWorkspaceFolder,
    foreground: pooledMathematics(foreground, log),
    background: pooledMathematics(background, log),
    dispose: async () => {
      await Promise.all([foreground.dispose(), background.dispose()]);
    },
  };
}

async function loadLanguage(assets: string): Promise<LanguageService> {
  const [runtime, grammar] = await Promise.all(
    ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'].map((file) => readFile(join(assets, file))),
  );
  return createLanguageService(createReader({ python: await loadPythonParser({ runtime, grammar }) }));
}
