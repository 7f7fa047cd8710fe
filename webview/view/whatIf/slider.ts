/** A slider for positive numbers, with the field for exact ones beside it and thresholds marked below. */
import { type LogScale, STEPS } from '../../whatIf/logScale';
import { textField } from '../../widgets';
import { element } from '../dom';

export interface Mark {
  readonly value: number;
  /** `τ*`, for what the mark stands in few letters. */
  readonly label: string;
  /** The same in a sentence. */
  readonly meaning: string;
}

export interface Slider {
  readonly root: HTMLElement;
  show(value: number | null, scale: LogScale, marks: readonly Mark[]): void;
  setProblem(problem: string | null): void;
}

export function createSlider(
  label: string,
  testId: string,
  read: (text: string) => number | string,
  onValue: (value: number) => void,
): Slider {
  let scale: LogScale | null = null;
  const range = element('input', {
    className: 'slider',
    testId: `${testId}-slider`,
    attributes: { type: 'range', min: '0', max: String(STEPS), step: '1', 'aria-label': label },
  });
  const typed = () => {
    const value = read(field.value());
    field.setProblem(typeof value === 'string' ? value : null);
    if (typeof value === 'number') onValue(value);
  };
  const field = textField(label, testId, '', typed, false);
  const marked = element('div', { className: 'slider-marks' });
  const kept: MarkButton[] = [];
  /** Buttons stay while their marks move: whoever has pressed one by the keyboard is still on it. */
  const showMarks = (marks: readonly Mark[], on: LogScale) => {
    for (const { root } of kept.splice(marks.length)) root.remove();
    for (const [place, mark] of marks.entries()) {
      if (place === kept.length) marked.append(kept[kept.push(createMark(onValue)) - 1].root);
      kept[place].show(mark, on);
    }
  };
  range.addEventListener('input', () => {
    if (scale === null) return;
    field.setProblem(null);
    onValue(scale.value(Number(range.value)));
  });
  return {
    root: element(
      'div',
      { className: 'slider-line' },
      element('div', { className: 'slider-track' }, range, marked),
      field.root,
    ),
    show(value, next, marks) {
      scale = next;
      field.show(value === null ? '' : String(value));
      const position = value === null ? STEPS / 2 : next.position(value);
      range.value = String(position);
      range.style.setProperty('--filled', `${(100 * position) / STEPS}%`);
      range.setAttribute('aria-valuetext', value === null ? 'not known' : String(value));
      showMarks(marks, next);
    },
    setProblem: (problem) => field.setProblem(problem),
  };
}

interface MarkButton {
  readonly root: HTMLElement;
  show(mark: Mark, scale: LogScale): void;
}

function createMark(onValue: (value: number) => void): MarkButton {
  const root = element('button', { className: 'slider-mark', attributes: { type: 'button' } });
  let shown: Mark | null = null;
  root.addEventListener('click', () => {
    if (shown !== null) onValue(shown.value);
  });
  return {
    root,
    show(mark, scale) {
      shown = mark;
      root.textContent = mark.label;
      root.title = mark.meaning;
      root.setAttribute('aria-label', mark.meaning);
      root.style.setProperty('--at', String(scale.position(mark.value) / STEPS));
    },
  };
}
