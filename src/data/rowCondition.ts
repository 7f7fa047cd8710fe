/** Which rows of a table count: those whose columns hold what was asked for. */
import { numberOf, showCell, textOf } from './cells';
import { UnreadableData } from './dataReading';
import type { Condition } from './dataRequest';
import type { Column } from './dataTable';

/** Values that a message shows. */
const SHOWN = 6;

/** Values whose answer is remembered. */
const MOST_REMEMBERED = 1000;

/** One condition; it remembers what it saw, for the case that nothing fits. */
export class RowCondition {
  private readonly answers = new Map<unknown, boolean>();
  private readonly seen = new Set<string>();
  /** Rows that it left out. */
  leftOut = 0;

  constructor(private readonly condition: Condition) {}

  accepts(column: Column, row: number): boolean {
    if (column.kind === 'vectors') throw this.noSingleValues();
    const cell: unknown = column.cells[row];
    const known = this.answers.get(cell);
    const answer = known ?? this.decide(cell);
    // Few values mean few entries; where all differ nothing is gained by keeping them.
    if (known === undefined && this.answers.size < MOST_REMEMBERED) this.answers.set(cell, answer);
    if (!answer) this.leftOut++;
    return answer;
  }

  private decide(cell: unknown): boolean {
    const text = textOf(cell);
    if (text === undefined) throw this.noSingleValues();
    if (this.seen.size <= SHOWN) this.seen.add(showCell(text ?? ''));
    if (text === null) return false;
    return this.condition.anyOf.some((wanted) => {
      if (typeof wanted === 'number') return numberOf(cell) === wanted;
      return typeof wanted === 'boolean' ? text.toLowerCase() === String(wanted) : text === wanted;
    });
  }

  private noSingleValues(): UnreadableData {
    return new UnreadableData(
      `\`${this.condition.column}\` in it has a list in each row, where \`where\` needs single values`,
    );
  }

  /** "not `split` = train". */
  get words(): string {
    return `not \`${this.condition.column}\` = ${this.condition.anyOf.join(' or ')}`;
  }

  /** Said when no row is left. */
  get nothingFits(): string {
    const values = [...this.seen];
    const shown = values.slice(0, SHOWN).join(', ') + (values.length > SHOWN ? ' and others' : '');
    return `no row has \`${this.condition.column}\` = ${this.condition.anyOf.join(' or ')}: it holds ${shown}`;
  }
}
