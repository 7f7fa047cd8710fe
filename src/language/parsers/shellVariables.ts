/** Variables that a shell script sets once to a text: `TEMP=0.1`, and words with such variables in them. */
import type { ShellCommand, ShellWord } from './shellCommands';

/** Null for a variable that may hold several things. */
export type ShellVariables = ReadonlyMap<string, string | null>;

const ASSIGNMENT = /^([A-Za-z_]\w*)(\+?)=([\s\S]*)$/;
const DECLARES = /^(?:export|local|declare|readonly|typeset)$/;
const SET_BY_RUNNING = /^(?:for|read|select|mapfile|getopts)$/;

export function variablesOf(commands: readonly ShellCommand[]): ShellVariables {
  const values = new Map<string, string | null>();
  const set = (name: string, value: string | null) =>
    values.set(name, !values.has(name) || values.get(name) === value ? value : null);
  for (const { words } of commands) {
    const own = words.filter(({ text }) => !DECLARES.test(text));
    const loop = own.findIndex(({ text }) => SET_BY_RUNNING.test(text));
    if (loop >= 0) for (const { text } of own.slice(loop + 1)) set(text, null);
    const assigned = own.map((word) => ({ word, found: ASSIGNMENT.exec(word.text) }));
    // Before a command they hold for that command alone.
    if (!assigned.every(({ found }) => found)) continue;
    for (const { word, found } of assigned)
      if (found) set(found[1], word.isKnown && found[2] === '' ? found[3] : null);
  }
  return values;
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

/** The word with its variables in place, known when all of them are. */
export function expanded(word: ShellWord, variables: ShellVariables): ShellWord {
  if (word.isKnown) return word;
  const text = word.text.replace(VARIABLE, (written, plain?: string, braced?: string) => {
    return variables.get(plain ?? braced ?? '') ?? written;
  });
  return { ...word, text, isKnown: !/[$`]/.test(text) };
}
