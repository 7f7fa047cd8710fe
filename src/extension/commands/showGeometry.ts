/** Shows the geometry of the objective that is asked for, at the cursor, or picked. */
import { commands, window } from 'vscode';
import { ANALYZE_WORKSPACE_COMMAND } from '../commandIds';
import type { ObjectiveIndex } from '../objectiveIndex';
import type { PanelHost } from '../panel/panelHost';
import { objectiveIdOf } from './objectiveArgument';
import { objectiveAtCursor, pickObjective } from './pickObjective';

const ANALYZE = 'Analyze Workspace';

export async function showGeometry(
  index: ObjectiveIndex,
  panel: PanelHost,
  argument: unknown,
): Promise<void> {
  const id = objectiveIdOf(argument);
  if (id !== null) {
    const asked = index.find(id);
    if (asked) return panel.show(asked);
    await window.showWarningMessage(
      'This objective is no longer where the link leads: its file has changed since. Choose it in the Objectives view.',
    );
    return;
  }
  if (index.all().length === 0) return offerAnalysis();
  const objective = objectiveAtCursor(index) ?? (await pickObjective(index));
  if (objective) await panel.show(objective);
}

async function offerAnalysis(): Promise<void> {
  const chosen = await window.showInformationMessage(
    'No objective has been found yet. Open a Python file with a contrastive loss or an objective file, or analyze the whole workspace.',
    ANALYZE,
  );
  if (chosen === ANALYZE) await commands.executeCommand(ANALYZE_WORKSPACE_COMMAND);
}
