/** A control with its name, and, once its value is another than the file's, the way back. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import type { PanelState } from '../../store';
import type { ControlSpec } from '../../whatIf/controlPlan';
import type { WhatIfController } from '../../whatIf/whatIfController';
import { displayText, element } from '../dom';
import { createControl } from './controls';

export interface LabelledControl {
  readonly root: HTMLElement;
  show(state: PanelState): void;
}

export function labelledControl(spec: ControlSpec, whatIf: WhatIfController): LabelledControl {
  const { key, label, meaning } = spec;
  const control = createControl(spec, (value) => whatIf.change({ [key]: value }));
  const back = element('button', {
    className: 'text-button',
    testId: `what-if-${key}-back`,
    attributes: { type: 'button' },
  });
  back.addEventListener('click', () => whatIf.forget(key));
  const root = element(
    'div',
    { className: `control ${spec.kind.type}-control`, attributes: { role: 'group', 'aria-label': label } },
    element(
      'div',
      { className: 'control-head' },
      element('span', { attributes: { title: meaning } }, label),
      back,
    ),
    control.root,
  );
  return {
    root,
    show({ source, view, whatIf: { changes, problems } }) {
      const inFile = source?.controls.find((it) => it.key === key)?.value;
      const isChanged = key in changes;
      root.classList.toggle('changed', isChanged);
      back.hidden = !isChanged;
      back.textContent = displayText(`file: ${inWords(key, source)}`);
      back.title = 'Use the value of the file again';
      control.show({
        value: isChanged ? changes[key] : inFile,
        inFile,
        marks: (view?.thresholds ?? []).filter((threshold) => threshold.key === key),
        problem: problems.find((problem) => problem.key === key) ?? null,
      });
    },
  };
}

/** The file's value in the words of the table of values. */
function inWords(key: string, source: ObjectiveView | null): string {
  return source?.parameters.find(({ name }) => name === key)?.value ?? 'none';
}
