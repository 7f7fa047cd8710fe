/** Reads a config with the data that comments in it bind, and with a guess of those that nothing binds. */
import type { NamedFiles } from './dataFiles';
import type { ConfigSyntax } from './dialects/configs/parseConfig';
import { readConfig } from './dialects/configs/readConfig';
import type { PythonSources } from './dialects/configs/targetClass';
import { withCommentBindings } from './dialects/custom/withCommentBindings';
import { withConfigGuess } from './guesses/configHints';
import type { Reading } from './reading';

/** `files` are named relative to the config. Never throws. */
export function readBoundConfig(
  syntax: ConfigSyntax,
  text: string,
  python: PythonSources,
  files: NamedFiles,
): Reading {
  const reading = withConfigGuess(readConfig(syntax, text, python), text, syntax);
  return withCommentBindings(reading, text, syntax, files);
}
