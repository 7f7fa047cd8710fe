/** A field in place of a cell's text, for as long as something is typed into it. */
import { displayText, element } from '../dom';

export interface Typed {
  readonly cell: HTMLElement;
  readonly label: string;
  readonly text: string;
  readonly testId: string;
  /** Takes what was typed; answers what is wrong with it, or null. */
  commit(text: string): string | null;
  /** Shows what is wrong; null when nothing is. */
  tell(problem: string | null): void;
  /** What stood there is shown again; `byKey` where the keyboard goes on from the cell. */
  ended(byKey: boolean): void;
}

/** The words that `tell` shows are described by an element of this id. */
export function typeInto(typed: Typed, describedBy: string): void {
  const { cell, commit, tell } = typed;
  const field = element('input', {
    className: 'grid-field',
    testId: typed.testId,
    attributes: {
      type: 'text',
      'aria-label': displayText(typed.label),
      'aria-describedby': describedBy,
      spellcheck: 'false',
      autocomplete: 'off',
    },
  });
  let isOver = false;
  const end = (byKey: boolean) => {
    isOver = true;
    cell.classList.remove('typing');
    field.remove();
    typed.ended(byKey);
  };
  const take = (): boolean => {
    const problem = commit(field.value);
    tell(problem);
    field.setAttribute('aria-invalid', String(problem !== null));
    return problem === null;
  };
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter' && take()) end(true);
    if (event.key !== 'Escape') return;
    tell(null);
    end(true);
  });
  // Who leaves the field means what stands in it; what is no value is told, and the cell stays as it was.
  field.addEventListener('blur', () => {
    if (isOver) return;
    take();
    end(false);
  });
  field.value = typed.text;
  cell.classList.add('typing');
  cell.append(field);
  field.focus();
  field.setSelectionRange(typed.text.length === 1 ? 1 : 0, typed.text.length);
}
