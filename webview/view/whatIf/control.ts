/** What every control of a value is: it shows one, and asks for another. */
import type { ChangeProblem, Changes } from '../../../src/protocol/panelMessages';
import type { Mark } from './slider';

export interface Shown {
  readonly value: Changes[string] | undefined;
  readonly inFile: Changes[string] | undefined;
  readonly marks: readonly Mark[];
  readonly problem: ChangeProblem | null;
}

export interface Control {
  readonly root: HTMLElement;
  show(shown: Shown): void;
}

export type OnValue = (value: Changes[string]) => void;
