/** Which objective the panel shows after its document has changed, and the words for when there is none. */
import type { ObjectiveSummary } from '../../protocol/objectives';

/** What is kept of the shown objective, also over a reload of the window: where it stands, none of its contents. */
export interface ShownObjective {
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly kind: string;
}

export const shownObjective = ({ id, uri, name, kind }: ObjectiveSummary): ShownObjective => ({
  id,
  uri,
  name,
  kind,
});

/**
 * The shown objective among those of its document's new analysis. Ids tell places, so an objective that was moved is
 * found by its name; one that was renamed, by its place and kind; null when it is gone.
 */
export function followObjective(
  shown: ShownObjective,
  present: readonly ObjectiveSummary[],
): ObjectiveSummary | null {
  const named = present.filter(({ name }) => name === shown.name);
  const atPlace = present.find(({ id }) => id === shown.id) ?? null;
  if (atPlace && named.includes(atPlace)) return atPlace;
  if (named.length > 0) return named[0];
  return atPlace?.kind === shown.kind ? atPlace : null;
}

export const goneBecause = (name: string, file: string) =>
  `“${name}” is no longer in ${file}. Choose another objective in the Objectives view, or undo the edit.`;

export const unreadableBecause = (name: string, file: string) =>
  `“${name}” cannot be shown because ${file} could not be opened. It may have been moved or deleted.`;

export const unansweredBecause = (name: string) =>
  `“${name}” cannot be shown, because the language server gave no answer. It is shown as soon as its file is analyzed again; if that does not happen, the log says why.`;
