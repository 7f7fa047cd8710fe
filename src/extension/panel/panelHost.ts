/** The panel in VS Code: one webview beside the editor, restored after a reload of the window. */
import * as v from 'valibot';
import { type Disposable, type Memento, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { ObjectiveSummary } from '../../protocol/objectives';
import type { ObjectiveIndex } from '../objectiveIndex';
import type { PanelContent } from './panelContent';
import {
  createPanelSurface,
  fileName,
  type PanelSurface,
  type SurfaceNeeds,
  webviewOptions,
} from './panelSurface';
import { type ShownObjective, shownObjective, unreadableBecause } from './shownObjective';

export const PANEL_TYPE = 'objectiveLens.geometry';

export interface PanelHostNeeds extends SurfaceNeeds {
  /** Remembers over a reload which objective was shown. */
  readonly memento: Memento;
  readonly index: ObjectiveIndex;
}

export interface PanelHost extends Disposable {
  show(objective: ObjectiveSummary): Promise<void>;
}

const SHOWN_KEY = 'objectiveLens.shownObjective';
const storedObjective = v.object({ id: v.string(), uri: v.string(), name: v.string(), kind: v.string() });

export function createPanelHost(needs: PanelHostNeeds): PanelHost {
  const { index, memento, run } = needs;
  let open: { readonly panel: WebviewPanel; readonly surface: PanelSurface } | null = null;

  const adopt = (panel: WebviewPanel) => {
    const surface = createPanelSurface(needs, panel.webview, (objective) => {
      panel.title = `Geometry: ${objective.name}`;
      run('Remembering the shown objective', () => memento.update(SHOWN_KEY, objective));
    });
    open = { panel, surface };
    panel.onDidDispose(() => {
      surface.dispose();
      if (open?.panel === panel) open = null;
    });
    const icon = (theme: string) => Uri.joinPath(needs.extensionUri, 'media', `geometry-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    return open;
  };
  const create = () =>
    adopt(
      window.createWebviewPanel(
        PANEL_TYPE,
        'Geometry',
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        // A training run and the turned picture must still be there when the user comes back to the tab.
        { ...webviewOptions(needs.extensionUri), retainContextWhenHidden: true },
      ),
    );

  const listener = index.onChange((uri) => {
    const content = open?.surface.content;
    if (content && uri !== null) run('Updating the panel', () => content.analyzed(uri, index.of(uri)));
  });
  const serializer = window.registerWebviewPanelSerializer(PANEL_TYPE, {
    async deserializeWebviewPanel(panel) {
      // A tab behind others is restored only when it is looked at; by then there may be a panel already.
      if (open) return panel.dispose();
      await restore(adopt(panel).surface.content, memento.get(SHOWN_KEY));
    },
  });

  return {
    show(objective) {
      const { panel, surface } = open ?? create();
      if (!panel.visible) panel.reveal(undefined, true);
      return surface.content.show(shownObjective(objective));
    },
    dispose() {
      listener.dispose();
      serializer.dispose();
      open?.panel.dispose();
    },
  };
}

/** After a reload: opening the document makes the server analyse it, whatever is scanned otherwise. */
async function restore(content: PanelContent, stored: unknown): Promise<void> {
  if (!v.is(storedObjective, stored))
    return content.nothing('Choose an objective in the Objectives view to see its geometry.');
  const shown: ShownObjective = stored;
  const opened = await workspace.openTextDocument(Uri.parse(shown.uri)).then(
    () => true,
    () => false,
  );
  if (!opened) return content.nothing(unreadableBecause(shown.name, fileName(shown.uri)));
  await content.show(shown);
}
