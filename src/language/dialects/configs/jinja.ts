/** Lets templates of configs be read: what Jinja fills in is unknown, and every other character keeps its place. */

/** The same length: an expression becomes a word that nothing else is, a statement or comment becomes blanks. */
export function maskJinja(text: string): string {
  if (!/\{[{%#]/.test(text)) return text;
  return text
    .replace(/\{\{[^{}\n]*\}\}/g, (expression) => FILLER.repeat(expression.length))
    .replace(/\{[%#][^{}\n]*[%#]\}/g, (statement) => ' '.repeat(statement.length));
}

/** A letter of no script in use. */
const FILLER = '\uE000';

/** Whether a value holds what Jinja fills in. */
export const isTemplated = (value: string) => value.includes(FILLER);
