/** The controls of single values, one maker for each kind: what they show, and which changes they ask for. */
import type { Changes } from '../../../src/protocol/panelMessages';
import type { ControlSpec } from '../../whatIf/controlPlan';
import { scaleAround } from '../../whatIf/logScale';
import { checkbox, dropdown, textField } from '../../widgets';
import { element } from '../dom';
import { createClassesControl } from './classesControl';
import type { Control, OnValue } from './control';
import { readCount, readPositive } from './readNumber';
import { createSlider } from './slider';

type Value = Changes[string] | undefined;

export function createControl(spec: ControlSpec, onValue: OnValue): Control {
  switch (spec.kind.type) {
    case 'slider':
      return sliderControl(spec, spec.kind, onValue);
    case 'count':
      return countControl(spec, spec.kind, onValue);
    case 'choice':
      return choiceControl(spec, spec.kind.options, onValue);
    case 'classes':
      return createClassesControl(onValue);
    case 'views':
      return viewsControl(spec, onValue);
    case 'balance':
      return balanceControl(onValue);
  }
}

const testIdOf = (key: string) => `what-if-${key}`;

function sliderControl(
  { key, label }: ControlSpec,
  range: { readonly from: number; readonly to: number; readonly atMost?: number },
  onValue: OnValue,
): Control {
  const slider = createSlider(label, testIdOf(key), (text) => readPositive(text, range.atMost), onValue);
  return {
    root: slider.root,
    show({ value, inFile, marks, problem }) {
      const number = numberOf(value);
      const scale = scaleAround(range, [inFile, ...marks.map((mark) => mark.value)].flatMap(numbersIn));
      slider.show(number, scale, marks);
      if (problem) slider.setProblem(problem.message);
    },
  };
}

function countControl(
  { key, label }: ControlSpec,
  { least, without }: { readonly least: number; readonly without: string | null },
  onValue: OnValue,
): Control {
  const typed = () => {
    const text = field.value().trim();
    const value = text === '' && without !== null ? null : readCount(text, least);
    field.setProblem(typeof value === 'string' ? value : null);
    if (typeof value !== 'string') onValue(value);
  };
  const field = textField(label, testIdOf(key), '', typed, false, without ?? undefined);
  return {
    root: field.root,
    show({ value, problem }) {
      field.show(numberOf(value)?.toString() ?? '');
      field.setProblem(problem?.message ?? null);
    },
  };
}

function choiceControl({ key, label }: ControlSpec, options: readonly string[], onValue: OnValue): Control {
  const words = options.map((value) => ({ value, label: value.replaceAll('-', ' ') }));
  const widget = dropdown(label, testIdOf(key), words, onValue);
  return {
    root: widget.root,
    show: ({ value }) => widget.select(typeof value === 'string' ? value : options[0]),
  };
}

function viewsControl({ label }: ControlSpec, onValue: OnValue): Control {
  let shown = { count: 2, tied: true };
  const typed = () => {
    const count = readCount(field.value(), 1);
    field.setProblem(typeof count === 'string' ? count : null);
    if (typeof count === 'number') onValue({ ...shown, count });
  };
  const field = textField(label, testIdOf('views'), '', typed, false);
  const tied = checkbox('tied', testIdOf('tied'), (isTied) => onValue({ ...shown, tied: isTied }));
  return {
    root: element('div', { className: 'control-row' }, field.root, tied.root),
    show({ value, problem }) {
      shown = viewsOf(value);
      field.show(String(shown.count));
      field.setProblem(problem?.message ?? null);
      tied.check(shown.tied);
    },
  };
}

function balanceControl(onValue: OnValue): Control {
  let shown = { anchors: false, denominators: false };
  const boxes = (['anchors', 'denominators'] as const).map((part) => ({
    part,
    box: checkbox(part, testIdOf(part), (checked) => onValue({ ...shown, [part]: checked })),
  }));
  return {
    root: element('div', { className: 'control-row' }, ...boxes.map(({ box }) => box.root)),
    show({ value }) {
      const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
      shown = { anchors: isTrue(given, 'anchors'), denominators: isTrue(given, 'denominators') };
      for (const { part, box } of boxes) box.check(shown[part]);
    },
  };
}

function viewsOf(value: Value): { count: number; tied: boolean } {
  if (typeof value === 'number') return { count: value, tied: true };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { count: 2, tied: true };
  const { count } = value as { readonly count?: unknown };
  return { count: typeof count === 'number' ? count : 2, tied: !('tied' in value) || isTrue(value, 'tied') };
}

const isTrue = (value: object, key: string) => (value as Record<string, unknown>)[key] === true;
const numberOf = (value: Value) => (typeof value === 'number' ? value : null);
const numbersIn = (value: Value) => (typeof value === 'number' ? [value] : []);
