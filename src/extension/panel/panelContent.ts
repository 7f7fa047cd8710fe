/**
 * What the panel is told and when, apart from VS Code: it holds the newest message until the page is ready, follows
 * its objective through edits, and drops answers that arrive after a newer question.
 */
import type { ObjectiveSummary, ObjectiveView } from '../../protocol/objectives';
import type { HostMessage } from '../../protocol/panelMessages';
import {
  followObjective,
  goneBecause,
  type ShownObjective,
  shownObjective,
  unansweredBecause,
} from './shownObjective';

export interface PanelContentNeeds {
  post(message: HostMessage): void;
  /** All that is known about an objective; null when the server knows it no more. */
  requestView(id: string): Promise<ObjectiveView | null>;
  /** A file's name as its user knows it. */
  fileName(uri: string): string;
  shown(objective: ShownObjective): void;
}

export interface PanelContent {
  /** The page has loaded, for the first time or again. */
  ready(): void;
  show(objective: ShownObjective): Promise<void>;
  /** The objectives of a document have been analysed again. */
  analyzed(uri: string, objectives: readonly ObjectiveSummary[]): Promise<void>;
  /** Shows a sentence instead of an objective. */
  nothing(because: string): void;
  current(): ShownObjective | null;
  /** The page is gone: answers that are under way go nowhere. */
  dispose(): void;
}

export function createPanelContent(needs: PanelContentNeeds): PanelContent {
  let isReady = false;
  let current: ShownObjective | null = null;
  let newest: HostMessage | null = null;
  let question = 0;

  const tell = (message: HostMessage) => {
    newest = message;
    if (isReady) needs.post(message);
  };
  const ask = async (objective: ShownObjective) => {
    const asked = ++question;
    current = objective;
    needs.shown(objective);
    try {
      const view = await needs.requestView(objective.id);
      // Without an answer the analysis is still under way: its end is reported, and asked about again.
      if (view && asked === question) tell({ type: 'objective', view });
    } catch (error) {
      if (asked !== question) return;
      // A page that waits would wait for ever; one that shows something keeps it until its document is analysed again.
      if (newest?.type === 'analyzing') tell({ type: 'nothing', because: unansweredBecause(objective.name) });
      throw error;
    }
  };

  return {
    ready() {
      isReady = true;
      if (newest) needs.post(newest);
    },
    show(objective) {
      tell({ type: 'analyzing', name: objective.name });
      return ask(objective);
    },
    async analyzed(uri, objectives) {
      if (current?.uri !== uri) return;
      const next = followObjective(current, objectives);
      if (next) return ask(shownObjective(next));
      question++;
      tell({ type: 'nothing', because: goneBecause(current.name, needs.fileName(uri)) });
    },
    nothing(because) {
      question++;
      tell({ type: 'nothing', because });
    },
    current: () => current,
    dispose() {
      question++;
      isReady = false;
    },
  };
}
