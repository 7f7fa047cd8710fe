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
  readPython: (program: string, where: { readonly lineAt: (offset: number) => string }) => Reading,
): Reading {
  const cells = cellsOf(document);
  const program = programOf(cells);
  const lengths = cells.map(({ text }) => text.length + BETWEEN.length);
  const lineAt = (offset: number) => lineInCells(program.text, lengths, offset);
  return movedReading(readPython(program.text, { lineAt }), (span) => program.locate(span));
}

/** The line of an offset, as its reader would look for it. */
function lineInCells(text: string, lengths: readonly number[], offset: number): string {
  let [start, cell] = [0, 0];
  while (cell < lengths.length - 1 && offset >= start + lengths[cell]) start += lengths[cell++];
  return `line ${text.slice(start, offset).split('\n').length} of code cell ${cell + 1}`;
}

/** A cell is a unit for Python: nothing of it continues in the next one, and no comment speaks of its first line. */
const BETWEEN = '\n\n';

const cellsOf = ({ text, cells }: Pick<SourceDocument, 'text' | 'cells'>) =>
  cells ? openCells(text, cells) : readNotebookFile(text);

/** All code of a notebook, which knows where it stands there. */
export const notebookProgram = (document: Pick<SourceDocument, 'text' | 'cells'>): PlacedText =>
  programOf(cellsOf(document));

function programOf(cells: readonly PlacedText[]): PlacedText {
  const program = new PlacedText();
  for (const cell of cells) {
    program.append(cell, blankMagics(cell.text));
    program.addOwn(BETWEEN);
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
