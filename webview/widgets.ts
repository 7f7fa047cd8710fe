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

export interface TextFieldWidget {
  readonly root: HTMLElement;
  value(): string;
  /** Shows a value that came from elsewhere; what is being typed is left alone. */
  show(value: string): void;
  setHint(hint: string): void;
  setEnabled(enabled: boolean): void;
  /** Shows what is wrong beside the field; null when nothing is. */
  setProblem(problem: string | null): void;
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
  const problem = document.createElement('span');
  problem.className = 'field-problem';
  problem.setAttribute('role', 'alert');
  problem.dataset.testid = `${testId}-problem`;
  const root = document.createElement('div');
  root.className = 'field';
  root.append(field, problem);
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
    setProblem(text) {
      problem.textContent = text ?? '';
      root.classList.toggle('invalid', text !== null);
      field.setAttribute('aria-invalid', String(text !== null));
    },
  };
}

export interface ChoiceWidget {
  readonly root: HTMLElement;
  select(value: string): void;
}

export function choice(
  label: string,
  testId: string,
  options: readonly { readonly value: string; readonly label: string }[],
  onChoose: (value: string) => void,
): ChoiceWidget {
  const root = document.createElement('vscode-radio-group') as RadioGroup;
  root.dataset.testid = testId;
  root.setAttribute('aria-label', label);
  for (const option of options) {
    const radio = document.createElement('vscode-radio');
    radio.setAttribute('value', option.value);
    radio.textContent = option.label;
    root.append(radio);
  }
  root.addEventListener('change', () => onChoose(root.value));
  return {
    root,
    select(value) {
      if (root.value !== value) root.value = value;
    },
  };
}

/** One of several words. */
export function dropdown(
  label: string,
  testId: string,
  options: readonly { readonly value: string; readonly label: string }[],
  onChoose: (value: string) => void,
): ChoiceWidget {
  const root = document.createElement('vscode-dropdown') as Dropdown;
  root.dataset.testid = testId;
  root.setAttribute('aria-label', label);
  for (const { value, label: text } of options) {
    const option = document.createElement('vscode-option');
    option.setAttribute('value', value);
    option.textContent = text;
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
