/** Which of some names a file's text holds: every loss of the file asks, and the whole text is searched once. */
import type { PythonFile } from '../../../parsers/python/file';

export type MentionedNames = (file: Pick<PythonFile, 'text'>) => readonly string[];

export function mentionedNames(names: readonly string[]): MentionedNames {
  const known = new WeakMap<object, { readonly text: string; readonly found: readonly string[] }>();
  return (file) => {
    const { text } = file;
    const kept = known.get(file);
    if (kept?.text === text) return kept.found;
    const found = names.filter((name) => text.includes(name));
    known.set(file, { text, found });
    return found;
  };
}
