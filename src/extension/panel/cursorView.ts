/** The view in the side bar: the geometry of the objective at the cursor, as the cursor goes through the text. */
import { type Disposable, type WebviewView, window } from 'vscode';
import { objectiveAtCursor } from '../commands/pickObjective';
import type { ObjectiveIndex } from '../objectiveIndex';
import { createPanelSurface, type PanelSurface, type SurfaceNeeds } from './panelSurface';
import { shownObjective } from './shownObjective';

export const CURSOR_VIEW = 'objectiveLens.atCursor';

/** Milliseconds: a cursor that runs through a text with an arrow key is not followed at every line. */
const PAUSE = 200;

const NOTHING_HERE =
  'The objective at the cursor is shown here. Put the cursor on a contrastive loss, or choose one in the Objectives view.';

export function createCursorView(index: ObjectiveIndex, needs: SurfaceNeeds): Disposable {
  let open: { readonly view: WebviewView; readonly surface: PanelSurface } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** An editor without an objective, or no editor at all, leaves what is shown: its user may have gone to the panel. */
  const follow = () => {
    if (!open?.view.visible) return;
    const found = objectiveAtCursor(index);
    const { content } = open.surface;
    if (!found && content.current() === null) content.nothing(NOTHING_HERE);
    if (found && content.current()?.id !== found.id)
      needs.run('Following the cursor', () => content.show(shownObjective(found)));
  };
  const followSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(follow, PAUSE);
  };
  const provider = window.registerWebviewViewProvider(
    CURSOR_VIEW,
    {
      resolveWebviewView(view) {
        const surface = createPanelSurface(needs, view.webview, ({ name }) => {
          view.description = name;
        });
        open = { view, surface };
        view.onDidChangeVisibility(followSoon);
        view.onDidDispose(() => {
          surface.dispose();
          if (open?.view === view) open = null;
        });
        follow();
      },
    },
    { webviewOptions: { retainContextWhenHidden: true } },
  );
  const listeners = [
    provider,
    window.onDidChangeTextEditorSelection(followSoon),
    window.onDidChangeActiveTextEditor(followSoon),
    index.onChange((uri) => {
      const content = open?.surface.content;
      if (content && uri !== null)
        needs.run('Updating the side bar', () => content.analyzed(uri, index.of(uri)));
      followSoon();
    }),
  ];
  return {
    dispose() {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };
}
