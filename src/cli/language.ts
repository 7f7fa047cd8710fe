/** The language service of the command line, with the mathematics on the only thread there is. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyze } from '../geometry/analyze';
import { createLanguageService } from '../language/createLanguageService';
import type { LanguageService, Mathematics } from '../language/languageService';
import { loadPythonParser } from '../language/parsers/pythonParser';
import { createReader } from '../language/reader';

/** Loads the grammars that stand beside the bundle. */
export async function loadLanguage(wasmFolder: string): Promise<LanguageService> {
  const [runtime, grammar] = await Promise.all(
    ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'].map((name) => readFile(join(wasmFolder, name))),
  );
  return createLanguageService(createReader({ python: await loadPythonParser({ runtime, grammar }) }));
}

/** Each objective may take so many seconds; then it answers with what it has, and says so. */
export function mathematicsWithin(seconds: number | null): Mathematics {
  return async (definition) => {
    if (seconds === null) return analyze(definition);
    const end = performance.now() + 1000 * seconds;
    return analyze(definition, { interrupt: { isRaised: () => performance.now() > end } });
  };
}
