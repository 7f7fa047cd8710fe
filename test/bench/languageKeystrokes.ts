/** Types a line into the middle of a training script, letter by letter, and measures each letter. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataFilesBelow } from '../../src/data/openDataFile';
import { analyze } from '../../src/geometry/analyze';
import { createLanguageService } from '../../src/language/createLanguageService';
import type { DocumentAnalysis } from '../../src/language/languageService';
import { loadPythonParser } from '../../src/language/parsers/python/parser';
import { EMPTY_PROJECT } from '../../src/language/project';
import { createReader } from '../../src/language/reader';
import { MeasuredServer } from './languageServer';
import { scriptOfLines } from './languageWorkspace';

/** With brackets that stay open for a while, and a string: half-typed code costs more than whole code. */
const TYPED =
  '    total = compute(loss, [weights[k] for k in range(3)], name="sum of all") * scale  # as before\n';

export interface Keystrokes {
  /** Of each keystroke, after a first half that warms up. */
  readonly seconds: readonly number[];
  /** Of the processor, for one keystroke of them. */
  readonly processorSeconds: number;
}

/** From a changed text to its findings: parsed anew where it changed, read, and judged by analyses that are known. */
export async function typeIntoService(programs: string, lines: number, folder: string): Promise<Keystrokes> {
  const [runtime, grammar] = await Promise.all(
    ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'].map((file) => readFile(join(programs, file))),
  );
  const service = createLanguageService(
    createReader({ python: await loadPythonParser({ runtime, grammar }) }),
  );
  const { before, after } = halves(lines);
  const seconds: number[] = [];
  let previous: DocumentAnalysis | null = null;
  let used = process.cpuUsage();
  for (const typed of beginnings()) {
    if (seconds.length === TYPED.length) used = process.cpuUsage();
    const text = before + typed + after;
    const begin = performance.now();
    previous = await service.analyze(
      { uri: 'file:///bench/train.py', path: 'train.py', text },
      {
        project: EMPTY_PROJECT,
        settings: { severity: {} },
        mathematics: async (definition) => analyze(definition),
        openDataFile: dataFilesBelow(folder),
        previous,
        signal: new AbortController().signal,
      },
    );
    seconds.push((performance.now() - begin) / 1000);
    if (previous.objectives.length < 2) throw new Error(`An objective was lost after: ${typed}`);
  }
  const { user, system } = process.cpuUsage(used);
  return { seconds: seconds.slice(TYPED.length), processorSeconds: (user + system) / 1e6 / TYPED.length };
}

/** The same from the end of the typing pause to the message with the diagnostics. */
export async function typeIntoServer(programs: string, lines: number, workspace: string, storage: string) {
  const { before, after } = halves(lines);
  const server = await MeasuredServer.start({ programs, workspace, storage, scope: 'openFiles' });
  const uri = pathToFileURL(join(workspace, 'train.py')).href;
  await server.open(uri, before + after);
  const firstLine = before.split('\n').length - 1;
  const seconds: number[] = [];
  let version = 1;
  for (let round = 0; round < 2; round++)
    for (let at = 0; at < TYPED.length; at++)
      seconds.push(await server.keystroke(uri, ++version, firstLine + round, at, TYPED[at]));
  const { megabytes } = await server.stop();
  return { seconds: seconds.slice(TYPED.length), megabytes };
}

/** Two lines, of which the first warms up. */
function* beginnings(): Generator<string> {
  for (let length = 1; length <= 2 * TYPED.length; length++) yield (TYPED + TYPED).slice(0, length);
}

/** The text around a line inside the loop that trains. */
function halves(lines: number): { before: string; after: string } {
  const text = scriptOfLines(lines);
  const at = text.indexOf('        optimizer.zero_grad()');
  return { before: text.slice(0, at), after: text.slice(at) };
}
