/** The one door to the webview toolkit: when it is replaced, this file is what changes. */
import {
  type Button,
  type Checkbox,
  type Dropdown,
  provideVSCodeDesignSystem,
  type RadioGroup,
  type TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeLink,
  vsCodeOption,
  vsCodeRadio,
  vsCodeRadioGroup,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { createFieldFrame, type FieldFrame } from './fieldFrame';

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodeLink(),
  vsCodeRadio(),
  vsCodeRadioGroup(),
  vsCodeTextField(),
);

export interface ButtonWidget {
  readonly root: HTMLElement;
  setLabel(label: string): void;
  setEnabled(enabled: boolean): void;
}

export function button(
  label: string,
  testId: string,
  onPress: () => void,
  appearance: 'primary' | 'secondary' = 'secondary',
): ButtonWidget {
  const root = document.createElement('vscode-button') as Button;
  root.setAttribute('appearance', appearance);
  root.dataset.testid = testId;
  root.textContent = label;
  root.addEventListener('click', () => {
    if (!root.disabled) onPress();
  });
  return {
    root,
    setLabel(text) {
      if (root.textContent !== text) root.textContent = text;
    },
    setEnabled(enabled) {
      root.disabled = !enabled;
    },
  };
}

export function link(label: string, testId: string, onPress: () => void): HTMLElement {
  const root = document.createElement('vscode-link');
  root.setAttribute('href', '#');
  root.dataset.testid = testId;
  root.textContent = label;
  root.addEventListener('click', (event) => {
    event.preventDefault();
    onPress();
  });
  return root;
}

export interface TextFieldWidget extends FieldFrame {
  value(): string;
  /** Shows a value that came from elsewhere; what is being typed is left alone. */
  show(value: string): void;
  setHint(hint: string): void;
  setEnabled(enabled: boolean): void;
}

export function textField(
  label: string,
  testId: string,
  initial: string,
  onInput: () => void,
  /** False where a label stands beside it already. */
  isLabelled = true,
  /** What stands in an empty field. */
  hint?: string,
): TextFieldWidget {
  const field = document.createElement('vscode-text-field') as TextField;
  field.dataset.testid = testId;
  field.setAttribute('size', '7');
  field.value = initial;
  if (isLabelled) field.textContent = label;
  else field.setAttribute('aria-label', label);
  if (hint !== undefined) field.placeholder = hint;
  field.addEventListener('input', onInput);
  const { root, setProblem } = createFieldFrame(field, testId);
  return {
    root,
    value: () => field.value,
    show(value) {
      if (field.value !== value && !field.contains(document.activeElement)) field.value = value;
    },
    setHint(text) {
      field.placeholder = text;
    },
    setEnabled(enabled) {
      field.disabled = !enabled;
    },
    setProblem,
  };
}

interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceWidget {
  readonly root: HTMLElement;
  select(value: string): void;
}

export function choice(
  label: string,
  testId: string,
  options: readonly ChoiceOption[],
  onChoose: (value: string) => void,
): ChoiceWidget {
  const root = document.createElement('vscode-radio-group') as RadioGroup;
  root.dataset.testid = testId;
  root.setAttribute('aria-label', label);
  return chosenFrom(root, 'vscode-radio', options, onChoose);
}

/** One of several words. */
export function dropdown(
  label: string,
  testId: string,
  options: readonly ChoiceOption[],
  onChoose: (value: string) => void,
): ChoiceWidget {
  const root = document.createElement('vscode-dropdown') as Dropdown;
  root.dataset.testid = testId;
  root.setAttribute('aria-label', label);
  return chosenFrom(root, 'vscode-option', options, onChoose);
}

function chosenFrom(
  root: RadioGroup | Dropdown,
  tag: string,
  options: readonly ChoiceOption[],
  onChoose: (value: string) => void,
): ChoiceWidget {
  for (const { value, label } of options) {
    const option = document.createElement(tag);
    option.setAttribute('value', value);
    option.textContent = label;
    root.append(option);
  }
  root.addEventListener('change', () => onChoose(root.value));
  return {
    root,
    select(value) {
      if (root.value !== value) root.value = value;
    },
  };
}

export interface CheckboxWidget {
  readonly root: HTMLElement;
  check(checked: boolean): void;
}

export function checkbox(
  label: string,
  testId: string,
  onChange: (checked: boolean) => void,
): CheckboxWidget {
  const root = document.createElement('vscode-checkbox') as Checkbox;
  root.dataset.testid = testId;
  root.textContent = label;
  let isShowing = false;
  root.addEventListener('change', () => {
    if (!isShowing) onChange(root.checked);
  });
  return {
    root,
    check(checked) {
      // The toolkit tells of a change by a program too.
      isShowing = true;
      if (root.checked !== checked) root.checked = checked;
      isShowing = false;
    },
  };
}
