/** Takes IPython's own commands out of a cell, so that what stays is Python with every character at its place. */

/** Cell magics whose body runs as this notebook's Python; the bodies of all others are something else. */
const PYTHON_BODIES = new Set(['time', 'timeit', 'capture', 'prun', 'lprun', 'memit', 'mprun', 'debug']);

/** `%cmd`, `!cmd`, `?name`, `name?` at the beginning of a statement, with the lines that a backslash continues. */
const COMMAND = /[ \t]*(?:[%!?](?:\\\r?\n|[^\n])*|[\w.*]+\?{1,2}[ \t]*(?=\r?\n|$))/y;

/** `files = !ls`: Python has no such operators behind an equals sign. */
const ASSIGNED_COMMAND = /[^\n#=]*=[ \t]*([!%](?:\\\r?\n|[^\n])*)/y;

/** Text in which line ends and brackets mean nothing, brackets, and line ends. */
const TOKEN =
  /"""(?:\\[\s\S]|[^\\])*?(?:"""|$)|'''(?:\\[\s\S]|[^\\])*?(?:'''|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|#[^\n]*|\\\r?\n|[([{]|[)\]}]|\n/g;

/** The same number of characters, line ends at the same places. */
export function blankMagics(cell: string): string {
  const cellMagic = /^\s*%%[ \t]*(\w+)/.exec(cell);
  if (cellMagic && !PYTHON_BODIES.has(cellMagic[1])) return blank(cell);
  if (!/[%!?]/.test(cell)) return cell;
  let python = '';
  for (let at = 0; at < cell.length; ) {
    const command = matchAt(COMMAND, cell, at);
    const assigned = command ? null : matchAt(ASSIGNED_COMMAND, cell, at);
    if (command) python += blank(command[0]);
    else if (assigned) python += withUnknown(assigned[0], assigned[1].length);
    const end = command || assigned ? python.length : at;
    const next = command || assigned ? lineEnd(cell, end) : statementEnd(cell, at);
    python += cell.slice(end, next);
    at = next;
  }
  return python;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');

/** What a command gives is not known: a name stands for it that nothing binds. */
function withUnknown(assignment: string, commandLength: number): string {
  const kept = assignment.length - commandLength;
  return `${assignment.slice(0, kept)}_${blank(assignment.slice(kept + 1))}`;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Where the statement that begins at an offset has ended: behind a line end outside of brackets and strings. */
function statementEnd(text: string, at: number): number {
  let depth = 0;
  TOKEN.lastIndex = at;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    if ('([{'.includes(token[0])) depth++;
    else if (')]}'.includes(token[0])) depth--;
    else if (token[0] === '\n' && depth <= 0) return TOKEN.lastIndex;
  }
  return text.length;
}
