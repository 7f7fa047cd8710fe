/** Reads the fenced code of Markdown: training commands, and Python, each piece for itself. Prose is never read. */
import { joinedReading } from '../../joinedReading';
import { movedReading } from '../../movedReading';
import { type Fence, fencesOf, readAs } from '../../parsers/markdownFences';
import type { PlacedText } from '../../parsers/placedText';
import { withoutPrompts } from '../../parsers/pythonPrompts';
import { NOTHING_READ, type Reading } from '../../reading';
import { mayHoldLoss } from '../python/mentions';
import { mayStartScript, readShell } from './readShell';
import type { ScriptSurroundings } from './trainedLosses';

/** `readPython` reads one piece of Python at the document's place. Never throws on any text. */
export function readMarkdown(
  text: string,
  path: string,
  around: ScriptSurroundings,
  readPython: (code: string) => Reading,
): Reading {
  if (!mayStartScript(text) && !mayHoldLoss(text)) return NOTHING_READ;
  const readings = fencesOf(text).map((fence) => readFence(fence, path, around, readPython));
  return joinedReading(NOTHING_READ, readings);
}

function readFence(
  fence: Fence,
  path: string,
  around: ScriptSurroundings,
  readPython: (code: string) => Reading,
): Reading {
  switch (readAs(fence)) {
    case 'python':
      return placed(withoutPrompts(fence.code), readPython);
    case 'shell':
      return placed(fence.code, (shell) => readShell(shell, path, around));
    default:
      return NOTHING_READ;
  }
}

function placed(code: PlacedText, read: (code: string) => Reading): Reading {
  return movedReading(read(code.text), (span) => code.locate(span));
}
