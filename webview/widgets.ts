/** The one door to the webview toolkit: when it is replaced, this file is what changes. */
import {
  type Button,
  provideVSCodeDesignSystem,
  type RadioGroup,
  type TextField,
  vsCodeButton,
  vsCodeLink,
  vsCodeRadio,
  vsCodeRadioGroup,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

provideVSCodeDesignSystem().register(
  vsCodeButton(),
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
  setEnabled(enabled: boolean): void;
  /** Shows what is wrong beside the field; null when nothing is. */
  setProblem(problem: string | null): void;
}

export function textField(
  label: string,
  testId: string,
  initial: string,
  onInput: () => void,
): TextFieldWidget {
  const field = document.createElement('vscode-text-field') as TextField;
  field.dataset.testid = testId;
  field.setAttribute('size', '7');
  field.value = initial;
  field.textContent = label;
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
