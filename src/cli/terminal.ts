/** What a terminal is sent: colours where they are wanted, and nothing that a file could smuggle in. */

const CODES = { red: 31, green: 32, yellow: 33, cyan: 36, grey: 90 } as const;
export type Colour = keyof typeof CODES;
export type Paint = (colour: Colour, text: string) => string;

/** Colours on a terminal, unless NO_COLOR holds anything (https://no-color.org). */
export function createPaint(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const coloured = isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return (colour, text) => (coloured ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);
}

/** Text from files without control characters: names and paths must not move the cursor or hide a line. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}
