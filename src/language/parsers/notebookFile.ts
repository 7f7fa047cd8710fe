/** Finds the code of a notebook file (.ipynb) and where each character of it stands in the JSON; outputs are not read. */
import { createScanner, type JSONScanner } from 'jsonc-parser';
import { PlacedText } from './placedText';

/** The code cells in their order; none when the notebook runs another language than Python. */
export function readNotebookFile(text: string): readonly PlacedText[] {
  const walk = new NotebookWalk(text);
  walk.run();
  return walk.cells.filter(({ isPython }) => isPython && walk.language === 'python').map(({ code }) => code);
}

interface Cell {
  /** Until something says otherwise: of a cell and of a whole notebook. */
  isPython: boolean;
  readonly code: PlacedText;
}

interface Level {
  readonly kind: 'object' | 'array';
  /** Of an object: the last key. */
  key: string;
}

/** Keys from the root to a value, arrays not counted, under which something is read. */
const READ_BELOW = 5;

/** Goes through the JSON token by token, without recursion, and without keeping what it does not need. */
class NotebookWalk {
  readonly cells: Cell[] = [];
  language = 'python';
  private readonly levels: Level[] = [];
  private expectsKey = false;

  constructor(private readonly text: string) {}

  run(): void {
    const scanner = createScanner(this.text, true);
    for (scanner.scan(); scanner.getTokenOffset() < this.text.length; scanner.scan()) this.take(scanner);
  }

  private take(scanner: JSONScanner): void {
    const level = this.levels.at(-1);
    switch (this.text[scanner.getTokenOffset()]) {
      case '{':
        this.open('object');
        return;
      case '[':
        this.open('array');
        return;
      case '}':
      case ']':
        this.levels.pop();
        this.expectsKey = false;
        return;
      case ',':
        this.expectsKey = level?.kind === 'object';
        return;
      case '"':
        if (level && this.expectsKey) level.key = scanner.getTokenValue();
        else if (level && this.levels.length <= READ_BELOW) this.takeValue(scanner);
        this.expectsKey = false;
    }
  }

  private open(kind: Level['kind']): void {
    this.levels.push({ kind, key: '' });
    this.expectsKey = kind === 'object';
    if (kind === 'object' && this.levels.length === 3 && this.path() === 'cells.')
      this.cells.push({ isPython: true, code: new PlacedText() });
  }

  private takeValue(scanner: JSONScanner): void {
    const cell = this.cells.at(-1);
    switch (this.path()) {
      case 'metadata.kernelspec.language':
      case 'metadata.language_info.name':
        this.language = scanner.getTokenValue().toLowerCase();
        break;
      case 'cells.cell_type':
        if (cell && scanner.getTokenValue() !== 'code') cell.isPython = false;
        break;
      case 'cells.metadata.vscode.languageId':
        if (cell && scanner.getTokenValue() !== 'python') cell.isPython = false;
        break;
      case 'cells.source':
        cell?.code.addJsonString(this.text, scanner.getTokenOffset(), scanner.getTokenLength());
    }
  }

  private path(): string {
    return this.levels
      .filter(({ kind }) => kind === 'object')
      .map(({ key }) => key)
      .join('.');
  }
}
