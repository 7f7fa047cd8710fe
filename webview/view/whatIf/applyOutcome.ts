/**
 * What came of writing tried values to the file, for as long as it says something: a refusal for the values that were
 * refused, a success until other values are tried or the file says something else again.
 */
import type { Changes, ObjectiveView } from '../../../src/protocol/panelMessages';

export interface Told {
  readonly text: string;
  readonly isRefusal: boolean;
}

export interface ApplyOutcome {
  /** `refusal` is null when the values were written. */
  tell(view: ObjectiveView, changes: Changes, refusal: string | null): void;
  /** What holds for an objective and the values that are tried now. */
  read(view: ObjectiveView, changes: Changes): Told | null;
}

export const WRITTEN = 'Written to the file. One undo in the editor takes it back.';

export function createApplyOutcome(): ApplyOutcome {
  let last: { id: string; values: string; told: Told; inFile: string | null } | null = null;
  return {
    tell(view, changes, refusal) {
      const told = { text: refusal ?? WRITTEN, isRefusal: refusal !== null };
      last = { id: view.summary.id, values: JSON.stringify(changes), told, inFile: null };
    },
    read(view, changes) {
      if (last === null || last.id !== view.summary.id) return null;
      if (JSON.stringify(changes) === last.values) return last.told;
      if (last.told.isRefusal) return null;
      // The file has the values now, so that none is tried any more, until it is edited again.
      const inFile = JSON.stringify(view.controls);
      last.inFile ??= inFile;
      if (Object.keys(changes).length > 0 || last.inFile !== inFile) last = null;
      return last?.told ?? null;
    },
  };
}
