/** Which objective a command is about, when its caller does not say: the one at the cursor, else the user's pick. */
import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { ObjectiveSummary } from '../../protocol/objectives';
import type { ObjectiveIndex } from '../objectiveIndex';
import { objectiveAtLine } from '../objectiveIndex';
import { groupObjectives } from '../tree/objectiveGroups';
import { verdictIcon } from '../tree/verdictIcons';

interface Row extends QuickPickItem {
  readonly objective: ObjectiveSummary;
}

export function objectiveAtCursor(index: ObjectiveIndex): ObjectiveSummary | null {
  const editor = window.activeTextEditor;
  if (!editor) return null;
  const open = editor.document.uri.toString();
  const inDocument = index.all().filter(({ uri }) => Uri.parse(uri).toString() === open);
  return objectiveAtLine(inDocument, editor.selection.active.line);
}

/** Null when the user picks none. */
export async function pickObjective(
  index: ObjectiveIndex,
  placeHolder = 'Objective whose geometry to show',
): Promise<ObjectiveSummary | null> {
  const rows = groupObjectives(index.all())
    .flatMap(({ objectives }) => objectives)
    .map(
      (objective): Row => ({
        label: objective.name,
        description: workspace.asRelativePath(Uri.parse(objective.uri)),
        detail: objective.headline,
        iconPath: verdictIcon(objective.verdict),
        objective,
      }),
    );
  const picked = await window.showQuickPick(rows, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.objective ?? null;
}
