/** Reads the training commands of shell text: each runs a script of the workspace with options of its own. */

import { type ShellCommand, shellCommands } from '../../parsers/shellCommands';
import { expanded, variablesOf } from '../../parsers/shellVariables';
import { NOTHING_READ, type Reading } from '../../reading';
import { type CommandReading, commandObjectives } from './commandObjectives';
import { flagsOf, isEvaluation } from './flags';
import { launchedScript } from './launchedScript';
import { findScript, joined } from './scriptPlaces';
import type { ScriptSurroundings } from './trainedLosses';

/** Texts without it start no program that could be read; most have none. */
const STARTS_SCRIPT = /\.py\b|\s-m\s/;

/** `path` is the document's, below the workspace root. Never throws on any text. */
export function readShell(text: string, path: string, around: ScriptSurroundings): Reading {
  if (text.length > LONGEST_SHELL || !mayStartScript(text)) return NOTHING_READ;
  const commands = shellCommands(text);
  const variables = variablesOf(commands);
  const found: CommandReading[] = [];
  let folder = '';
  for (const { words, span } of commands.slice(0, MOST_COMMANDS)) {
    const known = { span, words: words.map((word) => expanded(word, variables)) };
    folder = folderAfter(known, folder);
    if (found.length >= MOST_STARTED) break;
    found.push(...readCommand(known, text, { path, folder }, around));
  }
  return {
    ...NOTHING_READ,
    definitions: found.flatMap(({ definitions }) => definitions),
    broken: found.flatMap(({ broken }) => broken),
    findings: found.flatMap(({ findings }) => findings),
  };
}

export const mayStartScript = (text: string): boolean => STARTS_SCRIPT.test(text);

/** Longer ones are data or generated code. */
const LONGEST_SHELL = 300_000;
const LONGEST_SCRIPT = 1_000_000;

/** A text with more is no list of trainings that anyone reads. */
const MOST_COMMANDS = 5000;
/** Of these, scripts that are started: each is read with its options. */
const MOST_STARTED = 200;

/** Where the next commands run, as seen from the document; a folder that is not known counts as the same. */
function folderAfter({ words }: ShellCommand, folder: string): string {
  const place = words.findIndex(({ text }) => text === 'cd' || text === 'pushd');
  const to = place >= 0 && place < 2 ? words[place + 1] : undefined;
  return to?.isKnown ? (joined(folder, to.text) ?? '') : folder;
}

function readCommand(
  { words, span }: ShellCommand,
  text: string,
  { path, folder }: { readonly path: string; readonly folder: string },
  around: ScriptSurroundings,
): readonly CommandReading[] {
  const launched = launchedScript(words);
  const flags = launched ? flagsOf(launched.rest, text) : [];
  // Without options the script itself tells all.
  if (!launched || flags.length === 0 || isEvaluation(flags)) return [];
  const script = findScript(launched.paths, path, folder, around.sources);
  if (!script || script.text.length > LONGEST_SCRIPT) return [];
  return [commandObjectives(script, flags, { span, headSpan: launched.span }, around)];
}
