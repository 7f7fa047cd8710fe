/** A field with room below it for what is wrong with its value. */

export interface FieldFrame {
  readonly root: HTMLElement;
  /** Null when nothing is wrong. */
  setProblem(problem: string | null): void;
}

export function createFieldFrame(field: HTMLElement, testId: string): FieldFrame {
  const problem = document.createElement('span');
  problem.className = 'field-problem';
  problem.setAttribute('role', 'alert');
  problem.dataset.testid = `${testId}-problem`;
  const root = document.createElement('div');
  root.className = 'field';
  root.append(field, problem);
  return {
    root,
    setProblem(text) {
      problem.textContent = text ?? '';
      root.classList.toggle('invalid', text !== null);
      field.setAttribute('aria-invalid', String(text !== null));
    },
  };
}
