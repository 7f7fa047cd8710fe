/** What the panel knows of the values that are tried: pure, so that it is tested without a host. */
import type { ChangeProblem, Changes } from '../../src/protocol/panelMessages';

export interface WhatIfState {
  /** Values that differ from those of the file, by their keys in objective files. */
  readonly changes: Changes;
  /** Values that could not be taken over, and why. */
  readonly problems: readonly ChangeProblem[];
  /** The newest changes are not on screen yet. */
  readonly pending: boolean;
  /** Why the last question has no answer; null when it has. */
  readonly failure: string | null;
}

export const NOTHING_TRIED: WhatIfState = { changes: {}, problems: [], pending: false, failure: null };

export const isTrying = ({ changes }: WhatIfState): boolean => Object.keys(changes).length > 0;

/** Later changes win; a value that the file has too is no change. */
export function mergeChanges(before: Changes, added: Changes, inFile: Changes): Changes {
  const merged = Object.entries({ ...before, ...added });
  return Object.fromEntries(
    merged.filter(
      ([key, value]) => !(key in inFile) || JSON.stringify(inFile[key]) !== JSON.stringify(value),
    ),
  );
}
