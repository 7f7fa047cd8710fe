/** Finds the fenced code of a Markdown text, and where each character of it stands there. */
import { PlacedText } from './placedText';

export interface Fence {
  /** The first word behind the opening fence, in lower case: `python`, `bash`, or nothing. */
  readonly language: string;
  /** Without the indentation that the fence itself has, as inside of a list. */
  readonly code: PlacedText;
}

const SHELL = /^(?:|sh|bash|shell|zsh|console|shell-session|shellscript|terminal|text|txt|cmd)$/;
const PYTHON = /^(?:python\d?|py|pycon|ipython\d?|python-repl)$/;

/** What the code is; null for what neither trains nor builds a loss. Code of no named language is typed into a shell. */
export function readAs({ language }: Fence): 'python' | 'shell' | null {
  if (PYTHON.test(language)) return 'python';
  return SHELL.test(language) ? 'shell' : null;
}

const OPENING =
  /^([ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})[ \t]*\{?\.?([\w+-]*)([^\r\n]*)$/;

/** In the order of the text. A fence that is never closed ends with the text. */
export function fencesOf(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { fence: Fence; mark: string; indent: number } | null = null;
  let isHidden = false;
  for (const { line, start } of linesOf(text)) {
    if (open) {
      if (closes(line, open.mark)) open = null;
      else addLine(open.fence.code, line, start, open.indent);
      continue;
    }
    // What stands in an HTML comment nobody sees.
    const wasHidden = isHidden;
    isHidden = commentAfter(line, isHidden);
    const opening = wasHidden || isHidden || !/`{3}|~{3}/.test(line) ? null : OPENING.exec(line);
    // Behind backticks on one line more of them are inline code.
    if (!opening || (opening[2].startsWith('`') && opening[4].includes('`'))) continue;
    const fence = { language: opening[3].toLowerCase(), code: new PlacedText() };
    open = { fence, mark: opening[2], indent: opening[1].length };
    fences.push(fence);
  }
  return fences;
}

function* linesOf(text: string): Generator<{ line: string; start: number }> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    yield { line: text.slice(start, end < 0 ? next : end).replace(/\r$/, ''), start };
    start = next;
  }
}

function closes(line: string, mark: string): boolean {
  const closing = line.replace(/^[\s>]*/, '').trimEnd();
  return closing.length >= mark.length && closing === mark[0].repeat(closing.length);
}

function addLine(code: PlacedText, line: string, start: number, indent: number): void {
  const lead = /^[\s>]*/.exec(line.slice(0, indent))?.[0].length ?? 0;
  code.add(line.slice(lead), start + lead);
  // The line break stands in the other text too, but at its end only: own characters keep one width everywhere.
  code.addOwn('\n');
}

/** Whether an HTML comment is still open behind a line. */
function commentAfter(line: string, isOpen: boolean): boolean {
  const opened = line.lastIndexOf('<!--');
  const closed = line.lastIndexOf('-->');
  return opened > closed || (isOpen && closed < 0);
}
