/** Finds places in the examples by their text, so that a comment added above moves no test. */

/** Of the key under `objectives:` that names an objective. */
export function headLineOf(text: string, objective: string): number {
  const index = text.split('\n').findIndex((line) => line.startsWith(`  ${objective}:`));
  if (index < 0) throw new Error(`No objective is named ${objective}.`);
  return index + 1;
}

/** The number, from 1, of the only or first line that holds `words`. */
export function lineOf(text: string, words: string): number {
  const index = text.split('\n').findIndex((line) => line.includes(words));
  if (index < 0) throw new Error(`No line holds “${words}”.`);
  return index + 1;
}
