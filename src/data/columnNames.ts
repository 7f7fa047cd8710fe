/** The names that the first line of a text table gives its columns. */

/** Characters of a first line; a longer one names nothing that a person would choose among. */
const LONGEST_LINE = 100_000;

/** Empty where the file is no text table, or its first line holds numbers. `path` tells the format. */
export function columnNames(path: string, bytes: Uint8Array): readonly string[] {
  const ending = /\.([^./]*)$/.exec(path)?.[1].toLowerCase();
  if (ending !== 'csv' && ending !== 'tsv') return [];
  const start = new TextDecoder().decode(bytes.subarray(0, LONGEST_LINE));
  const line = start.split(/\r\n|\n|\r/).find((one) => one.trim() !== '' && !one.trimStart().startsWith('#'));
  if (line === undefined) return [];
  const delimiter =
    ending === 'tsv' ? '\t' : ([',', ';', '\t'].find((candidate) => line.includes(candidate)) ?? ',');
  const names = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return names.some((name) => name !== '' && Number.isNaN(Number(name))) ? names : [];
}
