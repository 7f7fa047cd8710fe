/** Whether a text is worth parsing: most of a workspace names no loss at all, and is told by its words alone. */
import { mayBeLoss } from './candidates';
import { LOSS_NAMES } from './dialects';
import { mayBuildModel } from './writtenOut/modelClass';
import { mayScale } from './writtenOut/scaling';

/** A part of every name that is looked for; searching for it is many times faster than for the names. */
const MARK =
  /[Ll]oss|LOSS|[Cc]riteri|CRITERI|NCE|nce_|_nce|X[eE]nt|xent|NTX|ontrast|ContrastiveHead|MoCoV3Head|Moco_v2|[Ss]up_?[Cc]on|CLR|DCL|KCL|SCL|globals|MODELS/g;

export function mayHoldLoss(text: string): boolean {
  return firstLoss(text) !== null || mayScale(text) || mayBuildModel(text);
}

/** The first place of a name that makes a text worth parsing. */
export const firstMention = (text: string): number => firstLoss(text) ?? 0;

function firstLoss(text: string): number | null {
  MARK.lastIndex = 0;
  for (let found = MARK.exec(text); found; found = MARK.exec(text)) {
    const start = wordStart(text, found.index);
    const end = wordEnd(text, found.index);
    const word = text.slice(start, end);
    if (LOSS_NAMES.has(word) || isUsed(word, text, start, end)) return start;
    MARK.lastIndex = Math.max(end, MARK.lastIndex);
  }
  return null;
}

/** Called, or asked for something by its name: `LOSSES[name]`, `LOSSES.get(name)`, `globals()[name]`. */
function isUsed(word: string, text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + LONGEST_GAP);
  const line = lineBefore(text, start);
  // Its module gives out losses, or a class is derived from it.
  if (/^\s+import\b/.test(after) && /^\s*from\s/.test(line)) return true;
  if (/^\s*[,)]/.test(after) && /^\s*class\s+\w+\s*\(/.test(line) && mayBeLoss(word)) return true;
  if (word === 'globals') return /^\(\s*\)\s*\[/.test(after);
  if (word === 'MODELS') return /^\.build\(/.test(after);
  if (BUILDER.test(word)) return /^\s*\(/.test(after) && !/def\s+$/.test(line);
  if (/^\s*\(/.test(after))
    return mayBeLoss(word) && !/(?:def|class)\s+$/.test(text.slice(Math.max(0, start - 7), start));
  return /^\s*(?:\[|\.get\(|\.build\()/.test(after) && /loss|criteri/i.test(word);
}

const BUILDER = /^(?:build|create|make|get)_(?:loss|criterion)/;

/** Characters of a line before the name that are looked at. */
const LONGEST_HEAD = 120;

function lineBefore(text: string, start: number): string {
  const head = text.slice(Math.max(0, start - LONGEST_HEAD), start);
  return head.slice(head.lastIndexOf('\n') + 1);
}

/** Characters between a name and its bracket. */
const LONGEST_GAP = 20;

const isWord = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code > 127;

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isWord(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  return end;
}
