/**
 * What the parser is given in place of a text with very many comment lines in a row: the grammar's scanner looks through all
 * that follow at each of them, so that ten thousand would take seconds and a hundred thousand minutes.
 */
import { commentsOf } from '../comments';

/** More than any licence has, and few enough to be scanned unnoticed. */
const MOST_IN_A_ROW = 400;

/** The same text, at the same places, with blanks for the comments that have a line to themselves. */
export function withoutCommentRuns(text: string): string {
  if (!hasCommentRun(text)) return text;
  const parts: string[] = [];
  let end = 0;
  for (const { span, alone } of commentsOf(text, 'python')) {
    if (!alone) continue;
    parts.push(text.slice(end, span.start), ' '.repeat(span.end - span.start));
    end = span.end;
  }
  return parts.join('') + text.slice(end);
}

/** Lines that look like comments, also in strings: finding out costs more than nearly all texts need. */
function hasCommentRun(text: string): boolean {
  let run = 0;
  for (let start = 0; start < text.length && run <= MOST_IN_A_ROW; ) {
    let at = start;
    while (text[at] === ' ' || text[at] === '\t') at++;
    run = text[at] === '#' ? run + 1 : 0;
    const lineBreak = text.indexOf('\n', at);
    start = lineBreak < 0 ? text.length : lineBreak + 1;
  }
  return run > MOST_IN_A_ROW;
}
