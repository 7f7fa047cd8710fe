/** Reads a notebook's code cells as one Python program, and brings what is found back to where it stands. */
import type { Span } from '../objective/definition';
import type { SourceDocument } from './languageService';
import { movedReading } from './movedReading';
import { readNotebookFile } from './parsers/notebookFile';
import { blankMagics } from './parsers/notebookMagics';
import { PlacedText } from './parsers/placedText';
import type { Reading } from './reading';

/** The cells run from top to bottom, as whoever runs them all lets them. */
export function readNotebook(
  document: Pick<SourceDocument, 'text' | 'cells'>,
  readPython: (program: string) => Reading,
): Reading {
  const program = notebookProgram(document);
  return movedReading(readPython(program.text), (span) => program.locate(span));
}

/** All code of a notebook, which knows where it stands there. */
export function notebookProgram({ text, cells }: Pick<SourceDocument, 'text' | 'cells'>): PlacedText {
  const program = new PlacedText();
  for (const cell of cells ? openCells(text, cells) : readNotebookFile(text)) {
    program.append(cell, blankMagics(cell.text));
    // A cell is a unit for Python: nothing of it continues in the next one, and no comment speaks of its first line.
    program.addOwn('\n\n');
  }
  return program;
}

function openCells(text: string, cells: readonly Span[]): PlacedText[] {
  return cells.map(({ start, end }) => {
    const cell = new PlacedText();
    cell.add(text.slice(start, end), start);
    return cell;
  });
}
